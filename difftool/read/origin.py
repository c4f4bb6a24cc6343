"""Which files a disclosure lies in: one file, a folder, an archive, a pattern of names, or several of these."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from glob import glob
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from difftool.model.problem import CannotOpen, NotFetched, TooLarge
from difftool.read.archive import is_archive, unpacked

Origin = str | Path | Sequence[str | Path]

MOST_FILES = 200
MOST_BYTES = 1_000_000_000  # over all files of one disclosure
_ADDRESS = re.compile(r"(?:https?|ftp):/", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")
# What systems and programs leave in folders and archives: no reader means it.
_LEFT_BEHIND = re.compile(r"(?:^|/)(?:\.[^/]*|~\$[^/]*|__MACOSX|thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE)


class Member(Struct, frozen=True):
    """One file of a disclosure: `name` is what places call it, "" where it is the only one and was named itself.

    `path` is where it lies; inside an archive that is the path of the archive and the name within it.
    """

    path: Path
    data: bytes
    name: str = ""


def label(origin: Origin) -> str:
    """What messages and reports call the files together."""
    return str(origin) if isinstance(origin, str | Path) else " + ".join(str(path) for path in origin)


def members_of(origin: Origin) -> list[Member]:
    """The files of a disclosure in the order of their names, as people count: 附件2 before 附件10.

    What hidden files and office programs leave behind is passed over. Raises `CannotOpen` where there is no file,
    `NotFetched` for an address, `TooLarge` where there are too many or they are too large, and for an archive what
    `unpacked` raises.
    """
    named = [origin] if isinstance(origin, str | Path) else list(origin)
    files = [(name, path) for each in named for name, path in found(each)]
    if not files:
        raise CannotOpen(path=label(origin), detail="there is no file in it")
    if len(files) > MOST_FILES:
        raise TooLarge(path=label(origin), detail=f"more than {MOST_FILES} files")
    lone = len(files) == 1 and not files[0][0]
    left = MOST_BYTES
    members: list[Member] = []
    for name, path in files:
        data = contents(path, left)
        left -= len(data)
        if not is_archive(data):
            members.append(Member(path, data, "" if lone else name or path.name))
            continue
        within = "" if lone else f"{name or path.name}/"
        inside = [(inner, part) for inner, part in unpacked(path, data) if not _LEFT_BEHIND.search(inner)]
        for inner, part in sorted(inside, key=lambda each: natural(each[0])):
            members.append(Member(path / inner, part, f"{within}{inner}"))
    if not members:
        raise CannotOpen(path=label(origin), detail="there is no file in it")
    if len(members) > MOST_FILES:
        raise TooLarge(path=label(origin), detail=f"more than {MOST_FILES} files")
    return members if lone and len(members) == 1 and not members[0].name else told_apart(members)


def fingerprint_of(origin: Origin) -> str:
    """A digest of the files of a disclosure: of one its SHA-256, of several also their places. Raises `CannotOpen`."""
    named = [origin] if isinstance(origin, str | Path) else list(origin)
    files = [(name, path) for each in named for name, path in found(each)]
    digests = [sha256(contents(path, MOST_BYTES)).hexdigest() for _, path in files[: MOST_FILES + 1]]
    if len(files) == 1 and not files[0][0]:
        return digests[0]
    told = (f"{digest} {path.absolute()}\n" for digest, (_, path) in zip(digests, files, strict=False))
    return sha256("".join(told).encode()).hexdigest()


def found(given: str | Path) -> Iterator[tuple[str, Path]]:
    """The files that a path stands for, each with its name below the folder or pattern, "" for a file itself."""
    if _ADDRESS.match(str(given)):
        raise NotFetched(path=given)
    if not str(given).strip():
        raise CannotOpen(path=repr(given), detail="no name was given")
    path = Path(given)
    if "\\" in str(given) and not path.exists():  # written on Windows, read elsewhere: old\*
        path = Path(str(given).replace("\\", "/"))
    if path.is_dir():
        yield from below(path, path)
    elif not path.exists() and _PATTERN.search(str(path)):
        matches = sorted(map(Path, glob(str(path), recursive=True)), key=lambda each: natural(str(each)))
        if not matches:
            raise CannotOpen(path=path, detail="no file has a name of this pattern")
        for match in matches:
            yield from below(match, match.parent) if match.is_dir() else [(match.name, match)]
    else:
        yield "", path


def below(folder: Path, top: Path) -> Iterator[tuple[str, Path]]:
    """The files in a folder and in those below it; links to other folders are not followed."""
    names: list[tuple[str, Path]] = []
    for parent, _, files in os.walk(folder):
        for file in files:
            path = Path(parent, file)
            name = path.relative_to(top).as_posix()
            if not _LEFT_BEHIND.search(name):
                names.append((name, path))
        if len(names) > MOST_FILES:
            break
    yield from sorted(names, key=lambda each: natural(each[0]))


def natural(name: str) -> list[tuple[int, int | str]]:
    """A key that sorts names as people count."""
    return [
        (0, int(piece)) if piece.isdecimal() else (1, piece.casefold())
        for piece in re.split(r"(\d{1,18})", name)
        if piece
    ]


def contents(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise TooLarge(path=path, detail=f"more than {MOST_BYTES:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise CannotOpen(path=path, detail=error.strerror or error) from error


def told_apart(members: Iterable[Member]) -> list[Member]:
    """Members with names of their own: two files of one name in two folders are told by their paths."""
    found: dict[str, Member] = {}
    for member in members:
        name = member.name if member.name not in found else member.path.as_posix()
        found[name] = Member(member.path, member.data, name)
    return list(found.values())
