"""The words before an amount: the line that they name, and which of them belong to the amount."""

from __future__ import annotations

import re

from difftool.pattern import lazy_pattern
from difftool.prose.clauses import clause_end, ends_sentence, sentence_end
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.named import at_end, dashed, firmly, loose
from difftool.prose.periods import is_pure
from difftool.prose.subjects import public_mentions
from difftool.prose.totals import total_mentions

# What may stand between a bare name and its amount; 支出 can be the end of the name or not.
_FORM = (
    r"(?:(?:[：:，,]|类?科目|(?<=支出)类)?(?:20[0-4]\d年度?)?(?:当年|年初|年末|全年|调整后?)?(?:预算|决算|执行)?"
    r"(?:安排|支出|合计|共计|共)?数?[为是]?)$"
)
_TAILS = (lazy_pattern(_FORM), lazy_pattern("支出" + _FORM), lazy_pattern(r"[”\"]" + _FORM))
_HELD = lazy_pattern(r"[（(](?:其中)?(?:不?含|包括|包含)[^（）()\d。]*[）)]")


def named_before(lead: str, lines: Lines, stage: str) -> Mention | None:
    """The line that the words before an amount name, with nothing but words of form between."""
    found = [
        mention
        for mention in (
            *firmly(lead, lines),
            *dashed(lead, lines),
            *loose(lead, lines),
            *public_mentions(lead),
            *total_mentions(lead, stage),
        )
        if is_pure(lead[mention.end :]) and (mention.firm or not ends_sentence(lead[mention.end :]))
    ]
    shortened = (lead, *(rule.sub("", lead) for rule in _TAILS))
    bare = next(filter(None, (at_end(words, lines) for words in shortened)), None)
    if bare is not None:
        found.append(bare)
    first = min(found, key=lambda mention: (not mention.firm, mention.start, -mention.end), default=None)
    return called_three_public(found, first)


def listed_with(lead: str, named: Mention, lines: Lines, stage: str) -> list[Mention]:
    """The lines before the last of a list of which one amount is each one's: "上级补助收入、事业收入均为0万元"."""
    if "均" not in lead[named.end :]:
        return []
    names = re.split(r"[、和及与]", clause_end(lead[: named.start]))
    return [mention for name in names if name and (mention := named_before(name, lines, stage)) is not None]


def called_three_public(found: list[Mention], first: Mention | None) -> Mention | None:
    """The 三公 expenses where the last of a list of them is named: "出国费、公务接待费（简称“三公”经费）合计9万元"."""
    if first is None or not first.item.startswith("public:"):
        return first
    return next((one for one in found if one.item == "public:total" and one.start > first.start), first)


def since(lead: str, subject: Mention, offset: int) -> str:
    """What stands between the subject and the amount: of the sentence in hand only, where the subject is firm."""
    between = lead[subject.end - offset :] if offset <= subject.end <= offset + len(lead) else lead
    return sentence_end(between) if subject.firm else between


def without_aside(lead: str) -> str:
    """The words before an amount, with a bracket behind the amount before them blanked: it tells what that one holds.

    安徽 writes "收入总计9万元（含年初结转和结余）、支出总计9万元（含年末结转和结余）".
    """
    match = _HELD.match(lead)
    return "，" * match.end() + lead[match.end() :] if match else lead
