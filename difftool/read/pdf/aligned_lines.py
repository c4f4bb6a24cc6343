"""Lines of print and the pieces that stand apart on them: what tables without ruling lines are made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from difftool.pattern import lazy_pattern
from difftool.read.pdf.cells import ABOVE_BASELINE, split
from difftool.read.pdf.runs import Run
from difftool.read.pdf.words import SAME_BASELINE

COLUMNS = 2  # of a table, at least
LINES = 3  # of a table with amounts, at least
APART = 0.9  # type sizes between two columns
SEAM = 0.12  # type sizes between two headings that all but touch
SHORTEST_HEADING = 3  # characters on either side of a seam: what is shorter may be set apart by letters
LONGEST_NAME = 30  # characters of a line's name: what is longer is a sentence
LETTERS_APART = 8.0  # type sizes between the letters of one heading
LETTERSPACED = ("收入", "支出", "项目", "科目", "名称", "编码", "金额", "合计", "总计", "小计", "备注", "单位")

# What can only stand in the body: an ordinal or a code.
_BODY = lazy_pattern(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|[235]\d{2}(?:\d\d){0,2}(?:\D|$)")
_WORD = lazy_pattern(r"[一-鿿]")
_COLUMN_NUMBER = lazy_pattern(r"栏次|行次|\*{1,3}|\d{1,2}|\d{1,2}=[\d+]+")
_CAPTION = lazy_pattern(r"(?<!其中)[：:]")  # "单位：万元"
_IN_YUAN = lazy_pattern(r"单位\W*(?:人民币)?元(?![/／])")
_WHOLE = lazy_pattern(r"[-−]?\d{1,12}")
# Some set a separator before the last three digits alone: 125360,898.
AMOUNT = lazy_pattern(r"[-−△▲]?(?:\d+(?:,\d{3})+|\d+)\.\d{2,6}|[-−]?\d+(?:,\d{3})+")
_BEHIND_AMOUNT = lazy_pattern(rf"{_BODY.pattern}|栏次|\d{{1,2}}[.．、](?!\d)|(?:{AMOUNT.pattern})$")
_FIGURE = lazy_pattern(rf"{AMOUNT.pattern}|\d{{1,4}}|[-—–]+")


class Piece(NamedTuple):
    """Words on one line that stand close together. `seams` are where they do not quite touch: left end, right start."""

    start: float
    end: float
    amount: bool
    text: str = ""
    baseline: float = 0.0
    seams: tuple[tuple[float, float], ...] = ()

    @property
    def numbered(self) -> bool:
        """True for what begins with an ordinal or a code, as only rows of the body do."""
        return _BODY.match(self.text) is not None

    @property
    def named(self) -> bool:
        return _WORD.search(self.text) is not None


class Printline(NamedTuple):
    """What stands on one baseline."""

    baseline: float
    size: float
    pieces: list[Piece]
    caption: bool

    @property
    def tabular(self) -> bool:
        """True where an amount stands apart from something else."""
        return len(self.pieces) >= COLUMNS and any(piece.amount for piece in self.pieces)

    @property
    def of_body(self) -> bool:
        return self.tabular or any(piece.numbered for piece in self.pieces)

    @property
    def named(self) -> bool:
        """True where words stand on the line: amounts without any belong to the name that is broken around them."""
        return any(piece.named for piece in self.pieces)

    @property
    def long(self) -> bool:
        """True for what is longer than any name of a line: a sentence."""
        return any(len(piece.text) > LONGEST_NAME for piece in self.pieces)

    @property
    def numbers_columns(self) -> bool:
        return len(self.pieces) > 1 and all(_COLUMN_NUMBER.fullmatch(piece.text) for piece in self.pieces)


def printlines(runs: Sequence[Run]) -> list[Printline]:
    """The lines of a page from top to bottom, of runs in any order."""
    lines: list[Printline] = []
    together: list[Run] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if together and run.baseline - together[0].baseline > SAME_BASELINE * min(run.size, together[0].size):
            lines.append(printline(together))
            together = []
        together.append(run)
    if together:
        lines.append(printline(together))
    return [line for line in lines if line.pieces]


def printline(runs: Sequence[Run]) -> Printline:
    """The line that runs on one baseline make, in pieces from left to right."""
    words = sorted(((word, run) for run in runs for word in split(run)), key=lambda each: each[0].edges[0])
    size = max(run.size for run in runs)
    pieces: list[Piece] = []
    text = ""
    seams: tuple[tuple[float, float], ...] = ()
    since = 0  # characters since the last gap
    caption = False
    for word, run in words:
        start, end, baseline = word.edges[0], word.ends[-1], run.baseline
        # A code, an ordinal or another amount may stand close to the amount, count or dash of the column before it.
        ended = pieces and _FIGURE.fullmatch(pieces[-1].text) and _BEHIND_AMOUNT.match("".join(word.texts))
        if pieces and start - pieces[-1].end < APART * size and not ended:
            gap = start - pieces[-1].end > SEAM * size and not is_spacing(text, word.texts)
            if gap and since >= SHORTEST_HEADING and len(word.texts) >= SHORTEST_HEADING:
                seams = (*seams, (pieces[-1].end, start))
            since = len(word.texts) if gap else since + len(word.texts)
            start, baseline = pieces[-1].start, pieces.pop().baseline
            text += "".join(word.texts)
        else:
            text, seams, since = "".join(word.texts), (), len(word.texts)
        text = unicodedata.normalize("NFKC", text)
        caption = caption or _CAPTION.search(text) is not None
        pieces.append(Piece(start, end, AMOUNT.fullmatch(text) is not None, text, baseline, seams))
    return Printline(runs[0].baseline, size, in_words(pieces, size), caption)


def in_words(pieces: Sequence[Piece], size: float) -> list[Piece]:
    """The pieces with headings set in single letters put together: 收　入, but not the columns 类, 款, 项, 目."""
    words: list[Piece] = []
    for piece in pieces:
        before = words[-1] if words else None
        if (
            before is not None
            and before.text + piece.text in LETTERSPACED
            and piece.start - before.end <= LETTERS_APART * size
            and not any(left.text == "款" for left in words[-2:-1])
        ):
            words[-1] = before._replace(end=piece.end, text=before.text + piece.text)
        else:
            words.append(piece)
    return words


def is_spacing(before: str, after: Sequence[str]) -> bool:
    """Whether a gap is the word processor's own, which it leaves between a numeral and an ideograph: 2026 年预算数."""
    return before[-1:].isdigit() != after[0].isdigit()


def with_whole_amounts(lines: Sequence[Printline], *, goes_on: bool) -> list[Printline]:
    """The lines with whole numbers behind words as amounts, where a form prints yuan without decimals or separators.

    Only below a caption that says 元, or where a table of the page before `goes_on`, and where the page has no amount
    that is known by its shape: elsewhere whole numbers are codes, ordinals, counts.
    """
    if any(piece.amount for line in lines for piece in line.pieces):
        return list(lines)
    said = (index for index, line in enumerate(lines) if any(_IN_YUAN.search(piece.text) for piece in line.pieces))
    first = 0 if goes_on else next(said, len(lines))
    return [*lines[:first], *map(whole_amounts, lines[first:])]


def whole_amounts(line: Printline) -> Printline:
    """The line with the whole numbers that stand right of its first words as amounts."""
    name = next((index for index, piece in enumerate(line.pieces) if piece.named), None)
    if name is None or line.numbers_columns or line.caption:
        return line
    pieces = [
        piece._replace(amount=True) if index > name and _WHOLE.fullmatch(piece.text) else piece
        for index, piece in enumerate(line.pieces)
    ]
    return line._replace(pieces=pieces)


def middle(line: Printline) -> float:
    """Where a line stands, halfway up its glyphs."""
    return line.baseline - ABOVE_BASELINE * line.size
