"""Which kind of office file a zip or an old compound file is, told by what is in it."""

from __future__ import annotations

from pathlib import Path

from difftool.model.document import Document
from difftool.model.problem import DamagedFile, EncryptedFile, UnknownFormat
from difftool.read.package import Package

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
WORKBOOKS = ("Workbook", "Book")


def read_office(path: Path, data: bytes, kept: Path | None = None) -> Document:
    """The document in a zip of parts: a Word file, a workbook or an OFD file; `kept` is for what is recognised."""
    package = Package(path, data)
    main = package.of_kind("", "officeDocument") or ""
    if "xl/workbook.xml" in package.names or main.startswith("xl/"):
        from difftool.read.sheet import read_xlsx

        return read_xlsx(path, data, package)
    if "word/document.xml" in package.names or main.startswith("word/"):
        from difftool.read.docx import read_docx

        return read_docx(path, data, package)
    if "OFD.xml" in package.names:
        from difftool.read.ofd import read_ofd

        return read_ofd(path, data, package, kept=kept)
    mimetype = package.read("mimetype") if "mimetype" in package.names else b""
    if mimetype.startswith(SPREADSHEET):
        from difftool.read.ods import read_ods

        return read_ods(path, data, package)
    if mimetype.startswith(b"application/vnd.oasis"):
        raise UnknownFormat(path=path, detail="an OpenDocument file that is no spreadsheet; save it as .docx")
    raise UnknownFormat(path=path, detail="an archive of another program's parts")


def read_old_office(path: Path, data: bytes) -> Document:
    """The document in a compound file: a workbook, or a Word file where LibreOffice is installed."""
    streams = ("EncryptedPackage", "WordDocument", *WORKBOOKS)
    found = {stream: at for stream in streams if (at := named_at(data, stream)) >= 0}
    # A file of one kind may hold one of the other: its own stream comes first in the directory.
    first = min(found, key=lambda stream: found[stream], default="")
    if first == "EncryptedPackage":
        raise EncryptedFile(path=path)
    if first in WORKBOOKS:
        from difftool.read.xls import read_xls

        return read_xls(path, data)
    if first == "WordDocument":
        from difftool.read.doc import read_doc

        return read_doc(path, data)
    raise DamagedFile(path=path, detail="an old Office file, of which no workbook or Word document is left")


def named_at(data: bytes, stream: str) -> int:
    """Where a compound file's directory names this stream, -1 where it does not."""
    return data.find(stream.encode("utf-16-le") + b"\0\0")
