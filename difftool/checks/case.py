"""What the rules look at: a disclosure with its facts, names and sentences laid out for looking up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from difftool.checks.causes import Cause, causes_of
from difftool.checks.changes_told import ToldChange, changes_in
from difftool.checks.labels_told import Path, paths_in
from difftool.checks.quantities import MAIN_FORMS, quantity_of
from difftool.checks.sentences import Sentence, sentences_of
from difftool.codes.names import stem
from difftool.compare.moves.confidence import CLAIMED
from difftool.model.comparison import Move
from difftool.model.disclosure import Disclosure, Passage
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.item import CLASSIFIED, kind_of, stands_within
from difftool.model.place import PagePlace, Place, TablePlace, printed_row
from difftool.pattern import lazy_pattern
from difftool.proof.identities import identities
from difftool.proof.identity import Identity
from difftool.proof.ledger import Ledger

_CONTENTS_LINE = lazy_pattern(r"(?:\.{3,}|…{2,}|·{3,}|—{4,}|-{4,})\d*$")

# One misprint breaks up to six sums; more than this, and a third of all, is no misprint.
_MANY = 8
_SEVERAL = 3  # amounts on a page that show to which digit its sentences are told
_NEAR_LINES = 10  # paragraphs or lines, where the format has no pages


class Case:
    """One disclosure, ready for the rules. Everything is worked out once, when first asked for."""

    def __init__(self, disclosure: Disclosure, moves: Iterable[Move] = ()) -> None:
        self.disclosure = disclosure
        self._moves = tuple(moves)
        self._changes: dict[tuple[int, int], tuple[ToldChange, ...]] = {}  # by the passage, which the disclosure keeps

    @cached_property
    def moved(self) -> Mapping[str, frozenset[Decimal]]:
        """What each line got from others by the claimed moves since this disclosure, in yuan, less what it gave.

        Forms that print the same money may each tell a move, so that each form and column has its own amount.
        """
        nets: defaultdict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
        for move in self._moves:
            if move.confidence < CLAIMED:
                continue
            for sign, parts in ((1, move.receivers), (-1, move.givers)):
                for part in parts:
                    nets[part.item, move.statement, part.measure or move.measure] += sign * part.amount
        found: defaultdict[str, set[Decimal]] = defaultdict(set)
        for (item, _, _), net in nets.items():
            found[item].add(net)
        return {item: frozenset(amounts) for item, amounts in found.items()}

    @cached_property
    def forms(self) -> tuple[Fact, ...]:
        """The facts of forms."""
        return tuple(fact for fact in self.disclosure.facts if fact.statement != NARRATIVE and not fact.is_change)

    @cached_property
    def narrative(self) -> tuple[Fact, ...]:
        """The facts of sentences."""
        return tuple(fact for fact in self.disclosure.facts if fact.statement == NARRATIVE)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self.forms)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        return identities(self.forms)

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """What breaks the identities, each cause once; forms that do not prove their own reading are left out."""
        judged = (i for i in self.identities if sums_of(i) not in self.unproven and not i.unit_slip)
        return tuple(causes_of(judged))

    @cached_property
    def unproven(self) -> frozenset[tuple[str, str]]:
        """Sums of a form of which many break: its columns mean something else than was read, or it was misread."""
        every = Counter(map(sums_of, self.identities))
        broken = Counter(sums_of(identity) for identity in self.identities if not identity.holds)
        return frozenset(sums for sums, count in broken.items() if count > _MANY and count * 3 > every[sums])

    @cached_property
    def own_year(self) -> tuple[Fact, ...]:
        """The facts of forms that are about the disclosure's own year."""
        return tuple(fact for fact in self.forms if fact.year == self.disclosure.year)

    @cached_property
    def quantities(self) -> dict[tuple[str, str], list[Fact]]:
        """What the main forms print of each quantity and phase in the document's own year, in whatever column."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.own_year:
            quantity = quantity_of(fact)
            if quantity is not None and fact.statement in MAIN_FORMS:
                found[quantity, fact.phase].append(fact)
        return found

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Running text without the list of contents."""
        return tuple(passage for passage in self.disclosure.passages if not _CONTENTS_LINE.search(passage.text))

    @cached_property
    def contents(self) -> tuple[Passage, ...]:
        """The lines of the list of contents that are told by their dots."""
        return tuple(passage for passage in self.disclosure.passages if _CONTENTS_LINE.search(passage.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for passage in self.passages for sentence in sentences_of(passage))

    def changes_in(self, sentence: Sentence) -> tuple[ToldChange, ...]:
        """The changes that a sentence tells, in order: a dozen rules ask for them."""
        at = id(sentence.passage), sentence.start
        if at not in self._changes:
            self._changes[at] = tuple(changes_in(sentence))
        return self._changes[at]

    @cached_property
    def printed_names(self) -> dict[str, dict[str, Fact]]:
        """For each code item of the forms ("func:2010450"), the names that it bears, each with a fact that shows it."""
        names: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in self.forms:
            if kind_of(fact.item) in CLASSIFIED and not stands_within(fact.item) and fact.name:
                names[fact.item].setdefault(fact.name, fact)
        return names

    @cached_property
    def form_names(self) -> frozenset[str]:
        """The stems of the names of functional lines that the forms print."""
        items = self.printed_names.items()
        return frozenset(stem(name) for item, names in items if kind_of(item) == "func" for name in names)

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Every place where a sentence names a line with its level."""
        return tuple(path for passage in self.passages for path in paths_in(passage, self.form_names))

    @cached_property
    def largest(self) -> Fact | None:
        """The largest amount about the document's own year: no line can cost more."""
        own = (fact for fact in self.disclosure.facts if fact.year == self.disclosure.year)
        return max(own, key=lambda fact: fact.amount, default=None)

    def usual_step(self, fact: Fact) -> Decimal:
        """What the print of a figure could show: sentences drop zeros at the end, "7万元" among figures like 6.86.

        Sentences that tell no finer amount round them, on one page, or near one another where the format has none:
        上海 tells totals in whole 万元, 三公 in hundredths.
        """
        name, page, line = printed_row(fact.where)
        near = None if isinstance(fact.where, PagePlace) else _NEAR_LINES
        lines = self._steps_told.get((name, page), ())
        told = [step for at, step in lines if near is None or abs(at - line) <= near]
        if fact.statement == NARRATIVE and len(told) >= _SEVERAL and min(told) >= fact.quantum:
            return fact.quantum
        return min(fact.quantum, self._usual_steps.get(fact.statement, fact.quantum))

    @cached_property
    def _steps_told(self) -> dict[tuple[str, int], list[tuple[float, Decimal]]]:
        """The steps of the amounts that sentences tell, each with its line, by page or running text."""
        steps: dict[tuple[str, int], list[tuple[float, Decimal]]] = defaultdict(list)
        for fact in self.disclosure.facts:
            if fact.statement == NARRATIVE and fact.amount:
                name, page, line = printed_row(fact.where)
                steps[name, page].append((line, fact.quantum))
        return steps

    @cached_property
    def text_step(self) -> Decimal:
        """The step of most figures in sentences: "28.1万元" among figures with two decimals is 28.10."""
        counts = Counter(amount.quantum for sentence in self.sentences for amount in sentence.amounts if amount.value)
        return counts.most_common(1)[0][0] if counts else Decimal(1)

    @cached_property
    def _usual_steps(self) -> dict[str, Decimal]:
        steps: dict[str, Counter[Decimal]] = defaultdict(Counter)
        for fact in self.disclosure.facts:
            if fact.amount:
                steps[fact.statement][fact.quantum] += 1
        return {statement: counts.most_common(1)[0][0] for statement, counts in steps.items()}

    def amounts(self, item: str, *, measure: str | None = None, phase: str | None = None) -> list[Fact]:
        """The facts of forms about one line in the document's own year."""
        return [
            fact
            for fact in self.own_year
            if fact.item == item and measure in (None, fact.measure) and phase in (None, fact.phase)
        ]

    def sentence_at(self, place: Place, raw: str = "") -> Sentence | None:
        """The sentence that is printed at this place, told apart by a figure that it holds."""
        lines = self._printed_lines.get(page_of(place), ())
        near = [sentence for line, sentence in lines if same_line(place, line)]
        bare = "".join(raw.split())
        return next((sentence for sentence in near if bare in sentence.text), near[0] if near else None)

    @cached_property
    def _printed_lines(self) -> dict[tuple[str, int], list[tuple[Place, Sentence]]]:
        found: dict[tuple[str, int], list[tuple[Place, Sentence]]] = defaultdict(list)
        for sentence in self.sentences:
            end = sentence.start + len(sentence.text)
            lines = sentence.passage.lines
            for index, (start, place) in enumerate(lines):
                goes_to = lines[index + 1][0] if index + 1 < len(lines) else end + 1
                if start < end and goes_to > sentence.start:
                    found[page_of(place)].append((place, sentence))
        return found


def sums_of(identity: Identity) -> tuple[str, str]:
    """The kind of a sum and the form that it stands in."""
    return identity.kind, identity.whole.statement


def page_of(place: Place) -> tuple[str, int]:
    """File and page of a place, page 0 where the format has none."""
    return (place.file, place.page) if isinstance(place, PagePlace) else ("", 0)


def same_line(place: Place, line: Place) -> bool:
    """Whether a place stands on a printed line."""
    if isinstance(place, PagePlace) and isinstance(line, PagePlace):
        middle = (place.upright[1] + place.upright[3]) / 2
        return place.on_page_of(line) and line.upright[1] <= middle <= line.upright[3]
    if isinstance(place, TablePlace) and isinstance(line, TablePlace):
        return (place.file, place.table, place.row) == (line.file, line.table, line.row)
    return place == line
