"""Two disclosures compared: what changed, what moved, what was checked."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.model.disclosure import Disclosure, Indicator, Reason
from difftool.model.fact import Fact
from difftool.model.place import Place

ADDED, REMOVED, CHANGED, RENAMED = "added", "removed", "changed", "renamed"
BUDGET_FINAL, YEAR_ON_YEAR, REVISION, OTHER = "budget-final", "year-on-year", "revision", "other"
STATED, CROSSWALK, EXACT, INFERRED = "stated", "crosswalk", "exact", "inferred"
PASS, FAIL, NOT_APPLICABLE = "pass", "fail", "not_applicable"
CONTRADICTION, ROUNDING, FORM, WORDING = "contradiction", "rounding", "form", "wording"
UNDECIDABLE = "undecidable"
MOVED, NUMBERS = "moved", "numbers"
KEPT, DROPPED, RAISED, LOWERED = "kept", "dropped", "raised", "lowered"


class Change(Struct, frozen=True):
    """One line that differs between two disclosures.

    `delta` is new less old in yuan, a missing side counting as 0; `percent` is of the old amount, None where that is
    missing or 0; `like_for_like` is the delta with moves undone. `role` is what the amount is to its document: "own"
    for its own year and phase, else years apart and phase ("-1 executed" is last year's outturn printed beside).
    `occurrence` tells apart amounts that a document prints under one key; it is "" for the only or first one.
    `adjusted` is the 全年预算 between budget and outturn, where one final account prints all three.
    """

    statement: str
    item: str
    name: str
    measure: str
    old: Fact | None
    new: Fact | None
    delta: Decimal
    percent: Decimal | None
    kind: str
    like_for_like: Decimal
    reasons: tuple[Reason, ...] = ()
    role: str = "own"
    occurrence: str = ""
    adjusted: Fact | None = None


class Part(Struct, frozen=True):
    """One end of a move. `measure` is told only where it differs from the move's own."""

    item: str
    amount: Decimal
    measure: str | None = None


class Move(Struct, frozen=True):
    """Money that changed its line, not its use: the amounts of `givers` and of `receivers` each add up to `amount`.

    `confidence` is 0 to 1; `confidence_parts` name what it adds up from. From 0.5 a move is claimed and undone in
    `like_for_like`; below, it is only plausible.
    """

    statement: str
    measure: str
    givers: tuple[Part, ...]
    receivers: tuple[Part, ...]
    amount: Decimal
    evidence: str
    confidence: Decimal
    quote: str | None = None
    where: Place | None = None
    side: str = "new"
    confidence_parts: tuple[tuple[str, Decimal], ...] = ()


class Check(Struct, frozen=True):
    """One rule applied to one place: `expected` and `found` as printed, `cells` the figures that it read.

    A fail is graded "contradiction", "rounding", "form" or "wording". A check that is not applicable for want of
    something that the document should have is graded "undecidable", and its message says what was missing.
    `message` is Chinese, `message_en` the same in English.
    """

    rule: str
    side: str
    status: str
    expected: str
    found: str
    cells: tuple[Place, ...]
    message: str
    grade: str = ""
    message_en: str = ""


class Pair(Struct, frozen=True):
    """An amount that stands on both sides (or on one): what the report's tree of lines is drawn from.

    `role`, `occurrence` and `adjusted` are as in `Change`.
    """

    statement: str
    item: str
    measure: str
    old: Fact | None
    new: Fact | None
    role: str = "own"
    occurrence: str = ""
    adjusted: Fact | None = None


class TextChange(Struct, frozen=True):
    """A sentence that one document words otherwise than the other, or does not have, or has elsewhere.

    `kind` is "added", "removed", "changed", "moved" (the same words in another place) or "numbers" (the same words
    with other amounts, percentages or years; any other number makes it "changed"). A section is the printed titles
    above the sentence, joined by " › "; on the side that lacks the sentence it is the one where it would stand, ""
    where that side has no such section. Text and place of a missing side are "" and None.
    """

    kind: str
    old_section: str
    new_section: str
    old: str
    new: str
    old_where: Place | None
    new_where: Place | None


class TargetChange(Struct, frozen=True):
    """A performance target of one project on both sides, or on one; `names` are its three levels, the new ones first.

    `kind` is "kept", "added", "dropped", "raised" (harder to meet: more of what shall be at least, less of what shall
    be at most), "lowered" (easier to meet) or "changed" (otherwise than by a number that can be ranked).
    """

    project: str
    names: tuple[str, ...]
    kind: str
    old: Indicator | None
    new: Indicator | None


class Comparison(Struct, frozen=True):
    """Two disclosures compared. `pairs` holds every paired amount, changed or not; `changes` only what differs.

    `target_changes` holds every performance target, kept ones too; `text_changes` only sentences that differ.
    """

    old: Disclosure
    new: Disclosure
    basis: str
    pairs: tuple[Pair, ...] = ()
    changes: tuple[Change, ...] = ()
    moves: tuple[Move, ...] = ()
    checks: tuple[Check, ...] = ()
    text_changes: tuple[TextChange, ...] = ()
    target_changes: tuple[TargetChange, ...] = ()
