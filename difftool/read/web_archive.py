"""Web pages saved in a single file (.mhtml, .mht): a message whose parts are the page, its frames and its pictures."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Document
from difftool.model.problem import NothingInIt, TooManyBytes
from difftool.read.html import read_html
from difftool.read.markup import decode_page
from difftool.read.reader import fingerprint

WITHIN = 8192  # bytes; the header of the message stands in them
MOST_PARTS = 10_000  # pictures, frames and styles; a page has some dozens
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,100})\"|([^\s;]{1,100}))", re.IGNORECASE)


def is_web_archive(data: bytes) -> bool:
    """Whether the bytes begin as a message of several parts that belong together (RFC 2557)."""
    head = data[:WITHIN]
    return b"mime-version:" in head.lower() and boundary_of(head) is not None


def boundary_of(head: bytes) -> bytes | None:
    told = field(header_of(head.lstrip(b"\r\n")), b"content-type")
    match = _BOUNDARY.search(told) if told.lower().startswith(b"multipart/related") else None
    return (match.group(1) or match.group(2)) if match else None


def read_web_archive(path: Path, data: bytes) -> Document:
    """The document in a web page saved with its frames and pictures, as if it had been saved alone.

    Pages that stand in frames, and the sheets of a workbook saved so, follow the page that shows them. Raises as
    `read_html` does.
    """
    most = bounds_in_force().stream_bytes
    if len(data) > most:
        raise TooManyBytes(path=path, detail=f"more than {most:,} bytes")
    pages = [decode_page(page)[0] for page in pages_in(data)]
    if not pages:
        raise NothingInIt(path=path, detail="save the page from the browser as it is shown")
    document = read_html(path, "\n".join(pages).encode("utf-8", "replace"))
    return replace(document, source=replace(document.source, sha256=fingerprint(data)))


def pages_in(data: bytes) -> Iterator[bytes]:
    """The parts of a message that are web pages, in their order, decoded from what mail makes of them."""
    for part in parts_in(data):
        header = header_of(part)
        if not field(header, b"content-type").lower().startswith(b"text/html"):
            continue
        end = _HEADER_END.search(part)
        body = part[end.end() :] if end else b""
        match field(header, b"content-transfer-encoding").lower():
            case b"base64":
                try:
                    yield base64.b64decode(body)
                except binascii.Error:
                    continue
            case b"quoted-printable":
                yield quopri.decodestring(body)
            case _:
                yield body


def parts_in(data: bytes) -> Iterator[bytes]:
    """The parts of a message, each from the first line of its header on."""
    mark = b"--" + (boundary_of(data[:WITHIN]) or b"\0")
    start = data.find(mark)
    for _ in range(MOST_PARTS):
        if start < 0:
            return
        end = data.find(mark, start + len(mark))
        yield data[start + len(mark) : end if end >= 0 else len(data)].lstrip(b"\r\n")
        start = end


def header_of(part: bytes) -> bytes:
    """The lines of a header, each folded one whole, before the first blank line."""
    end = _HEADER_END.search(part, 0, WITHIN)
    return _FOLDED.sub(b" ", part[: end.start() if end else WITHIN])


def field(header: bytes, name: bytes) -> bytes:
    match = re.search(rb"^" + re.escape(name) + rb":[ \t]*([^\r\n]*)", header, re.IGNORECASE | re.MULTILINE)
    return match.group(1).strip() if match else b""
