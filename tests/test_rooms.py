"""Data flows one way: a room takes from those before it, never from one behind it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "difftool"

# What each room may take from, besides its own modules and those that lie beside the rooms.
BEFORE = {
    "model": set(),
    "codes": {"model"},
    "read": {"model"},
    "forms": {"model", "codes"},
    "prose": {"model", "codes"},
    "proof": {"model", "codes"},
    "compare": {"model", "codes", "prose"},
    "checks": {"model", "codes", "prose", "proof", "compare"},
    "report": {"model", "read", "codes", "compare", "checks"},
    "cli": {"model", "read", "codes", "compare", "report"},
}
# Modules that know nothing of documents, and those that lead through the rooms, which only the commands may call.
PLAIN = {"pattern", "version", "garbage", "cache", "isolation", "worker"}
LEADING = {"pipeline", "batch", "rehearsal"}


def taken(path: Path) -> Iterator[str]:
    """The rooms and modules of the package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="difftool", names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module)) if module.startswith("difftool."):
                yield module.split(".")[1]
            case ast.Import(names=names):
                yield from (each.name.split(".")[1] for each in names if each.name.startswith("difftool."))


@pytest.mark.parametrize("room", BEFORE)
def test_a_room_takes_only_from_those_before_it(room: str) -> None:
    allowed = BEFORE[room] | PLAIN | {room} | (LEADING if room == "cli" else set())
    back = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name in taken(path)
        if name not in allowed
    }
    assert back == set()


def test_every_room_and_module_is_placed() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    modules = {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    assert (rooms, modules) == (set(BEFORE), PLAIN | LEADING)
