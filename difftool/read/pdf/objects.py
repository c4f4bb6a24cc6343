"""Read the objects of a PDF by regular expression: an entry of a dictionary or a run of numbers per match.

pdfminer.six takes a file token by token and byte class by byte class, which in short documents is most of the work.
What stands here reads the plain ways in which programs write objects to the same values; at anything else it raises
`UnknownObject`, and pdfminer.six's parser reads that object.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSLiteral, literal_name

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

DEEPEST = 50  # objects in one another; what lies deeper is left to the parser that keeps a stack of its own

_REGULAR = rb"[^\x00-\x20#/%\[\]()<>{}]"
GAP = rb"(?:\s++|%[^\r\n]*+)*+"  # space and comments
_NAME = rb"/((?:" + _REGULAR + rb"++|#[0-9A-Fa-f]{2})*+)"
_STRING = rb"\(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)"
_VALUE = (
    rb"(?:([-+.\d]++(?:\s++[-+.\d]++)*+)\s*+(R(?!" + _REGULAR + rb"))?"
    rb"|" + _NAME + rb"|(<<)|(\[)|<([0-9A-Fa-f\s]*+)>|" + _STRING + rb"|(true|false|null)(?!" + _REGULAR + rb"))"
)

_MEMBER = re.compile(GAP + rb"(?:" + _VALUE + rb"|(\]))", re.DOTALL)
NUMBERS, REFERENCE, NAME, DICTIONARY, ARRAY, HEX, LITERAL, WORD, END = range(1, 10)
_ENTRY = re.compile(GAP + rb"(?:" + _NAME + GAP + _VALUE + rb"|(>>))", re.DOTALL)  # a group for the key comes first

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([nrtbf()\\])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_HEX_BYTE = re.compile(rb"#(..)", re.DOTALL)
_WORDS = {b"true": True, b"false": False, b"null": None}


class UnknownObject(Exception):
    """The object is not written in one of the plain ways."""


class _Names(dict[bytes, PSLiteral]):
    def __missing__(self, written: bytes) -> PSLiteral:
        name = _HEX_BYTE.sub(lambda match: unhexlify(match[1]), written) if b"#" in written else written
        try:
            found: PSLiteral = LIT(name.decode("utf-8"))
        except UnicodeDecodeError:
            found = LIT(name)
        self[written] = found
        return found


class _Keys(dict[bytes, str]):
    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, written: bytes) -> str:
        found = self[written] = literal_name(self._names[written])
        return found


class ObjectReader:
    """Reads objects to the values that pdfminer.six has for them; references are those of the document."""

    def __init__(self, document: PDFDocument | None) -> None:
        self._document = document
        self._names = _Names()
        self._keys = _Keys(self._names)

    def value(self, data: bytes, place: int) -> tuple[Any, int]:
        """The object that begins at a place, and where it ends; raises `UnknownObject`."""
        match = _MEMBER.match(data, place)
        if match is None or match.lastindex == END:
            raise UnknownObject
        return self._value(match, 0, data, DEEPEST)

    def _value(self, match: re.Match[bytes], before: int, data: bytes, nesting: int) -> tuple[Any, int]:
        """What a match found, its groups counted from `before`, and where that ends."""
        group = (match.lastindex or 0) - before
        place = match.end()
        if group == NAME:
            return self._names[match[before + NAME]], place
        if group == REFERENCE:
            return self._reference(match[before + NUMBERS].split()), place
        if group == NUMBERS:
            return _number(match[before + NUMBERS]), place
        if group == DICTIONARY:
            return self._dictionary(data, place, nesting - 1)
        if group == ARRAY:
            return self._array(data, place, nesting - 1)
        if group == WORD:
            return _WORDS[match[before + WORD]], place
        if group == LITERAL:
            return _literal(match[before + LITERAL]), place
        return _hexadecimal(match[before + HEX]), place

    def _dictionary(self, data: bytes, place: int, nesting: int) -> tuple[dict[str, Any], int]:
        if nesting < 0:
            raise UnknownObject
        entries: dict[str, Any] = {}
        keys = self._keys
        while True:
            match = _ENTRY.match(data, place)
            if match is None:
                raise UnknownObject
            group = match.lastindex
            if group == NAME + 1:
                key, name = match.group(1, NAME + 1)
                entries[keys[key]] = self._names[name]
                place = match.end()
            elif group == END + 1:
                return entries, match.end()
            else:
                value, place = self._value(match, 1, data, nesting)
                if value is not None:
                    entries[keys[match[1]]] = value

    def _array(self, data: bytes, place: int, nesting: int) -> tuple[list[Any], int]:
        if nesting < 0:
            raise UnknownObject
        members: list[Any] = []
        while True:
            match = _MEMBER.match(data, place)
            if match is None:
                raise UnknownObject
            group = match.lastindex
            if group == END:
                return members, match.end()
            if group == NUMBERS:
                members += _numbers(match[NUMBERS].split())
                place = match.end()
            elif group == REFERENCE:
                numbers = match[NUMBERS].split()
                if len(numbers) > 2:
                    members += _numbers(numbers[:-2])
                members.append(self._reference(numbers[-2:]))
                place = match.end()
            else:
                value, place = self._value(match, 0, data, nesting)
                members.append(value)

    def _reference(self, numbers: list[bytes]) -> PDFObjRef:
        if len(numbers) != 2 or not (numbers[0].isdigit() and numbers[1].isdigit()):
            raise UnknownObject
        return PDFObjRef(self._document, int(numbers[0]))


def _number(digits: bytes) -> float:
    """An integer as int, another number as float."""
    try:
        return float(digits) if b"." in digits else int(digits)
    except ValueError as error:
        raise UnknownObject from error


def _numbers(numbers: list[bytes]) -> list[float]:
    try:
        return [float(each) if b"." in each else int(each) for each in numbers]
    except ValueError as error:
        raise UnknownObject from error


def _hexadecimal(digits: bytes) -> bytes:
    try:
        return unhexlify(b"".join(digits.split()))
    except ValueError as error:
        raise UnknownObject from error


def _literal(inner: bytes) -> bytes:
    return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_break, plain, _ = match.groups()
    if octal is not None and int(octal, 8) < 256:
        return bytes((int(octal, 8),))
    if plain is not None:
        return _ESCAPED.get(plain, plain)
    if line_break is None:
        raise UnknownObject
    return b""
