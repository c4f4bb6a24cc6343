"""Sentences to facts: every amount is given to the line that the words before it name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from difftool import codes
from difftool.model.disclosure import FINAL, Passage
from difftool.model.fact import APPROVED, EXECUTED, NARRATIVE, Fact
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount, amounts_in
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.named import at_end, dashed, firmly, loose
from difftool.prose.own_names import Left, by_own_names, is_beside_the_budget
from difftool.prose.periods import (
    completed_phase,
    is_compared,
    is_difference,
    is_moved,
    is_moved_on,
    is_pure,
    phase_said,
    yardstick_in,
    year_said,
)
from difftool.prose.subjects import public_mentions
from difftool.prose.totals import told_of_projects, total_mentions
from difftool.prose.wholes import PARTS_FOLLOW, WHOLES, Said, fund_in_hand, measure_in_fund, said_of

LABEL_LENGTH = 60  # a passage no longer than this that names a line and no amount is a label for what follows

_ORDINAL = lazy_pattern(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|[①-⑳])?[“\"]?"
)
# What may stand between a bare name and its amount; 支出 can be the end of the name or not.
_FORM = (
    r"(?:(?:[：:，,]|科目)?(?:20[0-4]\d年度?)?(?:当年|年初|年末|全年|调整后?)?(?:预算|决算|执行)?"
    r"(?:安排|支出|合计|共计|共)?数?[为是]?)$"
)
_TAILS = (lazy_pattern(_FORM), lazy_pattern("支出" + _FORM), lazy_pattern(r"[”\"]" + _FORM))
# 三公 expenses that are economic lines too; 机关运行经费 and the sum of the 三公 are none.
_ECONOMIC_TOO = tuple(
    f"public:{item}" for item in ("abroad", "vehicle_purchase", "vehicle_operation", "reception", "meeting", "training")
)
# The columns of a line that a total's name means inside the line's sentence.
_PARTS_OF_LINE = {"use:basic": "basic", "use:project": "project", "total": ""}
# 深圳 budgets list projects below their sum, and some bear the name of a line: "1.统计管理352.27万元，主要包括：…",
# or begin with a year: "2.2026年…".
_PROJECTS_FOLLOW = lazy_pattern(r"项目支出[^。；;]*[：:]$")
_LISTED_ITEM = lazy_pattern(r"\d{1,2}[.．、](?:(?!\d)|(?=20\d\d年))")
_HELD = lazy_pattern(r"[（(](?:其中)?(?:不?含|包括|包含)[^（）()\d。]*[）)]")
_UNKNOWN = lazy_pattern(r"[^，,。；;：:\d]{2,40}[（(](?:类|款|项)[)）][^，,。；;：:]{0,12}$")
_ECONOMIC_LIST = lazy_pattern(
    r"(?:基本工资|津贴补贴|绩效工资|办公费|印刷费|邮电费|差旅费|水费|电费|劳务费|工会经费|福利费)(?:支出)?[\d,]+(?:\.\d+)?万?元"
)
_PART = lazy_pattern(r"(人员经费|公用经费|日常公用经费|基本支出|项目支出|专项业务经费)(?:支出)?[：:]")
_MEASURES = {
    "人员经费": "personnel",
    "公用经费": "public",
    "日常公用经费": "public",
    "基本支出": "basic",
    "项目支出": "project",
    "专项业务经费": "project",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An amount told of a line: `subject` names it, `end` is where the amount ends in its passage."""

    subject: Mention
    facts: tuple[Fact, ...]
    end: int


class Teller:
    """Reads passages in order; a label names the line of the sentences after it."""

    def __init__(self, lines: Lines, year: int, stage: str) -> None:
        self.lines = lines
        self.year = year
        self.stage = stage
        self.label: Mention | None = None
        self.among_projects = False
        self.within: Said | None = None
        self.problems: list[Problem] = []
        self.left: list[Left] = []
        self.differences: list[tuple[Place, str]] = []
        self.untold: list[tuple[Place, str]] = []

    def read(self, passage: Passage) -> list[Told]:
        """The amounts that a passage tells, in order."""
        text = passage.text
        amounts = list(amounts_in(text))
        opening = self.opening(text)
        if _PROJECTS_FOLLOW.search(text) or not _LISTED_ITEM.match(text):
            self.among_projects = bool(_PROJECTS_FOLLOW.search(text))
        self.left = []
        if not amounts:
            if opening is not None or _ORDINAL.match(text).end():  # type: ignore[union-attr]
                self.label = replace(opening, start=-1, end=-1) if opening else None
            return []
        subject = opening or self.label
        self.label = None
        told: list[Told] = []
        last = 0
        measure = self.part(text)
        fund = "total"
        whole: Said | None = None
        self.within = None
        for amount in amounts:
            lead = without_aside(text[last : amount.start])
            last = amount.end
            if PARTS_FOLLOW.search(lead) or "。" in lead:
                self.within = whole if PARTS_FOLLOW.search(lead) else None
            if is_change(text, lead, amount):
                base = yardstick_in(lead, text[amount.end :])
                if base and subject is not None and told and self.is_of(subject, base):
                    told.append(Told(subject, tuple(self.facts(passage, amount, base, subject, measure)), amount.end))
                elif is_difference(lead):
                    self.differences.append((passage.place_at(amount.start), amount.money.raw))
                continue
            if completed_phase(lead) and subject is not None and told:
                told.append(Told(subject, tuple(self.facts(passage, amount, lead, subject, measure)), amount.end))
                continue
            named = self.named(lead)
            if named is not None and self.is_of_something_else(named, text[: amount.start], lead, text):
                subject = None
                self.leave(text, amount, lead)
                continue
            if named is not None and is_difference(lead[: named.start]):
                self.differences.append((passage.place_at(amount.start), amount.money.raw))
                continue
            if named is not None and subject is not None and goes_on(named, lead, subject, not told):
                named = None
            if named is not None and subject is not None and is_within_line(named, lead, subject):
                if named.item in _PARTS_OF_LINE:
                    part = _PARTS_OF_LINE[named.item] or named.measure
                    told.append(Told(subject, tuple(self.facts(passage, amount, lead, subject, part)), amount.end))
                continue
            if named is not None:
                fund = fund_in_hand(named, fund)
                kept = fund_gone_on_in(named, lead, subject) or measure_in_fund(named, fund)
                subject = replace(shifted(named, amount.start - len(lead)), measure=kept)
                if subject.printed and not amount.money.amount:
                    # A line with nothing left stands in no form: its code is no misprint of a line that does.
                    subject = replace(subject, item=subject.printed)
            elif (
                subject is None
                or is_other_side(lead, subject)
                or not is_pure(self.after(lead, subject, amount.start - len(lead)))
            ):
                subject = None
                self.tell_unknown(passage, lead, amount)
                self.leave(text, amount, lead)
                continue
            facts = tuple(self.facts(passage, amount, sentence_end(lead), subject, measure))
            told.append(Told(subject, facts, amount.end))
            if facts[0].year == self.year or f"{facts[0].year}年" in lead:
                whole = said_of(facts[0], whole if named is None else None)
        return told

    def leave(self, text: str, amount: Amount, lead: str) -> None:
        self.left.append(Left(amount, lead, sentence_end(text[: amount.start])))

    def named_otherwise(self, passage: Passage, spent: Collection[int]) -> Iterator[Fact]:
        """The amounts of the passage read last that no budget line has, but a name of their own.

        `spent` are the ends of amounts that are money on its way to another line.
        """
        listed = self.among_projects and _LISTED_ITEM.match(passage.text) is not None
        left = [one for one in self.left if one.amount.end not in spent]
        named = set()
        for own in by_own_names(passage.text, left, self.lines, among_projects=listed):
            named.add(own.amount.end)
            yield from self.facts(passage, own.amount, own.said, own.line, "total")
        for one in left:
            if one.amount.end not in named and not is_beside_the_budget(one):
                self.untold.append((passage.place_at(one.amount.start), one.amount.money.raw))

    def is_of(self, subject: Mention, words: str) -> bool:
        """Whether the words before an amount name no other line than the one in hand."""
        named = self.named(words)
        return named is None or named.item == subject.item or goes_on(named, words, subject, False)

    def is_of_something_else(self, named: Mention, before: str, lead: str, text: str) -> bool:
        """Whether an amount is of a project, an economic line or several expenses, not of the line named."""
        listed = self.among_projects and _LISTED_ITEM.match(text) is not None
        if (self.among_projects and is_bare_line(named)) or (listed and is_part_of_body(named)):
            return True
        if is_of_body(named) and told_of_projects(sentence_end(before)):
            return True
        return (not named.firm and in_economic_list(named, text)) or is_last_of_several(named, lead)

    def tell_unknown(self, passage: Passage, lead: str, amount: Amount) -> None:
        match = _UNKNOWN.search(lead)
        if match:
            message = "no line of the forms or of the classification bears this name"
            where = passage.place_at(amount.start)
            self.problems.append(Problem("unknown-line", f"{match.group()}{amount.money.raw}: {message}", where))

    def opening(self, text: str) -> Mention | None:
        """The line that a passage opens with: "1.一般公共服务（类）…（项）。", "（二）公务接待费"."""
        start = _ORDINAL.match(text).end()  # type: ignore[union-attr]
        head = re.split(r"[。：:]|主要用于", text[start : start + LABEL_LENGTH * 2], maxsplit=1)[0]
        for mention in (*firmly(head, self.lines), *dashed(head, self.lines)):
            if mention.start <= 4:
                return shifted(mention, start)
        if len(head) <= 24:
            for mention in public_mentions(head):
                if mention.start <= 1 and is_pure(head[mention.end :]):
                    return shifted(mention, start)
        return None

    def named(self, lead: str) -> Mention | None:
        """The line that the words before an amount name, with nothing but words of form between."""
        found = [
            mention
            for mention in (
                *firmly(lead, self.lines),
                *dashed(lead, self.lines),
                *loose(lead, self.lines),
                *public_mentions(lead),
                *total_mentions(lead, self.stage),
            )
            if is_pure(lead[mention.end :]) and (mention.firm or not re.search("[。；;]", lead[mention.end :]))
        ]
        shortened = (lead, *(rule.sub("", lead) for rule in _TAILS))
        bare = next(filter(None, (at_end(words, self.lines) for words in shortened)), None)
        if bare is not None:
            found.append(bare)
        return min(found, key=lambda mention: (not mention.firm, mention.start, -mention.end), default=None)

    @staticmethod
    def after(lead: str, subject: Mention, offset: int) -> str:
        """What stands between the subject and the amount: of the sentence in hand only, where the subject is firm."""
        between = lead[subject.end - offset :] if offset <= subject.end <= offset + len(lead) else lead
        return sentence_end(between) if subject.firm else between

    @staticmethod
    def part(text: str) -> str:
        match = _PART.search(text[:24])
        return _MEASURES[match.group(1)] if match else "total"

    def facts(self, passage: Passage, amount: Amount, lead: str, subject: Mention, measure: str) -> Iterator[Fact]:
        items = (subject.item, subject.also) if subject.also else (subject.item,)
        year, phase = year_said(lead, self.year), completed_phase(lead) or phase_said(lead)
        if self.within and phase is None and year in (None, self.within[1]):
            # "“三公”经费预算9万元，其中：公务接待费2万元": a part is of the phase and year of its whole.
            phase, year = self.within
        for item in items:
            yield Fact(
                statement=NARRATIVE,
                item=item,
                name=subject.name,
                measure=measure if item.startswith("func:") else subject.measure,
                year=self.year if year is None else year,
                phase=phase or (EXECUTED if self.stage == FINAL else APPROVED),
                amount=amount.money.amount,
                quantum=amount.money.quantum,
                raw=amount.money.raw,
                where=passage.place_at(amount.start),
            )


def goes_on(named: Mention, lead: str, subject: Mention, labelled: bool) -> bool:
    """Whether a bare "支出决算为" goes on with the line of the label above it, instead of naming the whole."""
    bare = named.item in WHOLES and not named.also and is_pure(lead[: named.start])
    if named.item.endswith(":year_total") and subject.item.endswith(":total"):
        return False  # "总支出9万元，其中本年支出合计8万元"
    same_sentence = not re.search("[。；;]", lead) and not subject.item.startswith("source:")
    return bare and (subject.firm or labelled or same_sentence)


def without_aside(lead: str) -> str:
    """The words before an amount, with a bracket behind the amount before them blanked: it tells what that one holds.

    安徽 writes "收入总计9万元（含年初结转和结余）、支出总计9万元（含年末结转和结余）".
    """
    match = _HELD.match(lead)
    return "，" * match.end() + lead[match.end() :] if match else lead


def fund_gone_on_in(named: Mention, lead: str, subject: Mention | None) -> str:
    """The fund of a bare 支出总计 or 本年支出 behind the income of that fund in its sentence, "" where it is of none.

    河北: "一般公共预算财政拨款本年收入9万元，比上年增加1万元；本年支出8万元".
    """
    if subject is None or named.measure != "total" or "。" in lead or named.also:
        return ""
    if named.item == "use:total" and not re.search("[；;]", lead):
        of_fund = subject.item in ("source:fiscal", "source:total") and subject.name.startswith("财政拨款")
        return "fiscal" if of_fund and "总" in subject.name else ""
    fund = subject.item.removeprefix("source:")
    of_year = named.item == "use:year_total" and "本年收入" in subject.name
    return fund if of_year and fund in ("fiscal", "general_public", "government_fund", "state_capital") else ""


def is_change(text: str, lead: str, amount: Amount) -> bool:
    """Whether an amount is by how much something changed, a yardstick, or money on its way to another line."""
    return (
        is_difference(lead)
        or is_compared(lead)
        or is_moved(sentence_end(text[: amount.start]))
        or is_moved_on(lead, text[amount.end :])
    )


def is_within_line(named: Mention, lead: str, subject: Mention) -> bool:
    """Whether a part or a carry-over is that of the line in hand: "住房公积金（项）5万元，其中：基本支出5万元"."""
    part = named.item in _PARTS_OF_LINE or "carryover" in named.item
    return part and subject.firm and subject.item.startswith("func:") and not re.search("[。；;]", lead)


def is_bare_line(named: Mention) -> bool:
    """Whether a 款 or 项 is named by its bare name, which a project can bear too."""
    return not named.firm and named.item.startswith("func:") and len(named.item) > len("func:201")


def is_other_side(lead: str, subject: Mention) -> bool:
    """Whether an amount is of expenditure, told after one of income: "财政拨款收入9万元；支出8万元"."""
    return subject.item.startswith("source:") and "收入" in subject.name and "支出" in lead and "收入" not in lead


def is_of_body(named: Mention) -> bool:
    """Whether a total or a large part of all income and expenditure is named."""
    return named.item.startswith(("source:", "use:", "total"))


def is_part_of_body(named: Mention) -> bool:
    """Whether a part of the whole is named that a project in a list has too: a carry-over, its own expenditure."""
    return named.item in _PARTS_OF_LINE or "carryover" in named.item


def in_economic_list(named: Mention, text: str) -> bool:
    """Whether an amount is of an economic line of the same name: "基本工资5万元、住房公积金2万元"."""
    shared = named.item in _ECONOMIC_TOO or codes.economic_by_name(named.name) is not None
    return shared and bool(_ECONOMIC_LIST.search(text))


def is_last_of_several(named: Mention, lead: str) -> bool:
    """Whether an amount is of several expenses together: "会议费、培训费共5万元"."""
    before = lead[: named.start]
    return bool(re.search(r"[、及和与]$", before)) and any(public_mentions(before)) and named.item.startswith("public:")


def shifted(mention: Mention, offset: int) -> Mention:
    return replace(mention, start=mention.start + offset, end=mention.end + offset)


def sentence_end(text: str) -> str:
    """The text after its last full stop or semicolon."""
    return re.split(r"[。；;]", text)[-1]
