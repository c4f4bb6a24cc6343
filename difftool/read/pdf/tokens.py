"""The words of a content stream: one regular expression that takes a whole operation, operands and all, per match.

Most of a page is a few shapes of operation ("12.5 0 Td", "<4E00> Tj", "[(a) -250 (b)] TJ"); each is one alternative.
What none of them matches is taken token by token.
"""

from __future__ import annotations

import re
from binascii import unhexlify

_WS = rb"[\x00\t\n\x0c\r ]"
_NUMBER = rb"[-+]?(?:\d+\.?\d*+|\.\d+)"
_NUMBERS = rb"[-+.\d\x00\t\n\x0c\r ]*+"  # whatever float() takes; the rest is no number anyway
_END = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|\Z)"
_TAG = rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+"
_NAME = rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
_LITERAL = rb"\((?:[^()\\]++|\\.)*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_PAINT = rb"((?:W\*?%(ws)s++)?(?:[SsFn]|[fBb]\*?))%(end)s"
_LINK = rb"[-+.\d]++%(ws)s++-?0(?:\.0*+)?%(ws)s++T[dD]%(ws)s*+<[0-9A-Fa-f]*+>%(ws)s*+Tj%(end)s%(ws)s*+"

# Groups of OPERATION, by which a reader tells what it found.
NUMBERS, POLYGON, CLOSED, POLYGON_PAINTED, RECTANGLE_PAINTED = range(1, 6)
MOVE, CHAIN, MOVED_LITERAL, MOVED_ARRAY, OPERATOR = range(6, 11)
HEX_SHOWN, LITERAL_SHOWN, ARRAY_SHOWN, FONT, FONT_SIZE, OTHER = range(11, 17)

_PARTS = {b"ws": _WS, b"end": _END, b"number": _NUMBER, b"numbers": _NUMBERS, b"literal": _LITERAL, b"hex": _HEX}
_PARTS |= {b"name": _NAME, b"tag": _TAG}
_PARTS |= {
    b"shown": rb"\(((?:[^()\\]++|\\.)*+)\)%(ws)s*+Tj%(end)s" % _PARTS,
    b"array": rb"\[((?:[^\[\]()<>%%]++|%(literal)s|%(hex)s)*+)\]%(ws)s*+TJ%(end)s" % _PARTS,
}
_PARTS |= {b"paint": _PAINT % _PARTS, b"link": _LINK % _PARTS}

OPERATION = re.compile(
    rb"(?:%(ws)s++|%%[^\r\n]*+|ET%(end)s)*+(?:"
    # Operands and an operator; with a path's first point goes the whole path, with a place the text shown there.
    rb"(%(numbers)s)(?:"
    rb"m((?:%(numbers)sl%(end)s)++)(%(ws)s++h%(end)s)?%(ws)s++%(paint)s"
    rb"|re%(ws)s++%(paint)s"
    rb"|T([dDm])%(ws)s*+(?:(<[0-9A-Fa-f]*+>%(ws)s*+Tj%(end)s%(ws)s*+(?:%(link)s)*+)|%(shown)s|%(array)s)"
    rb"|([A-Za-z]{1,3}[*01]?|['\"])%(end)s)"
    # Strings shown, fonts set, and marks, dashes and rendering intents, which are passed by.
    rb"|<([0-9A-Fa-f]*+)>%(ws)s*+Tj%(end)s"
    rb"|%(shown)s|%(array)s"
    rb"|%(name)s%(ws)s++(%(number)s)%(ws)s++Tf%(end)s"
    rb"|%(tag)s%(ws)s*+(?:gs|ri|%(tag)s%(ws)s*+BDC|<<(?:[^<>()%%]++|%(literal)s|%(hex)s)*+>>%(ws)s*+BDC|BMC)%(end)s"
    rb"|\[%(numbers)s\]%(ws)s*+%(number)s%(ws)s++d%(end)s"
    # Anything else, an operand by itself or what is unknown; or the end, so that no search goes on behind it.
    rb"|(.)|\Z)" % _PARTS,
    re.DOTALL,
)

# One element of a TJ array: a literal string, a hexadecimal one or a kern.
ELEMENT = re.compile(rb"\(((?:[^()\\]++|\\.)*+)\)|<([0-9A-Fa-f\s]*+)>|(%s)" % _NUMBER, re.DOTALL)

# One link of a chain of strings on a line ("240 0 Td <4E00> Tj"), as drivers of Office programs write them.
LINK = re.compile(rb"([-+.\d]++)[^T]*+T[dD][^<]*+<([0-9A-Fa-f]*+)>")

# One token where no whole operation matches.
TOKEN = re.compile(
    rb"(?:%(ws)s++|%%[^\r\n]*+)*+(?:(%(number)s)%(end)s|%(name)s|<([0-9A-Fa-f\s]*+)>|(<<|>>|[\[\]])"
    rb"|(true|false|null)%(end)s|(\()|([A-Za-z]{1,3}[*01]?|['\"])%(end)s|(\Z))" % _PARTS,
    re.DOTALL,
)
NUMBER, NAME, HEX, BRACKET, WORD, PARENTHESIS, BARE_OPERATOR, NOTHING = range(1, 9)

_PARENTHESES = re.compile(rb"[^()\\]++|\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# EI with content behind it, which is plain text; the same two letters amid a picture are followed by other bytes.
_END_OF_PICTURE = re.compile(rb"\sEI(?=\s[\t\n\f\r\x20-\x7e]{12}|\s[\t\n\f\r\x20-\x7e]{0,11}\Z|\Z)")


class UnknownConstruct(Exception):
    """The stream holds what this reader does not know; the other interpreter may."""


def from_hex(digits: bytes) -> bytes:
    """The bytes of a hexadecimal string; a missing last digit is 0."""
    try:
        return unhexlify(digits)
    except ValueError:
        digits = b"".join(digits.split())
        return unhexlify(digits + b"0" * (len(digits) % 2))


def from_literal(inner: bytes) -> bytes:
    """The bytes of what stands between a literal string's parentheses."""
    return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_break, character = match.groups()
    if octal is not None:
        return bytes((int(octal, 8) & 255,))
    if line_break is not None:
        return b""
    return _ESCAPED.get(character, character)


def nested_literal(data: bytes, start: int) -> tuple[bytes, int]:
    """A literal string that may hold balanced parentheses, from after its first one, and where it ends."""
    depth, place = 1, start
    while True:
        match = _PARENTHESES.match(data, place)
        if match is None:
            raise UnknownConstruct("a string does not end")
        place = match.end()
        if match[0] == b"(":
            depth += 1
        elif match[0] == b")":
            depth -= 1
            if not depth:
                return from_literal(data[start : place - 1]), place


def picture_end(data: bytes, start: int) -> int:
    """Where the data of an inline picture end."""
    match = _END_OF_PICTURE.search(data, start)
    if match is None:
        raise UnknownConstruct("an inline picture does not end")
    return match.end()
