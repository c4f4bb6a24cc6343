"""Printed rows as pictures: the strip of the page on which a figure stands, with its cell framed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from difftool.isolation import run_apart
from difftool.model.document import Source
from difftool.model.place import PagePlace, Place
from difftool.model.problem import DifftoolError
from difftool.report.png import png_of_grey


class Picture(Struct, frozen=True):
    """A strip as a PNG file; `middle` is where its framed cell stands, in percent of the width."""

    png: bytes
    middle: int


Strips = dict[Place, Picture]

_SCALE = 1.7
_MARGIN = 1.5
_BLANK = 8
_WHITE = b"\xff"
# A cell over a whole page is no row to show.
_TALLEST = 150.0


def strips_of(wanted: Mapping[Source, Sequence[PagePlace]]) -> dict[Source, Strips]:
    """The rows of these places as pictures, by document.

    A document gets none where it is no PDF or no longer the file that was read, or where pypdfium2 is missing: the
    report then has its links. Pages are drawn in processes of their own, for a damaged file may end its process.
    """
    drawn = {
        source: places
        for source, places in wanted.items()
        if places and source.format == "pdf" and find_spec("pypdfium2") and unchanged(source)
    }
    if not drawn:
        return {}
    import_module("pypdfium2")  # once, not in each of the processes
    by_path = {source.path: tuple(dict.fromkeys(places)) for source, places in drawn.items()}
    try:
        found = run_apart(partial(_draw, by_path), list(by_path))
    except DifftoolError:
        return {}
    strips = dict(zip(by_path, found, strict=True))
    return {source: strips[source.path] for source in drawn}


def unchanged(source: Source) -> bool:
    """Whether the file is still the one that was read."""
    try:
        return sha256(Path(source.path).read_bytes()).hexdigest() == source.sha256
    except OSError:
        return False


def _draw(by_path: Mapping[str, Sequence[PagePlace]], path: str) -> Strips:
    pypdfium2: Any = import_module("pypdfium2")
    strips: Strips = {}
    try:
        document = pypdfium2.PdfDocument(path)
        pages: dict[int, Any] = {}
        for place in by_path[path]:
            if 0 < place.page <= len(document) and place.upright[3] - place.upright[1] <= _TALLEST:
                if place.page not in pages:
                    pages[place.page] = document[place.page - 1]
                strips[place] = _strip(pages[place.page], place)
    except pypdfium2.PdfiumError:
        pass
    return strips


def _strip(page: Any, place: PagePlace) -> Picture:
    """The row, turned upright where it is printed sideways."""
    width, height = page.get_size()
    across, down = ((0, 0), (0, width), (width, height), (height, 0))[place.turn]
    left, top, right, bottom = place.upright
    left, top, right, bottom = left + across, top + down, right + across, bottom + down
    if place.turn % 2:
        height = width
    above, below = max(0.0, top - _MARGIN), min(height, bottom + _MARGIN)
    cut = (0, height - below, 0, above)
    bitmap = page.render(scale=_SCALE, crop=cut, rotation=-90 * place.turn % 360, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    rows = [pixels[y * stride : y * stride + bitmap.width] for y in range(bitmap.height)]
    start, end = _printed_span(rows, bitmap.width, round(left * _SCALE), round(right * _SCALE))
    mark = (
        round((left - 1) * _SCALE) - start,
        round((top - above - 1) * _SCALE),
        round((right + 1) * _SCALE) - start,
        round((bottom - above + 1) * _SCALE),
    )
    png = png_of_grey((row[start:end] for row in rows), end - start, bitmap.height, mark)
    return Picture(png, round(50 * (mark[0] + mark[2]) / (end - start)))


def _printed_span(rows: Sequence[bytes], width: int, left: int, right: int) -> tuple[int, int]:
    """From where to where the row is printed, the cell included; the blank margins of the page are cut off."""
    start = min([left, *(width - len(row.lstrip(_WHITE)) for row in rows)])
    end = max([right, *(len(row.rstrip(_WHITE)) for row in rows)])
    return max(0, start - _BLANK), min(width, end + _BLANK)
