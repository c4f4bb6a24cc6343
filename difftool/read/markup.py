"""The markup of a web page made fit to be parsed: its encoding found, scripts and pictures out, its cost bounded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from difftool.model.bounds import bounds_in_force
from difftool.model.problem import DamagedFile, NothingInIt, TooDeep, TooLarge, TooManyBytes, UnsafeFile

MOST_ATTRIBUTES = 256  # of one element: the parser's time grows with their square
DEEPEST = 250  # elements in one another; the parser's own bound is a little above

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|style|table|div|p|h[1-6]|center|span|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANYWHERE = re.compile(r"<(?:html|!doctype\s+html)[\s>]", re.IGNORECASE)
_DECLARATION = re.compile(r"<!doctype[^>\[]{0,500}\[|<!entity", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_PICTURE = re.compile(r"data:[\w.+-]++/[^\"'\s>)]{100,}+")
# Browsers show what follows the end of a page, or of a page put whole into another; the parser would stop there.
_ENDED = re.compile(r"</(?:html|body)\s*+>", re.IGNORECASE)
_ATTRIBUTE = r"[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+"
_ATTRIBUTES = re.compile(rf"<[a-zA-Z][^\s/>]*+((?:[\s/=]++|{_ATTRIBUTE})*+)")
_ONE = re.compile(_ATTRIBUTE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does, whatever the file's name."""
    head = data[:4096]
    text = head.decode("utf-16" if head[:2] in _UTF_16 else "utf-8", "ignore").lstrip("\ufeff")
    return bool(_OPENING.match(text) or _ANYWHERE.search(text))


def parse_page(path: Path, data: bytes) -> tuple[Any, int]:
    """The root element of a page, and how many of its characters could not be decoded.

    Raises `TooLarge`, `UnsafeFile`, `DamagedFile`, or `NothingInIt` where there is no element.
    """
    from lxml import etree

    bounds = bounds_in_force()
    if len(data) > bounds.stream_bytes:
        raise TooManyBytes(path=path, detail=f"more than {bounds.stream_bytes:,} bytes")
    text, undecoded = decode_page(data)
    if _DECLARATION.search(text[:4096]):
        raise UnsafeFile(path=path, detail="declarations of its own")
    text = _PICTURE.sub("data:,", without("style", without("script", text.replace("\0", ""))))
    text = _ENDED.sub("", text)
    if text.count("<") + text.count("=") > bounds.marks:
        raise TooManyBytes(path=path, detail=f"more than {bounds.marks:,} elements")
    for match in _ATTRIBUTES.finditer(text):
        told = match.group(1)
        if len(told) > MOST_ATTRIBUTES and sum(1 for _ in _ONE.finditer(told)) > MOST_ATTRIBUTES:
            raise TooLarge(path=path, detail=f"an element of more than {MOST_ATTRIBUTES} attributes")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise DamagedFile(path=path, detail=str(error).splitlines()[0]) from error
    complaints = " ".join(entry.message for entry in parser.error_log)
    if "xcessive depth" in complaints:
        raise TooDeep(path=path, detail=f"more than {DEEPEST} elements in one another")
    if "Resource limit" in complaints:
        raise TooManyBytes(path=path, detail="a text of more than ten million bytes")
    if root is None:
        raise NothingInIt(path=path, detail="save the page from the browser as it is shown")
    return root, undecoded


def decode_page(data: bytes) -> tuple[str, int]:
    """The text of a page and how many characters of it could not be decoded.

    What the page says of its encoding is asked last: copies of GB18030 pages say UTF-8, and the other way round.
    """
    if data[:2] in _UTF_16:
        text = data.decode("utf-16", "replace")
        return text, text.count("\ufffd")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError:
            continue
    said = _CHARSET.search(data[:4096])
    found = []
    for encoding in ("utf-8", "gb18030", said.group(1).decode("ascii", "replace") if said else "utf-8"):
        try:
            text = data.decode(encoding, "replace")
        except (LookupError, UnicodeError):
            continue
        found.append((text.count("\ufffd"), text))
    count, text = min(found, key=lambda each: each[0])
    return text, count


def without(tag: str, text: str) -> str:
    """The text of a page without the elements of this tag, which holds raw text; an unclosed one reaches to the end."""
    kept: list[str] = []
    lower = text.lower() if text.isascii() else text.translate(_LOWER)
    at = 0
    while (start := lower.find(f"<{tag}", at)) >= 0:
        kept.append(text[at:start])
        end = lower.find(f"</{tag}", start)
        if end < 0:
            return "".join(kept)
        close = text.find(">", end)
        at = close + 1 if close >= 0 else len(text)
    return "".join([*kept, text[at:]])


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}  # one to one, unlike lower() on all of Unicode
