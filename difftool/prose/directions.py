"""Which way a printed reason points: more of something makes a rise, savings make a fall."""

from __future__ import annotations

from difftool.pattern import lazy_pattern

RISE, FALL = "rise", "fall"

RISING = "增加|增长|上升|提高"
"""The words that tell of an amount that it rose, as alternatives of a pattern."""
FALLING = "减少|下降|降低|压减"
"""The words that tell of an amount that it fell, likewise."""
_GROWTH = lazy_pattern(r"增加|增长|增多|提高|上涨|新增|上升|扩大|调增|增资|增人|追加")
_SAVING = lazy_pattern(r"减少|下降|降低|压减|压缩|节约|节俭|过紧日子|缩减|精简|调减|取消")
# Words that turn a direction round or speak of another time: "上年增加了一次性项目".
_OTHER = lazy_pattern(
    r"上年|去年|往年|\d{4}年|一次性|结转|退休|调出|调入|划转|调整|转入|转出|基数|未|不|没有|无|改革|列入|口径|公式|正常|占比|低于|高于|从|一是|一方面"
)


def direction_of(reason: str) -> str:
    """`RISE` or `FALL`, or "" for a reason that speaks of both, of neither, of another year or of a move."""
    grows, saves = _GROWTH.search(reason) is not None, _SAVING.search(reason) is not None
    if grows == saves or _OTHER.search(reason):
        return ""
    return RISE if grows else FALL
