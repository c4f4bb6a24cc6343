"""The amounts of one passage, each given to the line that the words before it name or to the line in hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from difftool.model.disclosure import FINAL, Passage
from difftool.model.fact import APPROVED, EXECUTED, NARRATIVE, Fact
from difftool.model.form_problems import UnknownLine
from difftool.model.item import kind_of
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount
from difftool.prose.belonging import (
    PARTS_OF_LINE,
    goes_on,
    is_of_body,
    is_of_something_else,
    is_other_side,
    is_part_of_untold,
    is_within_line,
    other_side_of,
)
from difftool.prose.clauses import AmountInText, sentence_end
from difftool.prose.fund_accounts import of_account
from difftool.prose.leads import listed_with, named_before, named_in_turn, since, without_aside
from difftool.prose.mention import Mention, shifted
from difftool.prose.openings import part_opened
from difftool.prose.own_names import by_own_names, is_beside_the_budget
from difftool.prose.periods import (
    completed_phase,
    is_change,
    is_compared,
    is_difference,
    is_forgotten_change,
    is_moved,
    is_pure,
    phase_said,
    yardstick_in,
    year_said,
)
from difftool.prose.told import Setting, Told
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

_JOINED = lazy_pattern(r"[、，,和与及]|以及")
_NEXT_SENTENCE = lazy_pattern(r"。(?!其中|包括)")
_EACH = lazy_pattern(r"分别|各[是为]")
_UNKNOWN = lazy_pattern(r"[^，,。；;：:\d]{2,40}[（(](?:类|款|项)[)）][^，,。；;：:]{0,12}$")


class Telling:
    """What the amounts of a passage are told of.

    `differences` are the amounts by which something changed, `untold` those of no line; `left` are of no budget line,
    but may have a name of their own.
    """

    def __init__(self, passage: Passage, setting: Setting, subject: Mention | None, unknown: str = "") -> None:
        self.passage = passage
        self.setting = setting
        self.subject = subject  # the line in hand
        self.unknown = unknown  # the path that the passage opens with, of a line that is not known
        self.measure = part_opened(passage.text)
        self.told: list[Told] = []
        self.left: list[AmountInText] = []
        self.differences: list[tuple[Place, str]] = []
        self.untold: list[tuple[Place, str]] = []
        self.problems: list[Problem] = []
        self.project = ""  # the project that the passage tells first, in a list of projects
        self._fund = setting.fund  # the fund that parts of a total are parts of
        self._whole: Said | None = None  # phase and year of the last whole
        self._within: Said | None = None  # the same, where the amount in hand is a part of it
        self._stray = ""  # the words before the last amount, where its line is not known
        self._divided = False  # whether the last amount was a part of the one before it
        self._changed = False  # whether the last amount was by how much something changed
        self._next: tuple[Mention, ...] = ()  # whose the next amounts are: "收入、支出总计分别为9万元、8万元"

    def read(self, amounts: list[Amount], last: int) -> None:
        """Tell the amounts in order; the words before the first one begin at `last`."""
        text = self.passage.text
        for amount in amounts:
            lead = without_aside(text[last : amount.start])
            last = amount.end
            self._tell(AmountInText(amount, lead, text))

    def _tell(self, one: AmountInText) -> None:
        if PARTS_FOLLOW.search(one.lead) or "。" in one.lead:
            self._within = self._whole if PARTS_FOLLOW.search(one.lead) else None
        if self._is_change(one) or self._is_what_was_completed(one):
            return
        named = self._named(one)
        if named is None:
            self._tell_of_line_in_hand(one)
        else:
            self._tell_of_named(named, one)

    def _is_change(self, one: AmountInText) -> bool:
        """Whether an amount is a change or a yardstick, or money on its way: a yardstick is told of its own year."""
        if is_change(one):
            base = yardstick_in(one.lead, one.rest)
            of_year = self.told[-1].facts[0].amount if self.told else one.amount.money.amount
            if base and is_forgotten_change(one.amount.money.amount, of_year, one.rest):
                self._keep(self.differences, one)
            elif base and self.subject is not None and self.told and self._is_in_hand(self.subject, base):
                self._add(self.subject, one, base)
            elif is_difference(one.lead):
                self._changed = True
                self._keep(self.differences, one)
            elif is_compared(one.lead) and not is_moved(one.sentence):
                self._keep(self.untold, one)  # a yardstick of no line in hand
            return True
        if self._changed and _JOINED.fullmatch(one.lead):
            self._keep(self.differences, one)
            return True
        self._changed = False
        return False

    def _is_what_was_completed(self, one: AmountInText) -> bool:
        """Whether an amount is the budget that the amount before it is a share of."""
        if not completed_phase(one.lead) or self.subject is None or not self.told:
            return False
        self._add(self.subject, one, one.lead)
        return True

    def _named(self, one: AmountInText) -> Mention | None:
        """The line that the words before an amount name."""
        named = named_before(one.lead, self.setting.lines, self.setting.stage)
        in_turn = named_in_turn(one, self.setting.lines, self.setting.stage)
        if in_turn is not None and not (named is not None and named.also):
            named, self._next = (in_turn[0], in_turn[1:]) if in_turn else (None, ())
        elif named is None and self._next and _JOINED.fullmatch(one.lead):
            named, self._next = self._next[0], self._next[1:]
        else:
            self._next = ()
            if named is None and self.subject is not None:
                named = other_side_of(one.lead, self.subject)
        return of_account(named, one.before.rpartition("。")[2]) if named is not None else None

    def _tell_of_named(self, named: Mention, one: AmountInText) -> None:
        if self._stray and is_part_of_untold(named, one.lead, self._stray, divided=self._divided):
            self._divided = True
            self._keep(self.untold, one)
        elif self.unknown and named.item in WHOLES and is_pure(one.lead):
            self._tell_of_line_in_hand(one)
        elif is_of_something_else(named, one, self.setting):
            self.subject = None
            self.left.append(one)
        elif is_difference(one.lead[: named.start]):
            self._keep(self.differences, one)
        elif self.subject is not None and goes_on(named, one.lead, self.subject, not self.told, one.offset):
            self._tell_of_line_in_hand(one)
        elif self.subject is not None and self._is_within_line(named, one, self.subject):
            self._divided = True
            if named.item in PARTS_OF_LINE:
                self._add(self.subject, one, one.lead, PARTS_OF_LINE[named.item] or named.measure)
        else:
            subject = self._taken_up(named, one)
            for other in listed_with(one.lead, named, self.setting.lines, self.setting.stage):
                self._add(other, one, sentence_end(one.lead))
            self._tell_of(subject, one, whole=None)

    def _tell_of_line_in_hand(self, one: AmountInText) -> None:
        subject = self.subject
        if subject is None or is_other_side(one.lead, subject) or not is_pure(since(one.lead, subject, one.offset)):
            self.subject, self._stray, self._divided = None, one.lead, False
            self._report_unknown(self.unknown if is_pure(one.lead) else "", one)
            self.left.append(one)
        else:
            self._tell_of(subject, one, whole=self._whole)

    def _tell_of(self, subject: Mention, one: AmountInText, whole: Said | None) -> None:
        """Give an amount to a line, which is the line in hand from then on."""
        self.subject, self._stray, self._divided = subject, "", False
        fact = self._add(subject, one, sentence_end(one.lead))
        if fact.year == self.setting.year or f"{fact.year}年" in one.lead:
            self._whole = said_of(fact, whole)

    def _taken_up(self, named: Mention, one: AmountInText) -> Mention:
        """The line named, of the fund and side that the words and amounts before it make it."""
        named = income_of_fund(spent_of_fund(named, one.lead, self.subject), one.lead, self.subject)
        named = with_carry_over(named, one.rest)
        if named.item in ("use:basic", "use:project"):
            self._fund = fund_shared(one.rest) or self._fund
        self._fund = fund_in_hand(named, self._fund)
        measure = fund_gone_on_in(named, one.lead, self.subject) or measure_in_fund(named, self._fund)
        subject = replace(shifted(named, one.offset), measure=measure)
        if subject.printed and not one.amount.money.amount:
            # A line with nothing left stands in no form: its code is no misprint of a line that does.
            subject = replace(subject, item=subject.printed)
        if subject.also and _EACH.search(one.lead[named.end :]) and _JOINED.match(one.rest):
            self._next = (Mention(subject.also, named.name, 0, 0, False, measure=measure),)
            subject = replace(subject, also="")
        return subject

    def _is_in_hand(self, subject: Mention, words: str) -> bool:
        """Whether the words before an amount name no other line than the one in hand."""
        named = named_before(words, self.setting.lines, self.setting.stage)
        return named is None or named.item == subject.item or goes_on(named, words, subject, False)

    def _is_within_line(self, named: Mention, one: AmountInText, subject: Mention) -> bool:
        divided = self._divided and one.lead.startswith(("、", "，", ","))
        return is_within_line(named, one.lead, subject, divided=divided)

    def fund_divided(self) -> str:
        """The one fund whose total the passage tells, "total" where it tells none or several."""
        subjects = (told.subject for told in self.told)
        funds = {fund_in_hand(subject, "") for subject in subjects if subject.item in (*WHOLES, "use:fiscal")}
        return funds.pop() if len(funds) == 1 else "total"

    def part_divided(self) -> str:
        """ "basic" or "project" where the passage tells that part of expenditure last, else ""."""
        last = self.told[-1].subject.item if self.told else ""
        return PARTS_OF_LINE.get(last, "")

    def tells_of_body(self) -> bool:
        """Whether the passage tells a total or a large part of all income and expenditure."""
        return any(is_of_body(told.subject) for told in self.told)

    def named_otherwise(self, spent: Collection[int]) -> Iterator[Fact]:
        """The amounts that no budget line has, but a name of their own.

        `spent` are the ends of amounts that are money on its way to another line.
        """
        left = [one for one in self.left if one.amount.end not in spent]
        named = set()
        for own in by_own_names(self.passage.text, left, self.setting):
            named.add(own.amount.end)
            self.project = self.project or own.project
            part = self._part_of(own.amount) if own.is_economic and own.line.measure == "total" else ""
            yield from self._facts(replace(own.line, measure=part or own.line.measure), own.amount, own.said, "total")
        for one in left:
            if one.amount.end not in named and not is_beside_the_budget(one):
                self._keep(self.untold, one)

    def _part_of(self, amount: Amount) -> str:
        """The part of expenditure that an economic line is told of: "项目支出9万元，其中：商品和服务支出8万元"."""
        before = [told for told in self.told if told.end <= amount.start]
        if not before:
            return self.setting.part
        between = self.passage.text[before[-1].end : amount.start]
        divided = PARTS_FOLLOW.search(between) and not _NEXT_SENTENCE.search(between)
        return PARTS_OF_LINE.get(before[-1].subject.item, "") if divided else ""

    def _keep(self, kind: list[tuple[Place, str]], one: AmountInText) -> None:
        kind.append((self.passage.place_at(one.amount.start), one.amount.money.raw))

    def _report_unknown(self, path: str, one: AmountInText) -> None:
        """Report an amount whose line is named by its level, but is known to neither forms nor classification.

        `path` is that of the whole passage where the amount is told of it, else "".
        """
        match = _UNKNOWN.search(one.lead)
        if line := path or (match.group() if match else ""):
            place = self.passage.place_at(one.amount.start)
            self.problems.append(UnknownLine.at(place, line=line, raw=one.amount.money.raw))

    def _add(self, subject: Mention, one: AmountInText, said: str, measure: str | None = None) -> Fact:
        """Tell an amount of a line; `said` are the words that say its year and phase. Its first fact is handed back."""
        facts = tuple(self._facts(subject, one.amount, said, measure or self.measure))
        self.told.append(Told(subject, facts, one.amount.end))
        return facts[0]

    def _facts(self, subject: Mention, amount: Amount, said: str, measure: str) -> Iterator[Fact]:
        """The fact that an amount is of the line `subject`; two where it stands for income and expenditure."""
        year, phase = year_said(said, self.setting.year), completed_phase(said) or phase_said(said)
        if self._within and phase is None and year in (None, self._within[1]):
            # "“三公”经费预算9万元，其中：公务接待费2万元": a part is of the phase and year of its whole.
            phase, year = self._within
        if phase is None and year is not None and year < self.setting.year and self.setting.headed == EXECUTED:
            phase = EXECUTED
        for item in (subject.item, subject.also) if subject.also else (subject.item,):
            yield Fact(
                statement=NARRATIVE,
                item=item,
                name=subject.name,
                measure=measure if kind_of(item) == "func" else subject.measure,
                year=self.setting.year if year is None else year,
                phase=phase or (EXECUTED if self.setting.stage == FINAL else APPROVED),
                amount=amount.money.amount,
                quantum=amount.money.quantum,
                raw=amount.money.raw,
                where=self.passage.place_at(amount.start),
            )
