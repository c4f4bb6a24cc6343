"""Keep what was extracted, by the file's content and the program that read it, so that no document is read twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from difftool.model import (
    bound_problems,
    disclosure,
    document,
    fact,
    file_problems,
    form_problems,
    place,
    scan_problems,
)
from difftool.model.disclosure import Disclosure
from difftool.model.problem import DifftoolError
from difftool.read.origin import Origin, fingerprint_of, label

_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for module in (disclosure, document, fact, place, file_problems, bound_problems, scan_problems, form_problems)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Struct)
}


class Cache:
    """A folder of extractions. Entries are whole or absent: two processes may write the same one at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or default_folder()

    def read(self, origin: Origin) -> Disclosure | None:
        """The extraction of files with this content by this program, None where there is none or it is damaged."""
        try:
            text = self.entry(origin).read_text(encoding="utf-8")
            found = decode(json.loads(text))
        except (OSError, ValueError, KeyError, TypeError, DifftoolError):
            return None
        if not isinstance(found, Disclosure):
            return None
        return with_path(found, label(origin))

    def write(self, origin: Origin, found: Disclosure) -> None:
        """Keep an extraction; a folder that cannot be written is no error, only no help."""
        try:
            target = self.entry(origin)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as part:
                json.dump(encode(found), part, ensure_ascii=False, separators=(",", ":"))
            os.replace(name, target)
        except (OSError, DifftoolError):
            return

    def entry(self, origin: Origin) -> Path:
        return self.folder / f"{fingerprint_of(origin)}-{program()}.json"


def default_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("difftool", appauthor=False))


def program() -> str:
    """A fingerprint of the installed program: its files by size and time, so that an edited one starts anew."""
    digest = hashlib.sha256()
    for path in program_files():
        state = path.stat()
        digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    digest.update(f"recognition: {find_spec('rapidocr') is not None}".encode())
    return digest.hexdigest()[:16]


def program_files() -> Iterator[Path]:
    root = Path(__file__).parent
    yield from sorted(path for pattern in ("**/*.py", "**/*.csv") for path in root.glob(pattern))


def with_path(found: Disclosure, path: str) -> Disclosure:
    """The extraction as of this file: the same content may lie under several names."""
    source = found.source
    files = tuple(
        replace(file, path=path + file.path.removeprefix(source.path)) if file.path.startswith(source.path) else file
        for file in source.files
    )
    return replace(found, source=replace(source, path=path, files=files))


def encode(value: Any) -> Any:
    """A frozen value as JSON: a struct is a list of its name and fields, a Decimal a tagged string."""
    if isinstance(value, Struct):
        return [type(value).__name__, *map(encode, astuple(value))]
    if isinstance(value, Decimal):
        return ["Decimal", str(value)]
    if isinstance(value, tuple):
        return ["tuple", *(encode(item) for item in value)]
    return value


def decode(value: Any) -> Any:
    """The value that `encode` wrote. Raises KeyError, TypeError or ValueError where it is another's."""
    if not isinstance(value, list):
        return value
    name, *items = value
    if name == "Decimal":
        return Decimal(items[0])
    if name == "tuple":
        return tuple(map(decode, items))
    return _KINDS[name](*map(decode, items))
