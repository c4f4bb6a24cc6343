"""Which kind of office file a zip or an old compound file is, told by what is in it."""

from __future__ import annotations

from pathlib import Path

from difftool.model.document import Document
from difftool.model.problem import EncryptedFile, UnknownFormat
from difftool.read.package import Package

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
# Names of streams in a compound file, as its directory spells them.
STREAMS = {
    "EncryptedPackage": "",
    "Workbook": "an old Excel file; save it as .xlsx",
    "Book": "an old Excel file; save it as .xlsx",
    "WordDocument": "an old Word file; save it as .docx, by Word or by `soffice --convert-to docx FILE`",
}


def read_office(path: Path, data: bytes) -> Document:
    """The document in a zip of parts: a Word file or a workbook."""
    package = Package(path, data)
    main = package.of_kind("", "officeDocument") or ""
    if "xl/workbook.xml" in package.names or main.startswith("xl/"):
        from difftool.read.sheet import read_xlsx

        return read_xlsx(path, data, package)
    if "word/document.xml" in package.names or main.startswith("word/"):
        from difftool.read.docx import read_docx

        return read_docx(path, data, package)
    if "mimetype" in package.names and package.read("mimetype").startswith(b"application/vnd.oasis"):
        raise UnknownFormat(path=path, detail="an OpenDocument file; save it as .xlsx or .docx")
    raise UnknownFormat(path=path, detail="an archive; take the files out of it")


def read_old_office(path: Path, data: bytes) -> Document:
    """No document yet: the message says what the compound file is and how to save it so that it can be read."""
    for stream, what in STREAMS.items():
        if stream.encode("utf-16-le") + b"\0\0" in data:
            if not what:
                raise EncryptedFile(path=path)
            raise UnknownFormat(path=path, detail=what)
    raise UnknownFormat(path=path, detail="an old Office file; save it as .docx or .xlsx")
