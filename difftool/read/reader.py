"""Tell what a file is by its content, not by its name, and give it to the reader of that format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from difftool.model.document import Document
from difftool.model.problem import DamagedFile, DifftoolError, EmptyFile, UnknownFormat
from difftool.read.origin import Member, Origin, members_of
from difftool.worker import now_at

# First bytes of formats that people bring by mistake; each is told by its name.
OTHER_FORMATS = (
    (b"PK\x05\x06", "an empty archive"),
    (b"GIF8", "a picture"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"%!PS", "a PostScript file"),
    (b"{\\rtf", "an RTF file"),
)
# Files of markup that are neither pages nor packages, by a name that stands near their beginning.
OTHER_MARKUP = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "an XML workbook of Excel 2003; save it as .xlsx"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "an XML document of Word 2003; save it as .docx"),
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "a Word document in one XML file; save it as .docx"),
)
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
MARKUP_NAMED_WITHIN = 2048  # bytes of an XML file in which its root element stands
ARCHIVE_HEADER_WITHIN = 8192  # bytes of the header of a page saved in a single file
PDF_HEADER_WITHIN = 1024  # bytes; a few producers write a line before the header


def read_document(origin: Origin, kept: Path | None = None) -> Document:
    """The document in a PDF, a Word file, a workbook, a web page or a text file, whatever its name.

    A folder, an archive, a pattern of names and a sequence of paths are read as one document, whose places tell their
    files. What is recognised on scanned pages is kept in the folder `kept`.

    Raises `CannotOpen`, `NotFetched`, `EmptyFile`, `UnknownFormat`, `DamagedFile`, `EncryptedFile`, `NoText`,
    `NothingRecognised`, `NothingInIt`, `TooLarge` or `UnsafeFile`.
    """
    members = members_of(origin)
    if len(members) == 1 and not members[0].name:
        return read_file(members[0].path, members[0].data, kept)
    from difftool.read.several import join_documents

    read: list[tuple[Member, Document | DifftoolError]] = []
    for member in members:
        now_at(f"file {len(read) + 1} of {len(members)}, {member.name}")
        read.append((member, _read_or_error(member, kept)))
    return join_documents(origin, read)


def _read_or_error(member: Member, kept: Path | None) -> Document | DifftoolError:
    try:
        return read_file(member.path, member.data, kept)
    except DifftoolError as error:
        return error


def read_file(path: Path, data: bytes, kept: Path | None = None) -> Document:
    """The document in the bytes of one file, in simplified characters; raises as `read_document` does."""
    from difftool.read.traditional import in_simplified

    return in_simplified(read_as_printed(path, data, kept))


def read_as_printed(path: Path, data: bytes, kept: Path | None = None) -> Document:
    """The document in the bytes of one file, by the reader of its format."""
    if not data.strip():
        raise EmptyFile(path=path)
    if data.startswith(b"PK\x03\x04"):
        from difftool.read.office import read_office

        return read_office(path, data, kept)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        from difftool.read.office import read_old_office

        return read_old_office(path, data)
    if b"%PDF-" in data[:PDF_HEADER_WITHIN]:
        from difftool.read.pdf import read_pdf

        return read_pdf(path, data, kept=kept)
    if data.startswith(PICTURES):
        from difftool.read.picture_file import read_picture_file

        return read_picture_file(path, data, kept)
    for signature, what in OTHER_FORMATS:
        if data.startswith(signature):
            raise UnknownFormat(path=path, detail=what)
    if data[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<?xml"):
        for name, what in OTHER_MARKUP:
            if name in data[:MARKUP_NAMED_WITHIN]:
                raise UnknownFormat(path=path, detail=what)
    if b"multipart/related" in data[:ARCHIVE_HEADER_WITHIN].lower():
        from difftool.read.web_archive import is_web_archive, read_web_archive

        if is_web_archive(data):
            return read_web_archive(path, data)
    from difftool.read.markup import is_html

    if is_html(data):
        from difftool.read.html import read_html

        return read_html(path, data)
    if path.suffix.lower() == ".pdf":
        raise DamagedFile(path=path, detail="no PDF header")
    from difftool.read.text import read_text

    return read_text(path, data)


def fingerprint(data: bytes) -> str:
    """The SHA-256 of the file, by which a reader of the report can tell that it is the same file."""
    return hashlib.sha256(data).hexdigest()
