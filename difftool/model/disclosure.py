"""A disclosure: what one document says, in the common schema."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from msgspec import Struct, field

from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import Place
from difftool.model.problem import Problem

BUDGET, FINAL = "budget", "final"


class Table(Struct, frozen=True):
    """A form that was found: `rows` counts its body rows; `empty` says that it is printed without amounts.

    `entity` is the unit that the form itself names, "" where it names none.
    """

    statement: str
    title: str
    where: Place
    rows: int
    empty: bool
    entity: str = ""


class Accounting(Struct, frozen=True):
    """What became of the money-like numbers in the forms, and on every page of a document that has pages.

    Each is a fact, or stands in a heading, a column of percentages or of quantities, or in words (a sentence, a note,
    a target), where `differences` are by how much an amount changed; `unread` ones are none of these, and the problems
    of the disclosure tell of them.
    """

    facts: int = 0
    headings: int = 0
    percentages: int = 0
    quantities: int = 0
    differences: int = 0
    in_text: int = 0
    unread: int = 0

    @property
    def numbers(self) -> int:
        named = self.facts + self.headings + self.percentages + self.quantities + self.differences + self.in_text
        return named + self.unread

    @property
    def share(self) -> Decimal:
        """The part of the numbers that is accounted for, rounded down to four decimals; 1 where there are none."""
        if not self.numbers:
            return Decimal(1)
        part = Decimal(self.numbers - self.unread) / self.numbers
        return part.quantize(Decimal("0.0001"), rounding=ROUND_DOWN)

    def __add__(self, other: Accounting) -> Accounting:
        return Accounting(
            self.facts + other.facts,
            self.headings + other.headings,
            self.percentages + other.percentages,
            self.quantities + other.quantities,
            self.differences + other.differences,
            self.in_text + other.in_text,
            self.unread + other.unread,
        )


class Reason(Struct, frozen=True):
    """Why an amount moved, as the document says it: the words after "主要原因是", bound to their line.

    `measure`, `year` and `phase` name the amount that it explains; `against` is the phase or year compared with
    ("approved", "prior_year" or "" where the sentence does not say). A `set_phrase` names no cause: 厉行节约.
    """

    item: str
    text: str
    where: Place
    measure: str = "total"
    year: int = 0
    against: str = ""
    set_phrase: bool = False


class StatedMove(Struct, frozen=True):
    """A sentence that says money changed its line. `amount` is yuan, None where the sentence gives none.

    `givers` and `receivers` are item ids; each may be empty where the sentence names one side only.
    `where` is the place of the sentence and `item` the line under which it is printed ("" in general text).
    """

    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    amount: Decimal | None
    quote: str
    where: Place
    item: str = ""
    giver_measure: str = "total"
    receiver_measure: str = "total"


class Indicator(Struct, frozen=True):
    """A performance target: three levels of names, the target and, in a self-evaluation, what was reached."""

    project: str
    level1: str
    level2: str
    level3: str
    target: str
    where: Place
    actual: str | None = None
    weight: str = ""
    score: str = ""


class Passage(Struct, frozen=True):
    """A paragraph of running text or a heading, put together over line and page breaks, without white space.

    `lines` tells for each printed line where it begins in `text` and where it stands.
    """

    text: str
    lines: tuple[tuple[int, Place], ...]

    @property
    def where(self) -> Place:
        return self.lines[0][1]

    def place_at(self, offset: int) -> Place:
        """The place of the printed line that holds the character at this offset of `text`."""
        return [place for start, place in self.lines if start <= max(offset, 0)][-1]


class Disclosure(Struct, frozen=True):
    """What one document says. `stage` is "budget" or "final"; `unit` is the unit of most of its forms."""

    entity: str
    year: int
    stage: str
    unit: str
    source: Source
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    reasons: tuple[Reason, ...] = ()
    stated_moves: tuple[StatedMove, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    problems: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()
    accounting: Accounting = field(default_factory=Accounting)

    @property
    def phase(self) -> str:
        """The phase of the amounts that the document is about: approved for a budget, executed for a final account."""
        return "approved" if self.stage == BUDGET else "executed"
