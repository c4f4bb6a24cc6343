"""Sentences to facts: every amount is given to the line that the words before it name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from difftool.model.disclosure import FINAL, Passage
from difftool.model.fact import APPROVED, EXECUTED, NARRATIVE, Fact
from difftool.model.form_problems import UnknownLine
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount, amounts_in
from difftool.prose.belonging import (
    PARTS_OF_LINE,
    goes_on,
    in_economic_list,
    is_bare_line,
    is_last_of_several,
    is_of_body,
    is_other_side,
    is_part,
    is_part_of_untold,
    is_share_by_origin,
    is_within_line,
    other_side_of,
)
from difftool.prose.fund_accounts import of_account
from difftool.prose.leads import listed_with, named_before, sentence_end, since, without_aside
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention, shifted
from difftool.prose.openings import is_numbered, opening, part_opened, unresolved_path
from difftool.prose.own_names import Left, by_own_names, is_beside_the_budget
from difftool.prose.periods import (
    completed_phase,
    is_compared,
    is_difference,
    is_forgotten_change,
    is_moved,
    is_moved_on,
    is_pure,
    phase_said,
    yardstick_in,
    year_said,
)
from difftool.prose.totals import told_of_projects
from difftool.prose.wholes import (
    PARTS_FOLLOW,
    WHOLES,
    Said,
    fund_gone_on_in,
    fund_in_hand,
    fund_shared,
    income_of_fund,
    measure_in_fund,
    said_of,
    spent_of_fund,
    with_carry_over,
)

# 深圳 budgets list projects below their sum, and some bear the name of a line: "1.统计管理352.27万元，主要包括：…",
# or begin with a year: "2.2026年…".
_PROJECTS_FOLLOW = lazy_pattern(r"项目支出[^。；;]*[：:]$")
_LISTED_ITEM = lazy_pattern(r"\d{1,2}[.．、](?:(?!\d)|(?=20\d\d年))")
_JOINED = lazy_pattern(r"[、，,和与及]|以及")
_EACH = lazy_pattern(r"分别|各[是为]")
_UNKNOWN = lazy_pattern(r"[^，,。；;：:\d]{2,40}[（(](?:类|款|项)[)）][^，,。；;：:]{0,12}$")


class Told(Struct, frozen=True):
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
        self.headed: str | None = None  # the phase of the heading: budgets tell last year's 三公 under "决算情况"
        self.within: Said | None = None
        self.problems: list[Problem] = []
        self.left: list[Left] = []
        self.differences: list[tuple[Place, str]] = []
        self.untold: list[tuple[Place, str]] = []

    def read(self, passage: Passage) -> list[Told]:
        """The amounts that a passage tells, in order."""
        text = passage.text
        amounts = list(amounts_in(text))
        opened = opening(text, self.lines)
        if _PROJECTS_FOLLOW.search(text) or not _LISTED_ITEM.match(text):
            self.among_projects = bool(_PROJECTS_FOLLOW.search(text))
        self.left = []
        if not amounts:
            if opened is not None or is_numbered(text):
                self.headed = phase_said(text) if is_numbered(text) else None
                self.label = replace(opened, start=-1, end=-1) if opened else None
            return []
        subject = opened or self.label
        self.label = None
        told: list[Told] = []
        measure = part_opened(text)
        fund = "total"
        whole: Said | None = None
        divided = False  # whether the last amount was a part of the one before it
        self.within = None
        unknown, last = ("", 0) if opened else unresolved_path(text, self.lines)
        subject = None if unknown else subject
        stray = ""  # the words before the last amount, where its line is not known
        changed = False  # whether the last amount was by how much something changed
        second: Mention | None = None  # whose the next amount is: "收入、支出总计分别为9万元、8万元"
        for amount in amounts:
            lead = without_aside(text[last : amount.start])
            last = amount.end
            if PARTS_FOLLOW.search(lead) or "。" in lead:
                self.within = whole if PARTS_FOLLOW.search(lead) else None
            if is_change(text, lead, amount):
                base = yardstick_in(lead, text[amount.end :])
                of_year = told[-1].facts[0].amount if told else amount.money.amount
                if base and is_forgotten_change(amount.money.amount, of_year, text[amount.end :]):
                    self.differences.append((passage.place_at(amount.start), amount.money.raw))
                elif base and subject is not None and told and self.is_of(subject, base):
                    told.append(Told(subject, tuple(self.facts(passage, amount, base, subject, measure)), amount.end))
                elif is_difference(lead):
                    changed = True
                    self.differences.append((passage.place_at(amount.start), amount.money.raw))
                continue
            if changed and _JOINED.fullmatch(lead):
                self.differences.append((passage.place_at(amount.start), amount.money.raw))
                continue
            changed = False
            if completed_phase(lead) and subject is not None and told:
                told.append(Told(subject, tuple(self.facts(passage, amount, lead, subject, measure)), amount.end))
                continue
            named = named_before(lead, self.lines, self.stage)
            if named is None and subject is not None:
                named = second if _JOINED.fullmatch(lead) else other_side_of(lead, subject)
            second = None
            if named is not None:
                named = of_account(named, text[: amount.start].rpartition("。")[2])
            if named is not None and stray and is_part_of_untold(named, lead, stray, divided=divided):
                divided = True
                self.untold.append((passage.place_at(amount.start), amount.money.raw))
                continue
            if named is not None and unknown and named.item in WHOLES and is_pure(lead):
                named = None
            if named is not None and self.is_of_something_else(named, text[: amount.start], lead, text):
                subject = None
                self.leave(text, amount, lead)
                continue
            if named is not None and is_difference(lead[: named.start]):
                self.differences.append((passage.place_at(amount.start), amount.money.raw))
                continue
            if (
                named is not None
                and subject is not None
                and goes_on(named, lead, subject, not told, amount.start - len(lead))
            ):
                named = None
            divided = divided and lead.startswith(("、", "，", ","))
            if named is not None and subject is not None and is_within_line(named, lead, subject, divided=divided):
                divided = True
                if named.item in PARTS_OF_LINE:
                    part = PARTS_OF_LINE[named.item] or named.measure
                    told.append(Told(subject, tuple(self.facts(passage, amount, lead, subject, part)), amount.end))
                continue
            if named is not None:
                named = income_of_fund(spent_of_fund(named, lead, subject), lead, subject)
                named = with_carry_over(named, text[amount.end :])
                if named.item in ("use:basic", "use:project"):
                    fund = fund_shared(text[amount.end :]) or fund
                fund = fund_in_hand(named, fund)
                kept = fund_gone_on_in(named, lead, subject) or measure_in_fund(named, fund)
                subject = replace(shifted(named, amount.start - len(lead)), measure=kept)
                if subject.printed and not amount.money.amount:
                    # A line with nothing left stands in no form: its code is no misprint of a line that does.
                    subject = replace(subject, item=subject.printed)
                if subject.also and _EACH.search(lead[named.end :]):
                    second = Mention(subject.also, named.name, 0, 0, False, measure=kept)
                    subject = replace(subject, also="")
            elif (
                subject is None
                or is_other_side(lead, subject)
                or not is_pure(since(lead, subject, amount.start - len(lead)))
            ):
                subject, stray, divided = None, lead, False
                self.tell_unknown(passage, unknown if is_pure(lead) else "", lead, amount)
                self.leave(text, amount, lead)
                continue
            stray, divided = "", False
            facts = tuple(self.facts(passage, amount, sentence_end(lead), subject, measure))
            for other in listed_with(lead, named, self.lines, self.stage) if named is not None else ():
                told.append(
                    Told(other, tuple(self.facts(passage, amount, sentence_end(lead), other, measure)), amount.end)
                )
            told.append(Told(subject, facts, amount.end))
            if facts[0].year == self.year or f"{facts[0].year}年" in lead:
                whole = said_of(facts[0], whole if named is None else None)
        return told

    def leave(self, text: str, amount: Amount, lead: str) -> None:
        """Keep an amount of no budget line, for which a name of its own is looked for later."""
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
        named = named_before(words, self.lines, self.stage)
        return named is None or named.item == subject.item or goes_on(named, words, subject, False)

    def is_of_something_else(self, named: Mention, before: str, lead: str, text: str) -> bool:
        """Whether an amount is of a project, an economic line or several expenses, not of the line named."""
        listed = self.among_projects and _LISTED_ITEM.match(text) is not None
        if (self.among_projects and is_bare_line(named)) or (listed and is_part(named)):
            return True
        if is_of_body(named) and told_of_projects(sentence_end(before)):
            return True
        if is_share_by_origin(named, lead, sentence_end(before)):
            return True
        return (not named.firm and in_economic_list(named, text)) or is_last_of_several(named, lead)

    def tell_unknown(self, passage: Passage, path: str, lead: str, amount: Amount) -> None:
        """Report an amount whose line is named by its level, but is known to neither forms nor classification.

        `path` is that of the whole passage where the amount is told of it, else "".
        """
        match = _UNKNOWN.search(lead)
        line = path or (match.group() if match else "")
        if line:
            self.problems.append(UnknownLine.at(passage.place_at(amount.start), line=line, raw=amount.money.raw))

    def facts(self, passage: Passage, amount: Amount, lead: str, subject: Mention, measure: str) -> Iterator[Fact]:
        """The fact that an amount is of the line `subject`; two where it stands for income and expenditure."""
        items = (subject.item, subject.also) if subject.also else (subject.item,)
        year, phase = year_said(lead, self.year), completed_phase(lead) or phase_said(lead)
        if self.within and phase is None and year in (None, self.within[1]):
            # "“三公”经费预算9万元，其中：公务接待费2万元": a part is of the phase and year of its whole.
            phase, year = self.within
        if phase is None and year is not None and year < self.year and self.headed == EXECUTED:
            phase = EXECUTED
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


def is_change(text: str, lead: str, amount: Amount) -> bool:
    """Whether an amount is by how much something changed, a yardstick, or money on its way to another line."""
    return (
        is_difference(lead)
        or is_compared(lead)
        or is_moved(sentence_end(text[: amount.start]))
        or is_moved_on(lead, text[amount.end :])
    )
