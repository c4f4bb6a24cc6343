"""ZIP archives of disclosures: unpacked in memory within bounds, their Chinese names read, their tricks refused."""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from difftool.model.problem import UnsafeFile
from difftool.read.package import OUTSIDE, Package

UTF_8_NAME = 0x800
ZIP = b"PK\x03\x04"
# Parts by which a zip is an office file and no archive of files.
_OFFICE = re.compile(r"(?:\[Content_Types\]\.xml|mimetype|META-INF/manifest\.xml|OFD\.xml)$|(?:xl|word)/")


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip of files; an office file is a zip of parts. A damaged one is told by its reader."""
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return not any(_OFFICE.match(name) for name in opened.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def unpacked(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive by name, "/" between folders.

    Raises `UnsafeFile` for names that lead outside, links and archives in the archive; else what `Package` raises.
    """
    package = Package(path, data)
    for entry in package.entries:
        name = name_of(entry)
        if OUTSIDE.search(name):
            raise UnsafeFile(path=path, detail="a file whose name leads outside")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UnsafeFile(path=path, detail=f"{name} is a link")
        if name.endswith("/"):
            continue
        content = package.read(entry.filename)
        if is_archive(content):
            raise UnsafeFile(path=path, detail=f"{name} is an archive in the archive; take it out")
        yield name, content


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an entry: where it does not say that it is UTF-8, Chinese systems write GB18030."""
    name = entry.filename
    if not entry.flag_bits & UTF_8_NAME:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    # Marks that turn the direction of writing or are not seen could show another name than this one.
    return "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
