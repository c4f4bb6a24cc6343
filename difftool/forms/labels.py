"""Printed labels made comparable: white space, ordinals and variant brackets removed."""

from __future__ import annotations

import re

# "一、" "（一）" "(1)" "1." "1、" "①" "其中：" in any sequence before the name proper.
_ORDINAL = re.compile(
    r"(?:(?:[一二三四五六七八九十百]+|\d{1,2})[、．.:：]"
    r"|[(（](?:[一二三四五六七八九十百]+|\d{1,2})[)）][、.．]?"
    r"|[①-⑳]"
    r"|其中[:：]?)+(?=\D)"
)
_SPACE = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """The text without any white space."""
    return _SPACE.sub("", text)


def name_of(text: str) -> str:
    """A line's name as the contract wants it: white space and leading ordinals removed, the rest as printed."""
    bare = squeeze(text)
    match = _ORDINAL.match(bare)
    return bare[match.end() :] if match else bare


def plain(text: str) -> str:
    """A name for matching only: besides, one kind of bracket, quotation mark and comma."""
    return name_of(text).translate(_VARIANTS)


_VARIANTS = str.maketrans("（）“”＂《》，：〔〕", '()""""",:()')
