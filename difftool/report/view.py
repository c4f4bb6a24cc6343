"""What the templates print: frozen values with every word, number and link ready, so that templates decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from difftool.report.sources import Reference


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount as shown, with what the document prints in `printed` and a link to it; both "" where it has none.

    `value` is the exact amount in the unit shown, for spreadsheets; `raw` is the print alone.
    """

    text: str
    printed: str = ""
    href: str = ""
    short: str = ""
    value: Decimal | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """New less old. `trend` is "up", "down" or "same"; the sign and arrow in `text` say it without colour."""

    text: str
    percent: str
    trend: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in percent of its track's width."""

    left: str
    width: str
    trend: str


@dataclass(frozen=True, slots=True)
class MoveMark:
    """A line's part in a move: 调出 or 调入, how much, and the lines at the other end with their anchors."""

    word: str
    arrow: str
    amount: str
    others: tuple[tuple[str, str], ...]
    move_anchor: str


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    source: Reference


@dataclass(frozen=True, slots=True)
class Strip:
    """A printed row, `told` its caption, `at` its exact place in words: a picture, or `words` where `uri` is ""."""

    uri: str
    width: int
    height: int
    words: str
    told: str
    side: str
    at: str
    source: Reference


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a form, or with `is_part` one of its columns; `is_whole` for a total of other lines.

    `level` is the depth in the tree, `like` the difference less moves.
    `fold` is "quiet" for a line without a change, "column" for a further column of a line whose leading column tells
    the change, "" for what is shown at once.
    """

    anchor: str
    is_part: bool
    is_whole: bool
    level: int
    code: str
    name: str
    changed: bool
    kind: str
    old: Figure
    new: Figure
    difference: Difference
    like: str
    bar: Bar | None
    marks: tuple[MoveMark, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    fold: str
    strips: tuple[Strip, ...]
    like_value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A form on both sides. `summary` says how much of it changed; `quiet` and `columns` count its folded rows."""

    anchor: str
    title: str
    printed_titles: tuple[str, ...]
    summary: str
    rows: tuple[Row, ...]
    quiet: int
    columns: int
    opened: bool
    has_likes: bool


@dataclass(frozen=True, slots=True)
class DocumentCard:
    side: str
    label: str
    entity: str
    issue: str
    file_name: str
    href: str
    details: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    label: str
    old: Figure
    new: Figure
    difference: Difference
    href: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that matters, `tag` its kind in a word, `href` the anchor where it is shown in full."""

    tag: str
    trend: str
    sentence: str
    quotes: tuple[Quote, ...]
    href: str
    strips: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the waterfall; the first and last are totals."""

    label: str
    href: str
    text: str
    bar: Bar
    total: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`scale` is what to know of the picture, `caption` what to know of the steps; both "" where there is nothing."""

    title: str
    steps: tuple[Step, ...]
    scale: str
    caption: str


@dataclass(frozen=True, slots=True)
class End:
    """A line at one end of a move."""

    code: str
    name: str
    amount: str
    href: str
    before_after: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MoveCard:
    """A move told in full, with the ribbons of its picture in a square of 100 by 100."""

    anchor: str
    sentence: str
    likely: bool
    givers: tuple[End, ...]
    receivers: tuple[End, ...]
    amount: str
    ribbons: tuple[str, ...]
    evidence: str
    explained: str
    confidence: str
    quotes: tuple[Quote, ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    side: str
    rule: str
    grade: str
    message: str
    expected: str
    found: str
    cells: tuple[Reference, ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """Contradictions are `failed`, lesser failures `minor`; the others are told as (side, message)."""

    sentence: str
    failed: tuple[CheckRow, ...]
    minor: tuple[CheckRow, ...]
    passed: tuple[tuple[str, str], ...]
    undecided: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    side: str
    message: str
    code: str
    source: Reference | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target on both sides. `word` says with a sign what changed, "" where only one document lists targets.

    `former` is the old name of a reworded one; `quiet` is one that was kept.
    """

    project: str
    path: str
    former: str
    old: str
    new: str
    actual: str
    kind: str
    word: str
    quiet: bool
    old_source: Reference | None
    new_source: Reference | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence, on `side` "old", "new" or "both"."""

    side: str
    text: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """A sentence that changed; `word` says with a sign how, `note` where it stood before."""

    kind: str
    word: str
    pieces: tuple[Piece, ...]
    note: str
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section of the text. `figures` are sentences in which only amounts differ, folded."""

    title: str
    tag: str
    summary: str
    rows: tuple[TextRow, ...]
    figures: tuple[TextRow, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class TextView:
    """The text that changed: sections with changed words, and those in which only amounts differ."""

    summary: str
    note: str
    worded: tuple[TextSection, ...]
    figures: tuple[TextSection, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    title: str
    headline: str
    basis: str
    notices: tuple[str, ...]
    old: DocumentCard
    new: DocumentCard
    unit_note: str
    delta_label: str
    key_figures: tuple[KeyFigure, ...]
    findings: tuple[Finding, ...]
    proof: str
    waterfall: Waterfall | None
    moves: tuple[MoveCard, ...]
    possible_moves: tuple[MoveCard, ...]
    main_sections: tuple[Section, ...]
    other_sections: tuple[Section, ...]
    targets: tuple[TargetRow, ...]
    targets_told: str
    texts: TextView | None
    checks: CheckSummary
    problems: tuple[ProblemRow, ...]
    version: str
