"""The words before an amount: the line that they name, and which of them belong to the amount."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern
from difftool.prose.clauses import AmountInText, clause_end, ends_sentence, sentence_end
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention, shifted
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
_JOINTS = "[、和及与]"
_IN_TURN = lazy_pattern(r"([^，,。；;：:]*)(?:分别|依次)[^，,。；;：:、\d]{0,6}$")
_NEXT = r"(?:[、，,和与及]|以及)\d+(?:,\d{3})*(?:\.\d+)?(?:[亿百万千]*元|(?=[、，,和与及]\d))"
_SERIES = lazy_pattern(rf"(?:{_NEXT})*")
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


def named_in_turn(one: AmountInText, lines: Lines, stage: str) -> tuple[Mention, ...] | None:
    """The lines of a list with an amount for each behind it: "会议费、培训费分别为5万元、6万元".

    None where no such list stands before the amount, nothing where it is not sure which amount is whose.
    """
    match = _IN_TURN.search(one.lead)
    amounts = 1 + amounts_joined(one.rest)
    if match is None or not re.search(_JOINTS, match[1]):
        return None
    for joints in (_JOINTS, "、", "、|[和与及](?=[^和与及、]*$)"):
        names = re.split(joints, match[1])
        found = [named_before(name, lines, stage) for name in names]
        mentions = tuple(mention for mention in found if mention is not None and not mention.also)
        if len(mentions) == len(names) == amounts and sides_said(mentions):
            return (shifted(mentions[0], match.start(1)), *(replace(one, start=0, end=0) for one in mentions[1:]))
    return ()


def amounts_joined(rest: str) -> int:
    """How many amounts follow right behind one, joined to it."""
    series = _SERIES.match(rest)
    return len(re.findall(_NEXT, series.group())) if series else 0


def sides_said(mentions: Sequence[Mention]) -> bool:
    """Whether a list is of one side, or says of each line which: of "一般公共预算、基金支出" the first is no income."""
    sources = [mention for mention in mentions if kind_of(mention.item) == "source"]
    return len(sources) in (0, len(mentions)) or all("收入" in mention.name for mention in sources)


def called_three_public(found: list[Mention], first: Mention | None) -> Mention | None:
    """The 三公 expenses where the last of a list of them is named: "出国费、公务接待费（简称“三公”经费）合计9万元"."""
    if first is None or kind_of(first.item) != "public":
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
