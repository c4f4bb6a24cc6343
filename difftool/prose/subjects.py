"""What an amount is about besides budget lines: the 三公 expenses and their kin, by their set names."""

from __future__ import annotations

from collections.abc import Iterator

from difftool.pattern import lazy_pattern
from difftool.prose.mention import Mention

_TAIL = r"(?:费用|经费|费|支出)?"
_VEHICLE = r"公(?:务(?:用)?)?车辆?"
_PUBLIC: tuple[tuple[str, str], ...] = (
    ("total", r"[“\"＂]?三公[”\"＂]?经费(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:总额|合计|总计|小计)?"),
    ("abroad", r"(?:因公(?:临时)?出国(?:[（(]境[)）])?|(?<![一-鿿])出国[（(]境[)）])" + _TAIL),
    ("vehicle", rf"(?:{_VEHICLE}|(?<![一-鿿]))购置(?:费|支出)?(?:及|和|、|与|以及)(?:运行(?:维护)?|运维)" + _TAIL),
    ("vehicle", rf"{_VEHICLE}运行(?:维护)?(?:费|支出)?(?:及|和|、|与|以及)购置" + _TAIL),
    ("vehicle", r"公务用车(?:费用?|经费)(?=[：:为是，,]|预算|决算|支出|20|$)"),
    ("vehicle_purchase", rf"{_VEHICLE}购置" + _TAIL),
    ("vehicle_operation", rf"{_VEHICLE}(?:运行(?:维护|维修)?|运维)" + _TAIL),
    ("reception", r"(?<!国内)(?<!国\(境\)外)公务接待" + _TAIL),
    ("agency_operation", r"(?:机关|(?<=财政拨款))运行" + _TAIL),
    ("meeting", r"(?<![一-鿿])?会议费"),
    ("training", r"培训费"),
    ("procurement", r"(?<!预留)(?<!其他)政府采购(?:预算|支出|资金|项目)?(?:总额|总计|合计|金额|总金额|总预算)?"),
    ("procurement", r"(?<![府物程务])采购(?:预算|支出)总(?:金?额|计)"),
)
_FUND_BEFORE = lazy_pattern(r"其中[：:，,]?一般公共预算(?:财政)?拨款$")
_PUBLIC_RULES = tuple((f"public:{item}", lazy_pattern(pattern)) for item, pattern in _PUBLIC)


def public_mentions(text: str) -> Iterator[Mention]:
    """The 三公 expenses and their kin that a text names, in order of their kinds."""
    for item, pattern in _PUBLIC_RULES:
        for match in pattern.finditer(text):
            # 重庆 2026: "其中一般公共预算拨款政府采购…" after the whole of the purchases.
            of_fund = item == "public:procurement" and _FUND_BEFORE.search(text[: match.start()])
            measure = "general_public" if of_fund else "total"
            yield Mention(item, match.group(), match.start(), match.end(), False, measure=measure)
