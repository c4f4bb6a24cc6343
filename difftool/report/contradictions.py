"""The contradiction that the first screen tells: which document, what it says, and the printed rows that disagree."""

from __future__ import annotations

from decimal import Decimal

from difftool.model.comparison import Check
from difftool.pattern import lazy_pattern
from difftool.report.appendix import check_message, grave_checks
from difftool.report.context import Context, reads_itself
from difftool.report.language import say
from difftool.report.pictures import check_spots, place_strips
from difftool.report.view import Finding

_NUMBER = lazy_pattern(r"[-\u2212]?\d[\d,]*(?:\.\d+)?")
# A sum read from dozens of cells is looked up in the list of checks; the first screen shows what fits on it.
_MOST_STRIPS = 3


def worst_contradiction(context: Context) -> Check | None:
    """The contradiction with the widest gap between what is printed and what should be, amounts before percentages."""
    return max(grave_checks(context.comparison.checks), key=_gravity, default=None)


def contradictions_of(context: Context) -> list[Finding]:
    """One finding: the worst contradiction, with its print, and how many more there are."""
    worst = worst_contradiction(context)
    if worst is None:
        return []
    sentence = _sentence(context, worst)
    others = len(grave_checks(context.comparison.checks)) - 1
    if others:
        sentence += say("另有 {count} 处。", count=others)
    strips = place_strips(context, list(dict.fromkeys(check_spots(context, worst)))[:_MOST_STRIPS])
    return [Finding(say("对不上"), "check", sentence, (), "#checks", strips)]


def _sentence(context: Context, check: Check) -> str:
    told = check_message(check).rstrip("。.")
    if reads_itself(context.comparison):
        return say("文件自相矛盾：{first}。", first=told)
    if check.side not in context.links:
        return say("两份文件互相矛盾：{first}。", first=told)
    return say("{label}自相矛盾：{first}。", label=context.label(check.side), first=told)


def _gravity(check: Check) -> tuple[bool, Decimal]:
    """Whether amounts disagree, and by what share of the greater one; the first of equals is kept."""
    numbers = [_NUMBER.fullmatch(text.rstrip("万亿元%")) for text in (check.expected, check.found)]
    expected, found = (
        Decimal(match[0].replace(",", "").replace("\N{MINUS SIGN}", "-")) if match else Decimal(0) for match in numbers
    )
    greatest = max(abs(expected), abs(found))
    gap = abs(expected - found) / greatest if greatest and all(numbers) else Decimal(0)
    return "%" not in check.found, gap
