"""Office files are zips of XML parts: opened within bounds, without declarations, links or tricks with names."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

from difftool.model.bounds import bounds_in_force
from difftool.model.problem import DamagedFile, EncryptedFile, TooLarge, TooManyBytes, UnsafeFile

MOST_PARTS = 5_000
OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")
ENCRYPTED = 0x1


class Package:
    """A zip whose parts are read by name. Raises `DamagedFile`, `EncryptedFile`, `TooLarge` or `UnsafeFile`."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._bounds = bounds_in_force()
        self._left = self._bounds.unpacked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedFile(path=path, detail=f"its zip cannot be opened: {error}") from error
        self.entries = self._zip.infolist()
        if len(self.entries) > MOST_PARTS:
            raise TooLarge(path=path, detail=f"more than {MOST_PARTS:,} parts")
        self.names = {entry.filename for entry in self.entries}
        if len(self.names) < len(self.entries):
            raise UnsafeFile(path=path, detail="two parts of one name")
        if any(OUTSIDE.search(name) for name in self.names):
            raise UnsafeFile(path=path, detail="a part whose name leads outside")

    def read(self, name: str, most: int | None = None) -> bytes:
        """The unpacked bytes of a part, `most` of them or as many as a file in an archive may have."""
        try:
            entry = self._zip.getinfo(name)
        except KeyError as error:
            raise DamagedFile(path=self.path, detail=f"{name} is missing") from error
        if entry.flag_bits & ENCRYPTED:
            raise EncryptedFile(path=self.path)
        most = min(most or self._bounds.member_bytes, self._left)
        try:
            with self._zip.open(entry) as part:
                data = part.read(most + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise DamagedFile(path=self.path, detail=f"{name} cannot be unpacked: {error}") from error
        if len(data) > most:
            raise TooManyBytes(path=self.path, detail=f"{name} unpacks to more than {most:,} bytes")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Any:
        """The root element of an XML part, which may declare nothing of its own."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        data = self.read(name, self._bounds.stream_bytes)
        if data.count(b"<") + data.count(b"=") > self._bounds.marks:
            raise TooManyBytes(path=self.path, detail=f"{name} has more than {self._bounds.marks:,} elements")
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise UnsafeFile(path=self.path, detail=f"{name} has declarations of its own")
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError) as error:
            raise DamagedFile(path=self.path, detail=f"{name}: {str(error).splitlines()[0]}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsafeFile(path=self.path, detail=f"{name} has declarations of its own")
        return root

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts that a part ("" for the package) refers to: id to kind and name. Links outside are left out."""
        folder, own = posixpath.split(name)
        told = posixpath.join(folder, "_rels", f"{own}.rels")
        if told not in self.names:
            return {}
        found = {}
        for link in self.xml(told).iter("{*}Relationship"):
            if link.get("TargetMode") == "External":
                continue
            target = link.get("Target", "")
            full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[link.get("Id", "")] = (link.get("Type", "").rsplit("/", 1)[-1], full)
        return found

    def of_kind(self, name: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to."""
        return next((full for said, full in self.related(name).values() if said == kind and full in self.names), None)
