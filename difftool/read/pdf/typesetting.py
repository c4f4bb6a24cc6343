"""The text operators of a content stream: where the pen is, which font is set, and the strings shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from difftool.read.pdf import ink, tokens
from difftool.read.pdf.faces import Face
from difftool.read.pdf.fonts import Fonts
from difftool.read.pdf.glyphs import show, show_chain
from difftool.read.pdf.graphics import IDENTITY, Graphics
from difftool.read.pdf.operands import name_of
from difftool.read.pdf.runs import Matrix, Printed


class Typesetting(Graphics):
    """The graphics state with the fonts that the page's resources name; each method does one operator."""

    def __init__(self, printed: Printed, matrix: Matrix, resources: Mapping[str, Any], fonts: Fonts) -> None:
        super().__init__(printed, matrix, resources)
        self.fonts = fonts
        self.faces: dict[bytes, Face] = {}
        self.operations = 0

    def set_font(self, name: bytes, size: float) -> None:
        face = self.faces.get(name)
        if face is None:
            face = self.faces[name] = self.fonts.face(self.resources, name_of(name))
        self.face = face
        self.size = size

    def show(self, pieces: Sequence[object]) -> None:
        matrix = ink.joined(self.line_matrix, self.ctm)
        self.pen = show(self.printed, self, pieces, matrix, *self.pen, self.clip)

    def show_chain(self, chain: bytes) -> None:
        """Show strings that follow each other on one line: the first where the pen is, the others each moved to."""
        links = [(float(move), tokens.from_hex(shown)) for move, shown in tokens.LINK.findall(chain)]
        first = tokens.from_hex(chain[1 : chain.index(b">")])
        if not links:
            self.show((first,))
            return
        self.operations += len(links)
        if b"D" in chain:
            self.leading = 0.0
        a, b, c, d, e, f = self.line_matrix
        matrix = ink.joined(self.line_matrix, self.ctm)
        way, pen = show_chain(self.printed, self, [(0.0, first), *links], matrix, self.clip)
        self.line_matrix = (a, b, c, d, way * a + e, way * b + f)
        self.pen = (pen, 0.0)

    def op_show(self, operands: list[Any]) -> None:
        self.show(operands[-1:])

    def op_show_array(self, operands: list[Any]) -> None:
        if operands and isinstance(operands[-1], list):
            self.show(operands[-1])

    def op_next_line_show(self, operands: list[Any]) -> None:
        self.op_next_line([])
        self.show(operands[-1:])

    def op_spaced_next_line_show(self, operands: list[Any]) -> None:
        self.word_space, self.character_space, shown = operands[-3:]
        self.op_next_line_show([shown])

    def op_font(self, operands: list[Any]) -> None:
        name, size = operands[-2:]
        self.set_font(str(name).encode("latin-1"), float(size))

    def op_begin_text(self, operands: list[Any]) -> None:
        self.line_matrix = IDENTITY
        self.pen = (0.0, 0.0)

    def op_move(self, operands: list[Any]) -> None:
        x, y = operands[-2:]
        a, b, c, d, e, f = self.line_matrix
        self.line_matrix = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        self.pen = (0.0, 0.0)

    def op_move_leading(self, operands: list[Any]) -> None:
        self.leading = -operands[-1]
        self.op_move(operands)

    def op_next_line(self, operands: list[Any]) -> None:
        self.op_move([0.0, -self.leading])

    def op_text_matrix(self, operands: list[Any]) -> None:
        a, b, c, d, e, f = operands[-6:]
        self.line_matrix = (a, b, c, d, e, f)
        self.pen = (0.0, 0.0)

    def op_leading(self, operands: list[Any]) -> None:
        self.leading = operands[-1]

    def op_character_space(self, operands: list[Any]) -> None:
        self.character_space = operands[-1]

    def op_word_space(self, operands: list[Any]) -> None:
        self.word_space = operands[-1]

    def op_scaling(self, operands: list[Any]) -> None:
        self.scaling = operands[-1] * 0.01

    def op_render(self, operands: list[Any]) -> None:
        self.render = int(operands[-1])

    def op_rise(self, operands: list[Any]) -> None:
        self.rise = operands[-1]


TEXT_OPERATORS: dict[bytes, Callable[[Any, list[Any]], None]] = {
    b"Tj": Typesetting.op_show,
    b"TJ": Typesetting.op_show_array,
    b"'": Typesetting.op_next_line_show,
    b'"': Typesetting.op_spaced_next_line_show,
    b"Tf": Typesetting.op_font,
    b"BT": Typesetting.op_begin_text,
    b"Td": Typesetting.op_move,
    b"TD": Typesetting.op_move_leading,
    b"T*": Typesetting.op_next_line,
    b"Tm": Typesetting.op_text_matrix,
    b"TL": Typesetting.op_leading,
    b"Tc": Typesetting.op_character_space,
    b"Tw": Typesetting.op_word_space,
    b"Tz": Typesetting.op_scaling,
    b"Tr": Typesetting.op_render,
    b"Ts": Typesetting.op_rise,
}
