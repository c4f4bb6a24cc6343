"""What an amount recognised in a picture is of: whether its line, its column and its form were surely read.

Sums prove amounts; they do not prove that a line is the one that its code or name was read as.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from difftool.codes import DEPARTMENT, GOVERNMENT, economic, functional
from difftool.codes.names import stem
from difftool.model.disclosure import Table
from difftool.model.document import Document, Grid, Reading
from difftool.model.fact import Fact
from difftool.model.item import CLASSIFIED, NAMED, kind_of, name_in, split_last
from difftool.model.place import PagePlace, Place
from difftool.pattern import lazy_pattern
from difftool.proof.identity import COLUMNS, FORMS
from difftool.proof.ledger import CODED, TWO_SIDED

SURE_LETTERS = 0.8  # words of which a letter is less sure bear out no line and no column
SET_NAMES = frozenset({*CODED, *TWO_SIDED, "three_public"})  # whose lines have codes or set names
ONLY_CODED = frozenset(CODED) - {"income"}  # whose lines are no sources and uses
_LETTER = lazy_pattern("[一-鿿]")


class Keys:
    """The words of a document's recognised pages, asked which amounts they surely name."""

    def __init__(self, document: Document, tables: Iterable[Table]) -> None:
        self.grids: dict[tuple[str, int], list[Grid]] = defaultdict(list)
        self.unsure: dict[tuple[str, int], list[Reading]] = defaultdict(list)
        for page in document.pages:
            for block in page.blocks if page.recognised else ():
                if isinstance(block, Grid) and isinstance(block.place, PagePlace):
                    self.grids[block.place.file, block.place.page].append(block)
        for reading in document.readings:
            if isinstance(reading.place, PagePlace) and is_word(reading) and reading.sureness < SURE_LETTERS:
                self.unsure[reading.place.file, reading.place.page].append(reading)
        words = {reading.text for readings in self.unsure.values() for reading in readings}
        self.unsure_forms = {
            table.statement
            for table in tables
            if table.statement == "other" and (not table.title or any(word in table.title for word in words))
        }

    def doubt(self, fact: Fact) -> str:
        """What of an amount's meaning was not surely read: "form", "line", "column", or "" where all of it was."""
        if fact.statement in self.unsure_forms:
            return "form"
        if not isinstance(fact.where, PagePlace):
            return ""
        row, column = self.unsure_words(fact.where)
        if FORMS in fact.verified:  # another form prints the same amount for the same line
            return ""
        if not is_line_borne_out(fact, surely_named=not row):
            return "line"
        # A column of a form of codes has a set name: another is misread more likely than added.
        unknown = fact.measure.startswith("line:") and fact.statement in CODED
        return "column" if unknown or (column and COLUMNS not in fact.verified) else ""

    def unsure_words(self, place: PagePlace) -> tuple[bool, bool]:
        """Whether unsure words stand in the row of an amount, and above it in its column."""
        page = place.file, place.page
        left, top, right, bottom = place.upright
        tops = [box_of(grid.place)[1] for grid in self.grids[page] if encloses(box_of(grid.place), place.upright)]
        highest = min(tops, default=0.0)
        row = column = False
        for reading in self.unsure[page]:
            box = box_of(reading.place)
            across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            row |= top <= down <= bottom
            column |= highest <= down < top and left <= across <= right
        return row, column


def is_line_borne_out(fact: Fact, *, surely_named: bool) -> bool:
    """Whether code and name of a line agree, or, where it has but one of them, that was surely read.

    A line known by its name in a form of codes has lost its code: each line there has one. The lines of sources and
    uses have set names: another is misread more likely than added.
    """
    own = split_last(fact.item)[1]
    kind = kind_of(own)
    if kind in CLASSIFIED:
        agreeing = agreement(name_in(own), fact.name)
        return surely_named if agreeing is None else agreeing
    if kind == "total":
        return bool(fact.name)
    if kind in ("source", "use"):
        return fact.statement not in ONLY_CODED
    if kind in NAMED:
        return surely_named and not (kind == "line" and fact.statement in SET_NAMES)
    return True


def agreement(code: str, name: str) -> bool | None:
    """Whether the classification knows a code by this name; None where it does not know the name at all."""
    schemes = (functional(),) if code.startswith("2") else (economic(DEPARTMENT), economic(GOVERNMENT))
    own = {stem(line.name) for scheme in schemes for line in scheme.by_code.get(code, ())}
    if name and stem(name) in own:
        return True
    return False if not name or any(scheme.find(name) for scheme in schemes) else None


def is_word(reading: Reading) -> bool:
    """Whether a reading is of words; of numbers there is a second look, and sums."""
    return bool(_LETTER.search(reading.text))


def box_of(place: Place) -> tuple[float, float, float, float]:
    return place.upright if isinstance(place, PagePlace) else (0.0, 0.0, 0.0, 0.0)


def encloses(outer: Sequence[float], inner: Sequence[float]) -> bool:
    across, down = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= across <= outer[2] and outer[1] <= down <= outer[3]
