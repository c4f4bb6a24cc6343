"""A disclosure: what one document says, in the common schema."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import Place
from difftool.model.problem import Problem

BUDGET, FINAL = "budget", "final"


@dataclass(frozen=True, slots=True)
class Table:
    """A form that was found: `rows` counts its body rows; `empty` says that it is printed without amounts.

    `entity` is the unit that the form itself names, "" where it names none.
    """

    statement: str
    title: str
    where: Place
    rows: int
    empty: bool
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
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


@dataclass(frozen=True, slots=True)
class StatedMove:
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


@dataclass(frozen=True, slots=True)
class Indicator:
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


@dataclass(frozen=True, slots=True)
class Passage:
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


@dataclass(frozen=True, slots=True)
class Disclosure:
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

    @property
    def phase(self) -> str:
        """The phase of the amounts that the document is about: approved for a budget, executed for a final account."""
        return "approved" if self.stage == BUDGET else "executed"
