"""Read a page's content streams by ourselves: the fast way, over pdfminer.six's objects, fonts and code tables."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from difftool.model.bounds import NESTING
from difftool.model.bounds import OPERATORS as TOO_MANY
from difftool.read.pdf import ink, tokens
from difftool.read.pdf.bounds import Budget, TooMuch
from difftool.read.pdf.fonts import Fonts
from difftool.read.pdf.graphics import GRAPHICS_OPERATORS
from difftool.read.pdf.operands import NOTHING, array_of, operand
from difftool.read.pdf.runs import Matrix, Printed
from difftool.read.pdf.streams import BoundedStream, is_opaque
from difftool.read.pdf.tokens import UnknownConstruct
from difftool.read.pdf.typesetting import TEXT_OPERATORS, Typesetting

CHECK_EVERY = 1024  # operations between two looks at the clock
DRAWING = 10  # operations that drawing a form counts as: it takes as long
IGNORED = frozenset(
    (b"J", b"j", b"M", b"d", b"ri", b"i", b"gs", b"BMC", b"BDC", b"EMC", b"MP", b"DP", b"BX", b"EX", b"sh", b"ET")
)


def read_content(page: Any, printed: Printed, matrix: Matrix, fonts: Fonts, budget: Budget) -> None:
    """Fill `printed` with what the page shows.

    Raises `UnknownConstruct` where another interpreter may know more, and `TooMuch` at a bound.
    """
    reader = ContentReader(printed, matrix, dict_value(page.resources), fonts, budget)
    reader.run(b"\n".join(content_of(part) for part in page.contents))


class ContentReader(Typesetting):
    """Does the operations of one page's streams, in order."""

    def __init__(
        self, printed: Printed, matrix: Matrix, resources: Mapping[str, Any], fonts: Fonts, budget: Budget
    ) -> None:
        super().__init__(printed, matrix, resources, fonts)
        self.budget = budget
        self.open_forms: list[int] = []

    def run(self, data: bytes) -> None:
        """Do the operations of one stream, a page's or a form's."""
        operators = OPERATORS
        bounds = self.budget.bounds
        long = len(data) > bounds.operation_bytes
        stack: list[Any] = []
        place = 0
        while True:
            for match in tokens.OPERATION.finditer(data, place):
                self.operations += 1
                if not self.operations % CHECK_EVERY:
                    self.check()
                if long and match.end() - match.start() > bounds.operation_bytes:
                    raise TooMuch(TOO_MANY, f"an operation has more than {bounds.operation_bytes:,} bytes")
                kind = match.lastindex
                if kind is None:
                    pass
                elif kind == tokens.OPERATOR:
                    numbers, name = match.group(1, 10)
                    operator = operators.get(name)
                    if operator is not None:
                        operands = list(map(float, numbers.split()))
                        if stack:
                            operands = stack + operands
                            stack = []
                        operator(self, operands)
                    elif name == b"BI":
                        place = self.skip_picture(data, match.end())
                        break
                    elif name in IGNORED:
                        stack = []
                    else:
                        raise UnknownConstruct(f"the operator {name.decode('latin-1')} is not known")
                elif kind <= tokens.RECTANGLE_PAINTED:
                    self.draw(match)
                elif kind < tokens.OPERATOR:
                    numbers, move = match.group(1, 6)
                    operators[b"T" + move](self, list(map(float, numbers.split())))
                    if kind == tokens.CHAIN:
                        self.show_chain(match[kind])
                    elif kind == tokens.MOVED_LITERAL:
                        self.show((tokens.from_literal(match[kind]),))
                    else:
                        self.show(array_of(match[kind]))
                elif kind == tokens.HEX_SHOWN:
                    self.show((tokens.from_hex(match[kind]),))
                elif kind == tokens.LITERAL_SHOWN:
                    self.show((tokens.from_literal(match[kind]),))
                elif kind == tokens.ARRAY_SHOWN:
                    self.show(array_of(match[kind]))
                elif kind == tokens.FONT_SIZE:
                    self.set_font(match[tokens.FONT], float(match[kind]))
                elif kind == tokens.OTHER:
                    place = self.push(data, match.start(kind), stack)
                    break
            else:
                return

    def check(self) -> None:
        bounds = self.budget.bounds
        self.budget.check_time()
        self.printed.check_rulings()
        if self.operations > bounds.operators:
            raise TooMuch(TOO_MANY, f"a page has more than {bounds.operators:,} operations (--max-operators)")

    def push(self, data: bytes, place: int, stack: list[Any]) -> int:
        """Put the next operand on the stack, and return where it ends."""
        value, place = operand(data, place, self.budget.bounds.nesting)
        if value is not NOTHING:
            stack.append(value)
        return place

    def skip_picture(self, data: bytes, place: int) -> int:
        """Pass by an inline picture."""
        entries: dict[str, Any] = {}
        while True:
            match = tokens.TOKEN.match(data, place)
            if match is None or match.lastindex in (tokens.NOTHING, None):
                raise UnknownConstruct("an inline picture does not begin")
            if match.lastindex == tokens.BARE_OPERATOR:
                if match[0].strip() != b"ID":
                    raise UnknownConstruct("an inline picture does not begin")
                place = match.end() + 1
                break
            key, place = operand(data, place, self.budget.bounds.nesting)
            value, place = operand(data, place, self.budget.bounds.nesting)
            entries[str(key)] = value
        ink.picture(self.printed, self.ctm, self.clip, opaque=False)
        return tokens.picture_end(data, place - 1)

    def draw(self, match: re.Match[bytes]) -> None:
        """Do a path that is one polygon or rectangle and the operator that ends it."""
        numbers, others, closed, polygon_paint, rectangle_paint = match.group(1, 2, 3, 4, 5)
        paint = polygon_paint or rectangle_paint
        if self.hidden(paint):
            return
        if rectangle_paint:
            self.op_rectangle(list(map(float, numbers.split())))
        else:
            values = list(map(float, (numbers + others.replace(b"l", b"")).split()))
            self.end_subpath()
            self.path.append((list(zip(values[::2], values[1::2], strict=True)), False, closed is not None))
        if paint[0] == ord("W"):
            self.clip_next = True
            paint = paint.split()[-1]
        OPERATORS[paint](self, [])

    def hidden(self, paint: bytes) -> bool:
        """True where the operator paints nothing that shows and nothing else hangs on the path."""
        if self.path or self.clip_next or self.points:
            return False
        return paint == b"n" or (paint in (b"f", b"f*") and self.filling.white and not self.printed.runs)

    def op_draw(self, operands: list[Any]) -> None:
        drawn = resolve1(dict_value(self.resources.get("XObject", {})).get(operands[-1]))
        if not isinstance(drawn, PDFStream):
            return
        subtype = resolve1(drawn.get("Subtype"))
        kind = subtype.name if isinstance(subtype, PSLiteral) else ""
        if kind == "Image":
            ink.picture(self.printed, self.ctm, self.clip, is_opaque(drawn))
        elif kind == "Form" and id(drawn) not in self.open_forms:
            self.draw_form(drawn)

    def draw_form(self, form: PDFStream) -> None:
        if len(self.open_forms) >= self.budget.bounds.nesting:
            deepest = self.budget.bounds.nesting
            raise TooMuch(NESTING, f"forms are drawn inside one another more than {deepest} deep (--max-nesting)")
        saved, state = self.saved, self.state()
        resources, faces = self.resources, self.faces
        self.saved = []
        self.open_forms.append(id(form))
        self.operations += DRAWING
        self.check()
        inner = numbers_of(form.get("Matrix"), 6)
        if inner:
            self.ctm = ink.joined((inner[0], inner[1], inner[2], inner[3], inner[4], inner[5]), self.ctm)
        box = numbers_of(form.get("BBox"), 4)
        if box:
            a, b, c, d, e, f = self.ctm
            corners = [(x, y) for x in box[::2] for y in box[1::2]]
            placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
            self.clip = ink.shared(self.clip, ink.box_of(placed))
        self.resources, self.faces = dict_value(form.get("Resources")) or resources, {}
        self.run(content_of(form))
        self.open_forms.pop()
        self.resources, self.faces = resources, faces
        self.saved = saved
        self.restore(state)


def content_of(part: Any) -> bytes:
    """The decoded bytes of a content stream."""
    stream = resolve1(part)
    if isinstance(stream, BoundedStream):
        return stream.decoded()
    return stream.get_data() if isinstance(stream, PDFStream) else b""


def content_length(page: Any) -> int:
    """The bytes of a page's decoded content streams; what cannot be decoded counts as endless."""
    try:
        return sum(len(content_of(part)) for part in page.contents)
    except Exception:
        return sys.maxsize


def numbers_of(value: Any, count: int) -> list[float]:
    """So many numbers of an array, or none where it holds something else."""
    numbers = [resolve1(number) for number in list_value(value)] if value is not None else []
    plain = [float(number) for number in numbers if isinstance(number, (int, float))]
    return plain if len(plain) == count == len(numbers) else []


OPERATORS: dict[bytes, Callable[[Any, list[Any]], None]] = {
    **GRAPHICS_OPERATORS,
    **TEXT_OPERATORS,
    b"Do": ContentReader.op_draw,
}
