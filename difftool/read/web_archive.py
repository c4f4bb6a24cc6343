"""Web pages saved in a single file (.mhtml, .mht): a message whose parts are the page, its frames and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Document
from difftool.model.problem import NothingInIt, TooDeep, TooManyBytes
from difftool.read.html import read_html
from difftool.read.markup import decode_page
from difftool.read.reader import fingerprint

WITHIN = 8192  # bytes; the header of the message stands in them
MOST_PARTS = 10_000  # pictures, frames and styles; a page has some dozens


def is_web_archive(data: bytes) -> bool:
    """Whether the bytes begin as a message of several parts that belong together (RFC 2557)."""
    head = data[:WITHIN]
    if b"mime-version:" not in head.lower():
        return False
    header = message_from_bytes(head.lstrip(b"\r\n"))
    return header.get_content_type() == "multipart/related" and header.get_boundary() is not None


def read_web_archive(path: Path, data: bytes) -> Document:
    """The document in a web page saved with its frames and pictures, as if it had been saved alone.

    Pages that stand in frames, and the sheets of a workbook saved so, follow the page that shows them. Raises as
    `read_html` does.
    """
    most = bounds_in_force().stream_bytes
    if len(data) > most:
        raise TooManyBytes(path=path, detail=f"more than {most:,} bytes")
    try:
        pages = [decode_page(page)[0] for page in pages_in(data)]
    except RecursionError as error:  # the parser descends into messages within messages
        raise TooDeep(path=path, detail="messages within messages") from error
    if not pages:
        raise NothingInIt(path=path, detail="save the page from the browser as it is shown")
    document = read_html(path, "\n".join(pages).encode("utf-8", "replace"))
    return replace(document, source=replace(document.source, sha256=fingerprint(data)))


def pages_in(data: bytes) -> Iterator[bytes]:
    """The parts of a message that are web pages, in their order, decoded from what mail makes of them."""
    for part in islice(message_from_bytes(data.lstrip(b"\r\n")).walk(), MOST_PARTS):
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes):
            yield page
