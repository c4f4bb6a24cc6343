"""What one OFD page draws: text objects become runs, path objects rulings, in points from the page's corner."""

from __future__ import annotations

import math
import posixpath
from typing import Any

from difftool.model.bounds import NESTING, OPERATORS
from difftool.read.ofd_letters import Letters, steps, width_of
from difftool.read.ofd_path import FARTHEST, outlines
from difftool.read.ofd_pictures import Shown
from difftool.read.ofd_values import color, is_true, is_white, number, numbers
from difftool.read.pdf import ink
from difftool.read.pdf.bounds import TooMuch
from difftool.read.pdf.glyphs import direction_of
from difftool.read.pdf.runs import Box, Matrix, Printed

MILLIMETRE = 72 / 25.4  # points
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LINE_WIDTH = 0.353  # millimetres, where nothing is said


class Resources:
    """What pages share: drawings that stand for an object, colours and line widths that a layer names, and pictures.

    `pictures` are the parts of the file that hold them, by id.
    """

    def __init__(self) -> None:
        self.drawings: dict[str, Any] = {}
        self.params: dict[str, Any] = {}
        self.pictures: dict[str, str] = {}

    def add(self, root: Any, name: str) -> None:
        """Take in what the part of this name holds."""
        folder = located(name, root.get("BaseLoc") or ".")
        for told in root.iter("{*}MultiMedia"):
            self.pictures[told.get("ID", "")] = located(f"{folder}/", told.findtext("{*}MediaFile"))
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
        self.pictures: list[Shown] = []
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
        """A picture fills the unit square of its own matrix or, where it has none, its boundary."""
        if len(numbers(told.get("CTM"))) == 6:
            box = placed(told, matrix)
        else:
            _, _, width, height = [*numbers(told.get("Boundary")), 0.0, 0.0, 0.0, 0.0][:4]
            box = ink.joined((width, 0.0, 0.0, height, 0.0, 0.0), placed(told, matrix))
        if not all(abs(each) < FARTHEST for each in box):
            return
        ink.picture(self.printed, box, self.clip, opaque=False)
        self.pictures.append(Shown(self.resources.pictures.get(told.get("ResourceID", ""), ""), box))


def located(name: str, told: str | None) -> str:
    """The part that a part refers to: from the root where it begins with a stroke, else from its own folder."""
    target = (told or "").strip().replace("\\", "/")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else ""


def placed(told: Any, matrix: Matrix) -> Matrix:
    """The matrix from an object's own space to the page: its own matrix, then the corner of its boundary."""
    left, top = [*numbers(told.get("Boundary")), 0.0, 0.0][:2]
    own = numbers(told.get("CTM"))
    inner: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if len(own) == 6 else IDENTITY
    return ink.joined(inner, ink.joined((1.0, 0.0, 0.0, 1.0, left, top), matrix))
