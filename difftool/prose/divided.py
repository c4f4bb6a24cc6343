"""What a passage divides into parts that the passages below it tell: the expenditure of a fund, or a part of it."""

from __future__ import annotations

from msgspec import Struct

from difftool.pattern import lazy_pattern
from difftool.prose.ordinals import BRACKETED, CHINESE, CIRCLED

_SECTION = lazy_pattern(rf"[“\"]?(?:{CHINESE}、|第{CHINESE}[部章节])")
_ITEM_MARK = lazy_pattern(rf"{BRACKETED}|\d{{1,2}}[.．、](?!\d)|{CIRCLED}")
_CHINESE = lazy_pattern(CHINESE)
_DIGITS = lazy_pattern(r"\d+|[①-⑳]")


class Divided(Struct, frozen=True):
    """A fund, or the part "basic" or "project" of all expenditure, that a passage numbered by `mark` divides."""

    mark: str
    fund: str
    part: str


def still_divided(above: tuple[Divided, ...], text: str) -> tuple[Divided, ...]:
    """What is divided above that a passage can tell a part of: not what is numbered as the passage is, nor after it.

    湖南 tells "一般公共预算拨款支出9万元，…具体安排情况如下：", then "（一）基本支出：…8万元" below it.
    """
    if is_section(text):
        return ()
    mark = item_mark(text)
    same = next((at for at, one in enumerate(above) if mark and one.mark == mark), len(above))
    return above[:same]


def fund_divided(above: tuple[Divided, ...]) -> str:
    """The fund divided nearest above, "total" for none."""
    return next((one.fund for one in reversed(above) if one.fund != "total"), "total")


def part_divided(above: tuple[Divided, ...]) -> str:
    """The part of expenditure that the passage nearest above divides, "" for none."""
    return above[-1].part if above else ""


def is_section(text: str) -> bool:
    """Whether a passage opens a section: "一、", "第二部分"."""
    return _SECTION.match(text) is not None


def item_mark(text: str) -> str:
    """How an item is numbered, whatever its number: "（一）" for "（二）基本支出…", "" where it is no item."""
    match = _ITEM_MARK.match(text)
    return _CHINESE.sub("一", _DIGITS.sub("1", match.group())) if match else ""
