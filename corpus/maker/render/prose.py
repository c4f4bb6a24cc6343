"""Running text set line by line as Chinese word processors set it: no mark begins a line, numbers stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

# A number or a Latin word with its sign, or one character; an opening mark goes with what follows, a closing one with
# what stands before.
TOKEN = re.compile(r"[（“《]*(?:[0-9A-Za-z.,%≥≤-]+|.)[，。；：、）”》！？%]* ?")


class PrintedLine(Flowable):
    """One line at its indent; `spread` points are put between its characters, so that it reaches the margin."""

    def __init__(self, text: str, indent: float, spread: float, font: str, size: float) -> None:
        super().__init__()
        self.text, self.indent, self.spread, self.font, self.size = text, indent, spread, font, size
        self.height = size * 1.5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def draw(self) -> None:
        line = self.canv.beginText(self.indent, self.size * 0.4)
        line.setFont(self.font, self.size)
        line.setCharSpace(self.spread)
        line.textOut(self.text)
        self.canv.drawText(line)


def lines(text: str, width: float, font: str, size: float, justified: bool) -> Iterator[PrintedLine]:
    """The lines of a paragraph with its first line two characters in; all but the last reach the right margin."""
    indent, held = size * 2, ""
    for token in TOKEN.findall(text):
        if held and stringWidth((held + token).rstrip(), font, size) > width - indent:
            yield printed(held, width - indent, indent, font, size, justified)
            indent, held = 0.0, ""
        held += token
    if held:
        yield printed(held, width - indent, indent, font, size, False)


def printed(text: str, room: float, indent: float, font: str, size: float, justified: bool) -> PrintedLine:
    text = text.rstrip()
    spread = (room - stringWidth(text, font, size)) / max(len(text) - 1, 1) if justified else 0.0
    return PrintedLine(text, indent, round(spread, 3), font, size)
