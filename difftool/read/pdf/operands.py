"""Operands of a content stream, token by token: what no whole operation matched."""

from __future__ import annotations

import re
from typing import Any, Final

from difftool.read.pdf import tokens
from difftool.read.pdf.tokens import UnknownConstruct

NOTHING: Final = object()

_ESCAPED_BYTE = re.compile(rb"#([0-9A-Fa-f]{2})")


def operand(data: bytes, place: int, nesting: int) -> tuple[Any, int]:
    """The next operand and where it ends: a float, a name as str, a string as bytes, a list, or `NOTHING` at the end.

    Dictionaries, which only name marks in the text, are lists of their keys and values; `nesting` is how deep they may
    go.
    """
    match = tokens.TOKEN.match(data, place)
    if match is None or nesting < 0:
        raise UnknownConstruct(f"byte {place} of the content begins no operand")
    kind, place = match.lastindex, match.end()
    if kind == tokens.NUMBER:
        return float(match[kind]), place
    if kind == tokens.NAME:
        return name_of(match[kind]), place
    if kind == tokens.HEX:
        return tokens.from_hex(match[kind]), place
    if kind == tokens.PARENTHESIS:
        return tokens.nested_literal(data, place)
    if kind == tokens.WORD:
        return match[kind] == b"true", place
    if kind == tokens.NOTHING:
        return NOTHING, place
    if kind == tokens.BRACKET and match[kind] in (b"[", b"<<"):
        return _members(data, place, b"]" if match[kind] == b"[" else b">>", nesting - 1)
    raise UnknownConstruct(f"{match[0]!r} begins no operand")


def _members(data: bytes, place: int, closing: bytes, nesting: int) -> tuple[list[Any], int]:
    members: list[Any] = []
    while True:
        match = tokens.TOKEN.match(data, place)
        if match is not None and match.lastindex == tokens.BRACKET and match[tokens.BRACKET] == closing:
            return members, match.end()
        member, place = operand(data, place, nesting)
        if member is NOTHING:
            raise UnknownConstruct("an array does not end")
        members.append(member)


def array_of(inner: bytes) -> list[Any]:
    """The strings and kerns between the brackets of a TJ array."""
    pieces: list[Any] = []
    for literal, digits, number in tokens.ELEMENT.findall(inner):
        if number:
            pieces.append(float(number))
        elif digits:
            pieces.append(tokens.from_hex(digits))
        elif literal:
            pieces.append(tokens.from_literal(literal))
    return pieces


def name_of(written: bytes) -> str:
    """A name as pdfminer.six spells it in the keys of its dictionaries."""
    name = _ESCAPED_BYTE.sub(lambda match: bytes((int(match[1], 16),)), written) if b"#" in written else written
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return str(name)
