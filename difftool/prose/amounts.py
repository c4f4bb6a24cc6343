"""Amounts in running text: the number, its unit, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from difftool.model.money import UNITS, Money, read_money
from difftool.pattern import lazy_pattern

_NUMBER = r"-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
# "56.78万元"; not "万元/人", "万元以上" and other measures that are no sum. 广西 and 湖北 forget 元: "0.00万，".
_WITHOUT_YUAN = r"(?:(?<=\.\d)|(?<=\.\d\d))万(?=[，,。；;、）)])"
_AMOUNT = lazy_pattern(rf"(?<![\d.])({_NUMBER})({UNITS}|{_WITHOUT_YUAN})(?![/／每]|以[上下内]|\d)")
_BARE_NUMBER = lazy_pattern(rf"({_NUMBER})")
# "支出7.20，占1.39%": the unit forgotten in a list of shares (株洲 2024).
_WITHOUT_UNIT = lazy_pattern(r"(?<![\d.])(\d+\.\d{2})(?=[，,]占\d)")
# 四川: "各是12.50,13.50万元" has one unit for both. A comma behind a number without decimals may be one of thousands.
_SHARED_UNIT = lazy_pattern(
    rf"(?:各|分别|依次)[^，,。；;、\d]{{0,4}}((?:{_NUMBER}(?:[、和与]|(?<=\.\d\d)[,，]))+){_NUMBER}({UNITS})"
)
# "政府性基金拨款支出预算为0；", "公务用车购置为0，": nothing needs no unit.
_NOTHING = lazy_pattern(r"(?:(?<=[算出入费额]为)|(?<=[算行]数为)|(?<=购置为))(0)(?=[，,。；;、）)]|$)")


class Amount(Struct, frozen=True):
    """An amount at `start` to `end` of a text; `money.raw` is the number as printed."""

    money: Money
    start: int
    end: int


def amounts_in(text: str) -> Iterator[Amount]:
    """The amounts of a text in order; one without a unit, in a list of shares or of nothing, is in 万元."""
    found = [(match, "万元" if match.group(2) == "万" else match.group(2)) for match in _AMOUNT.finditer(text)]
    found += [(match, "万元") for rule in (_WITHOUT_UNIT, _NOTHING) for match in rule.finditer(text)]
    for shared in _SHARED_UNIT.finditer(text):
        numbers = _BARE_NUMBER.finditer(text, *shared.span(1))
        found += [(match, shared.group(2)) for match in numbers]
    for match, unit in sorted(found, key=lambda pair: pair[0].start()):
        money = read_money(match.group(1).replace("，", ","), unit)
        if money is not None:
            yield Amount(money, match.start(), match.end())
