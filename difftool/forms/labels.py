"""Printed labels made comparable: white space, ordinals and variant brackets removed."""

from __future__ import annotations

from functools import lru_cache

from difftool.pattern import lazy_pattern

# "一、" "（一）" "(1)" "1." "1、" "①" "其中：" in any sequence before the name proper. Of "一、" in a scan the stroke
# may be lost: what is left is "、". Dashes before a name tell its level, as many as levels are above it.
_ORDINAL = lazy_pattern(
    r"(?:(?:[一二三四五六七八九十百]+|\d{1,2}|[Ⅰ-Ⅻ]+)[、．.:：]"
    r"|[(（](?:[一二三四五六七八九十百]+|\d{1,2})[)）][、.．]?"
    r"|[①-⑳]"
    r"|其中[:：]?|^、|^[-—–－]+(?=[一-鿿]))+(?=\D)"
)
_COUNTED = lazy_pattern(
    r"[(（](?:辆|台|套|架|艘|个|次|批|批次|人|人次|组|家|项|件|平方米)(?:[/／、，,].{1,6})?[)）]|保有量|批次|团组|人次|人数"
    r"|(?<!公务)用车$|一般公务用车$"
    r"|^(?:分值|得分|权重|分数|评分|得分率)(?:[(（].*[)）])?$"
)
REMEMBERED = 1 << 12  # labels: the same ones are looked at again and again


@lru_cache(REMEMBERED)
def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


@lru_cache(REMEMBERED)
def name_of(text: str) -> str:
    """A line's name as the contract wants it: white space and leading ordinals removed, the rest as printed."""
    bare = squeeze(text)
    match = _ORDINAL.match(bare)
    return bare[match.end() :] if match else bare


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """A name for matching only: besides, one kind of bracket, quotation mark and comma."""
    return name_of(text).translate(_VARIANTS)


@lru_cache(REMEMBERED)
def is_count(text: str) -> bool:
    """Whether a label or heading counts cars, guests or points of a mark, which is no amount of money."""
    return bool(_COUNTED.search(squeeze(text)))


_VARIANTS = str.maketrans("（）“”＂《》，：〔〕", '()""""",:()')
