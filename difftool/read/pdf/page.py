"""One page laid out: grids where lines enclose text, paragraphs of what stands outside, from top to bottom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from difftool.model.document import Block, Cell, Grid, Line, Page, Paragraph
from difftool.model.file_problems import UnreadLines
from difftool.model.place import PagePlace
from difftool.model.problem import Problem
from difftool.read.pdf.aligned import aligned_frames
from difftool.read.pdf.cells import ABOVE_BASELINE, fill, middle_of
from difftool.read.pdf.glyphs import turned_box
from difftool.read.pdf.lattice import Frame, frame_of
from difftool.read.pdf.paragraphs import paragraphs
from difftool.read.pdf.partly_ruled import holds_rows_or_columns
from difftool.read.pdf.rulings import MOST_LINES, lattices, straight_lines
from difftool.read.pdf.runs import RIGHTWARDS, Area, Box, Cover, Printed, Ruling, Run
from difftool.read.pdf.words import lines_of, words_in_order

MOSTLY = 10  # times more invisible text than visible: a scan with its recognised text behind the picture
BELOW = 20.0  # points that a baseline may lie below a cover that hides the middle of its glyphs
MOST_LOOKS = 5_000_000  # at runs under covers, for one page
PAGE_NUMBER = 12  # characters of a page's number below its last table, at most
MARGIN = 2.0  # points that text may stand outside the outer lines of its table


class Foot(Struct):
    """The columns of a table without lines at the foot of the page read last, and which way that page is turned."""

    columns: tuple[float, ...] = ()
    turn: int = 0


def lay_out(printed: Printed, number: int, foot: Foot | None = None) -> tuple[Page, list[Problem]]:
    """The page's blocks in reading order, with places on the page as displayed; then what was left out, in words.

    `foot` is that of the page before, and becomes that of this page.
    """
    layout = Layout(printed, number, foot)
    return Page(number, tuple(layout.blocks()), printed.width, printed.height), layout.omissions


class Layout:
    """One page in the frame in which most of its text runs rightwards: tables drawn sideways are read upright."""

    def __init__(self, printed: Printed, number: int, foot: Foot | None = None) -> None:
        self.number = number
        self.foot = foot or Foot()
        self.whole = PagePlace(number, (0.0, 0.0, printed.width, printed.height))
        self.omissions: list[Problem] = []
        runs = shown(uncovered(printed.runs, printed.covers))
        glyphs: Counter[int] = Counter()
        for run in runs:
            glyphs[run.direction] += len(run.texts)
        self.turn = glyphs.most_common(1)[0][0] if glyphs else 0
        self.page_size = (printed.width, printed.height)
        self.size = self.page_size if self.turn % 2 == 0 else self.page_size[::-1]
        self.runs = words_in_order(run for run in runs if run.direction == self.turn)
        self.strays = [
            line._replace(box=self.upright(self.displayed(line.box, direction)))
            for direction in glyphs
            if direction != self.turn
            for line in lines_of([run for run in runs if run.direction == direction])
        ]
        self.horizontal, self.vertical = self.turned_rulings(printed)
        self.areas = [Area(*self.upright(each)) for each in printed.areas]

    def upright(self, box: Box) -> Box:
        return turned_box(box, self.turn, *self.page_size)

    def displayed(self, box: Box, turn: int) -> Box:
        """A box of a turned frame on the page as displayed."""
        width, height = self.page_size
        return turned_box(box, -turn % 4, *((height, width) if turn % 2 else (width, height)))

    def turned_rulings(self, printed: Printed) -> tuple[list[Ruling], list[Ruling]]:
        if self.turn == 0:
            return printed.horizontal, printed.vertical
        level: list[Ruling] = []
        upright: list[Ruling] = []
        for y, start, end in printed.horizontal:
            left, top, right, bottom = self.upright((start, y, end, y))
            upright.append(Ruling(left, top, bottom)) if self.turn % 2 else level.append(Ruling(top, left, right))
        for x, start, end in printed.vertical:
            left, top, right, bottom = self.upright((x, start, x, end))
            level.append(Ruling(top, left, right)) if self.turn % 2 else upright.append(Ruling(left, top, bottom))
        return level, upright

    def place(self, box: Box) -> PagePlace:
        return PagePlace(self.number, self.displayed(box, self.turn), turn=self.turn)

    def blocks(self) -> list[Block]:
        placed: list[tuple[float, Block]] = []
        ruled = [*self.ruled_frames()]
        for frame in ruled:
            self.take(frame, placed)
        for frame in self.shaded_frames() if not placed else []:
            self.take(frame, placed)
        columns = self.foot.columns if self.foot.turn == self.turn and not placed else ()
        aligned = aligned_frames(self.runs, ruled if placed else (), columns)
        for frame in aligned:
            self.take(frame, placed, ruled=False)
        tops = sorted(top for top, _ in placed)
        lines = sorted([*lines_of(self.runs), *self.strays], key=lambda line: (line.baseline, line.box[0]))
        for group in paragraphs(lines, tops):
            paragraph = Paragraph(tuple(Line(line.text, self.place(line.box), line.size) for line in group))
            placed.append((group[0].box[1], paragraph))
        placed.sort(key=lambda pair: pair[0])
        below = [block for top, block in placed if aligned and top >= aligned[-1].box[3]]
        alone = all(isinstance(block, Paragraph) and len(block.text) <= PAGE_NUMBER for block in below)
        self.foot.columns, self.foot.turn = tuple(aligned[-1].xs) if aligned and alone else (), self.turn
        return [block for _, block in placed]

    def take(self, frame: Frame, placed: list[tuple[float, Block]], *, ruled: bool = True) -> None:
        """Make a grid of the table and the runs that stand in it, unless it is none."""
        runs, beyond = inside(frame, self.runs)
        strays = [line for line in self.strays if encloses(frame.box, middle(line.box))]
        texts = fill(frame, runs, strays)
        if not any(texts) or holds_rows_or_columns(texts):
            return
        self.runs = beyond
        self.strays = [line for line in self.strays if line not in strays]
        placed.append((frame.box[1], self.grid(frame, texts, ruled=ruled)))

    def ruled_frames(self) -> list[Frame]:
        if max(len(self.horizontal), len(self.vertical)) > MOST_LINES:
            level, upright = straight_lines(self.horizontal), straight_lines(self.vertical)
            if max(len(level), len(upright)) > MOST_LINES:
                self.omissions.append(UnreadLines.at(self.whole, page=self.number, most=f"{MOST_LINES:,}"))
                return []
        return frames_of(self.horizontal, self.vertical)

    def shaded_frames(self) -> list[Frame]:
        """Tables drawn by coloured backgrounds alone; where there are lines, backgrounds say nothing."""
        if len(self.areas) > MOST_LINES:
            return []
        level = [Ruling(y, area.left, area.right) for area in self.areas for y in (area.top, area.bottom)]
        upright = [Ruling(x, area.top, area.bottom) for area in self.areas for x in (area.left, area.right)]
        return [frame for frame in frames_of(level, upright) if len(frame.xs) > 2 and len(frame.ys) > 2]

    def grid(self, frame: Frame, texts: Sequence[str], *, ruled: bool = True) -> Grid:
        """The table as a grid without the holes outside its outline."""
        cells = tuple(
            Cell(
                text,
                region.row,
                region.column,
                self.place(frame.region_box(region)),
                region.row_span,
                region.column_span,
            )
            for region, text in zip(frame.regions, texts, strict=True)
            if text or not region.hole
        )
        return Grid(len(frame.ys) - 1, len(frame.xs) - 1, cells, self.place(frame.box), ruled)


def frames_of(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[Frame]:
    """The tables that the lines draw, the innermost first; a box without inner lines is none."""
    found = [frame_of(lattice) for lattice in lattices(straight_lines(horizontal), straight_lines(vertical))]
    frames = [frame for frame in found if frame is not None and len(frame.regions) > 1]
    return sorted(frames, key=lambda frame: area(frame.box))


def shown(runs: Sequence[Run]) -> list[Run]:
    """The runs that a reader sees; behind a scan, where nearly all text is invisible, the recognised text."""
    visible = [run for run in runs if run.visible]
    hidden = len(runs) - len(visible)
    return list(runs) if hidden > MOSTLY * len(visible) else visible


def uncovered(runs: Sequence[Run], covers: Sequence[Cover]) -> list[Run]:
    """The runs that nothing was painted over later; behind a scan, where that is nearly all text, all of them.

    Corrected documents hide a title under a white area or picture and print the new one elsewhere.
    """
    hidden = covered(runs, covers)
    if len(hidden) > MOSTLY * (len(runs) - len(hidden)):
        return list(runs)
    return [run for index, run in enumerate(runs) if index not in hidden]


def covered(runs: Sequence[Run], covers: Sequence[Cover]) -> set[int]:
    """The indices of the runs that something was painted over later."""
    order = sorted(range(len(runs)), key=lambda index: runs[index].baseline)
    baselines = [runs[index].baseline for index in order]
    hidden: set[int] = set()
    looked = 0
    for (left, top, right, bottom), count in covers:
        band = order[bisect_left(baselines, top) : bisect_right(baselines, bottom + BELOW)]
        looked += len(band)
        if looked > MOST_LOOKS:
            break
        for index in band:
            run = runs[index]
            if (
                index < count
                and run.direction == RIGHTWARDS
                and left - MARGIN <= run.edges[0]
                and run.ends[-1] <= right + MARGIN
                and top <= run.baseline - ABOVE_BASELINE * run.size <= bottom
            ):
                hidden.add(index)
    return hidden


def seen(printed: Printed) -> list[Run]:
    """The runs that are drawn visibly and stay uncovered, be they few."""
    hidden = covered(printed.runs, printed.covers)
    return [run for index, run in enumerate(printed.runs) if run.visible and index not in hidden]


def inside(frame: Frame, runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The runs that stand in the table, and the others."""
    left, top, right, bottom = frame.box
    within: list[Run] = []
    beyond: list[Run] = []
    for run in runs:
        across, height = middle_of(run)
        here = top <= height <= bottom and left - MARGIN <= across <= right + MARGIN
        (within if here else beyond).append(run)
    return within, beyond


def encloses(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
