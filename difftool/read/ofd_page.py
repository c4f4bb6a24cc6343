"""What one OFD page draws: text objects become runs, path objects rulings, in points from the page's corner."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from difftool.model.bounds import NESTING, OPERATORS
from difftool.read.normalise import normalise
from difftool.read.pdf import ink
from difftool.read.pdf.bounds import TooMuch
from difftool.read.pdf.faces import UNREADABLE
from difftool.read.pdf.glyphs import direction_of, turned_box
from difftool.read.pdf.runs import Box, Matrix, Printed, Run
from difftool.read.pdf.words import is_wide

MILLIMETRE = 72 / 25.4  # points
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LINE_WIDTH = 0.353  # millimetres, where nothing is said
NARROW, BROAD = 0.62, 0.95  # of the type size: how wide letters and digits are at most, and the broad ones among them
WIDE_GAP = 0.3  # of the type size: what stands beyond is another run, as in a PDF
FARTHEST = 1e6  # points: no page is so large
_BROAD = frozenset("MWmw@%&QOGD")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_STEP = re.compile(rf"g\s+(\d{{1,9}})\s+({_NUMBER.pattern})|({_NUMBER.pattern})")
_PATH = re.compile(rf"([A-Za-z])|({_NUMBER.pattern})")
# How many numbers each drawing operator takes; of curves only the end counts.
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


class Resources:
    """What pages share: drawings that stand for an object, and colours and line widths that a layer names."""

    def __init__(self) -> None:
        self.drawings: dict[str, Any] = {}
        self.params: dict[str, Any] = {}

    def add(self, root: Any) -> None:
        for told in root.iter("{*}CompositeGraphicUnit"):
            self.drawings[told.get("ID", "")] = told
        for told in root.iter("{*}DrawParam"):
            self.params[told.get("ID", "")] = told

    def param(self, name: str | None, attribute: str) -> str | None:
        """A setting of a named set, or of the set that it goes on from."""
        for _ in range(8):
            told = self.params.get(name or "")
            if told is None:
                return None
            said = told.get(attribute) if attribute in ("LineWidth",) else color(told, attribute)
            if said is not None:
                return str(said)
            name = told.get("Relative")
        return None


class PageReader:
    """Draws the objects of a page's layers into what is printed. `origin` is the page's corner in millimetres."""

    def __init__(self, printed: Printed, resources: Resources, origin: tuple[float, float]) -> None:
        self.printed = printed
        self.resources = resources
        left, top = origin
        self.base: Matrix = (MILLIMETRE, 0.0, 0.0, MILLIMETRE, -left * MILLIMETRE, -top * MILLIMETRE)
        self.clip: Box = (0.0, 0.0, printed.width, printed.height)
        self._objects = 0

    def read(self, content: Any) -> None:
        """Raises `TooMuch` where the page holds more than the bounds allow."""
        for layer in content.iterfind("{*}Layer"):
            self.block(layer, self.base, layer.get("DrawParam"), 0)

    def block(self, parent: Any, matrix: Matrix, param: str | None, depth: int) -> None:
        if depth > self.printed.bounds.nesting:
            raise TooMuch(NESTING, f"objects stand more than {self.printed.bounds.nesting} deep (--max-nesting)")
        for told in parent:
            self._objects += 1
            if self._objects > self.printed.bounds.operators:
                raise TooMuch(
                    OPERATORS, f"a page has more than {self.printed.bounds.operators:,} objects (--max-operators)"
                )
            kind = str(told.tag).rpartition("}")[2]
            if told.get("Visible") in ("false", "0"):
                continue
            own = told.get("DrawParam") or param
            if kind == "TextObject":
                self.text(told, placed(told, matrix))
            elif kind == "PathObject":
                self.path(told, placed(told, matrix), own)
            elif kind == "ImageObject":
                self.image(told, matrix)
            elif kind == "PageBlock":
                self.block(told, matrix, own, depth + 1)
            elif kind == "CompositeObject":
                drawing = self.resources.drawings.get(told.get("ResourceID", ""))
                for content in drawing.iterfind("{*}Content") if drawing is not None else ():
                    self.block(content, placed(told, matrix), own, depth + 1)

    def text(self, told: Any, matrix: Matrix) -> None:
        size = number(told.get("Size"), 0.0)
        scale = number(told.get("HScale"), 1.0)
        turn = math.radians(number(told.get("CharDirection"), 0.0))
        a, b, c, d, _, _ = matrix
        cosine, sine = math.cos(turn), math.sin(turn)
        along = (a * cosine + c * sine, b * cosine + d * sine)  # where a unit along the letter's foot leads
        direction = direction_of(*along)
        height = size * math.hypot(c * cosine - a * sine, d * cosine - b * sine)
        unit = size * scale * math.hypot(*along)
        if direction < 0 or not 0 < height < FARTHEST:
            return
        visible = told.get("Alpha") != "0" and not (
            told.get("Fill") in ("false", "0") and not is_true(told.get("Stroke"))
        )
        down = int(number(told.get("ReadDirection"), 0.0)) % 180 == 90
        step = size if down else size * scale
        for code in told.iterfind("{*}TextCode"):
            self.code(code, matrix, step, down, Letters(self.printed, self.clip, direction, height, unit, visible))

    def code(self, code: Any, matrix: Matrix, step: float, down: bool, letters: Letters) -> None:
        """The letters of a text, each so far from the one before it as the file says."""
        text = (code.text or "").strip("\r\n\t")
        self.printed.count_glyphs(len(text))
        x, y = number(code.get("X"), 0.0), number(code.get("Y"), 0.0)
        rights, downs = code.get("DeltaX"), code.get("DeltaY")
        across, along = steps(rights, len(text)), steps(downs, len(text))
        untold = rights is None and downs is None
        a, b, c, d, e, f = matrix
        for letter in text:
            letters.add(letter, (a * x + c * y + e, b * x + d * y + f))
            if untold:
                wide = width_of(letter) * step
                x, y = (x, y + wide) if down else (x + wide, y)
            else:
                x, y = x + next(across, 0.0), y + next(along, 0.0)
        letters.end()

    def path(self, told: Any, matrix: Matrix, param: str | None) -> None:
        self.printed.check_rulings()
        stroked = told.get("Stroke") not in ("false", "0")
        filled = is_true(told.get("Fill"))
        strokes = color(told, "StrokeColor") or self.resources.param(param, "StrokeColor")
        fills = color(told, "FillColor") or self.resources.param(param, "FillColor")
        width = number(told.get("LineWidth") or self.resources.param(param, "LineWidth"), LINE_WIDTH)
        a, b, c, d, _, _ = matrix
        thick = width * math.sqrt(abs(a * d - b * c))
        for points, curved in outlines(told.findtext("{*}AbbreviatedData") or "", matrix):
            if filled and not curved and len(points) > 2:
                if is_white(fills):
                    ink.cover(self.printed, ink.box_of(points), self.clip)
                else:
                    ink.fill(self.printed, points, self.clip)
            if stroked and not is_white(strokes) and len(points) > 1:
                ink.stroke(self.printed, points, thick, self.clip)

    def image(self, told: Any, matrix: Matrix) -> None:
        left, top, width, height = [*numbers(told.get("Boundary")), 0.0, 0.0, 0.0, 0.0][:4]
        a, _, _, d, e, f = matrix
        box: Matrix = (a * width, 0.0, 0.0, d * height, a * left + e, d * top + f)
        ink.picture(self.printed, box, self.clip, opaque=False)


class Letters:
    """Gathers letters of one text into runs, in the frame in which they run rightwards; a wide gap ends a run."""

    def __init__(self, printed: Printed, clip: Box, direction: int, height: float, unit: float, visible: bool) -> None:
        self.printed = printed
        self.direction = direction
        self.clip = turned_box(clip, direction, printed.width, printed.height)
        self.height = height
        self.unit = unit
        self.visible = visible
        self._texts: list[str] = []
        self._edges: list[float] = []
        self._baseline = 0.0

    def add(self, letter: str, point: tuple[float, float]) -> None:
        x, y = point
        if not (abs(x) < FARTHEST and abs(y) < FARTHEST):
            return
        edge, baseline, _, _ = turned_box((x, y, x, y), self.direction, self.printed.width, self.printed.height)
        if self._texts:
            gap = edge - self._edges[-1] - width_of(self._texts[-1]) * self.unit
            if (
                gap > WIDE_GAP * self.height
                or edge < self._edges[-1]
                or abs(baseline - self._baseline) > 0.05 * self.height
            ):
                self.end()
        self._texts.append(letter)
        self._edges.append(edge)
        self._baseline = baseline

    def end(self) -> None:
        """Put the letters so far on the page as one run."""
        if not self._texts:
            return
        ends = [
            min(edge + width_of(letter) * self.unit, after) if after > edge else edge + width_of(letter) * self.unit
            for letter, edge, after in zip(self._texts, self._edges, [*self._edges[1:], math.inf], strict=True)
        ]
        texts = [shown(letter) for letter in self._texts]
        run = Run(self._baseline, self.height, texts, self._edges, ends, self.clip, self.direction, self.visible)
        left, top, right, bottom = self.clip
        if self._edges[0] <= right and ends[-1] >= left and top <= self._baseline <= bottom + self.height:
            self.printed.runs.append(run)
        self._texts, self._edges = [], []


def shown(letter: str) -> str:
    """A letter as a reader sees it; one of private use shows what only its font knows."""
    return UNREADABLE if "\ue000" <= letter <= "\uf8ff" else normalise(letter)


def width_of(letter: str) -> float:
    """How wide a letter is at most, in type sizes; the file says where the next one stands."""
    if is_wide(letter):
        return 1.0
    return BROAD if letter in _BROAD else NARROW


def placed(told: Any, matrix: Matrix) -> Matrix:
    """The matrix from an object's own space to the page: its own matrix, then the corner of its boundary."""
    left, top = [*numbers(told.get("Boundary")), 0.0, 0.0][:2]
    own = numbers(told.get("CTM"))
    inner: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if len(own) == 6 else IDENTITY
    return ink.joined(inner, ink.joined((1.0, 0.0, 0.0, 1.0, left, top), matrix))


def outlines(data: str, matrix: Matrix) -> Iterator[tuple[list[ink.Point], bool]]:
    """The lines of a path on the page, and whether any piece of it is curved, where the pen is lifted each."""
    a, b, c, d, e, f = matrix
    points: list[ink.Point] = []
    curved = False
    for operator, told in operations(data):
        if operator == "C":
            if points:
                points.append(points[0])
            continue
        x, y = told[-2:]
        point = (a * x + c * y + e, b * x + d * y + f)
        if not (abs(point[0]) < FARTHEST and abs(point[1]) < FARTHEST):
            continue
        if operator in "SM":
            if points:
                yield points, curved
            points, curved = [point], False
        elif operator == "L":
            points.append(point)
        else:  # a curve is no ruling: what comes after it begins anew
            if points:
                yield points, True
            points, curved = [point], True
    if points:
        yield points, curved


def operations(data: str) -> Iterator[tuple[str, list[float]]]:
    operator, told = "", list[float]()
    for match in _PATH.finditer(data):
        if match.group(1):
            operator, told = match.group(1), []
            if operator == "C":
                yield operator, told
            continue
        told.append(float(match.group(2)))
        if operator in _TAKES and len(told) == _TAKES[operator]:
            yield operator, told
            operator, told = ("L" if operator == "M" else operator), []


def steps(told: str | None, most: int) -> Iterator[float]:
    """How far each letter stands from the one before: "g 3 2.5 4" is three times 2.5, then 4."""
    count = 0
    for match in _STEP.finditer(told or ""):
        times, repeated, once = match.groups()
        for _ in range(min(int(times), most) if times else 1):
            if count >= most:
                return
            count += 1
            yield float(repeated if times else once)


def numbers(told: str | None) -> list[float]:
    return [float(found) for found in _NUMBER.findall((told or "")[:400])]


def number(told: str | None, default: float) -> float:
    found = numbers(told)
    return found[0] if found else default


def is_true(told: str | None) -> bool:
    return told in ("true", "1")


def color(told: Any, kind: str) -> str | None:
    """The colour that an object names for its strokes or its filling, None where it names none."""
    found = told.find(f"{{*}}{kind}")
    return None if found is None else found.get("Value")


def is_white(told: str | None) -> bool:
    values = numbers(told)
    return len(values) in (1, 3) and all(value >= 250 for value in values)
