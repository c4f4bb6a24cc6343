"""Pages of an OFD file that are pictures: laid on the page as the file says, and given to recognition."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from difftool.model.bounds import Bounds
from difftool.model.problem import DamagedFile
from difftool.read.package import Package
from difftool.read.pdf.runs import Matrix
from difftool.worker import still_working

if TYPE_CHECKING:
    from difftool.read.scan import Scanned

DOTS = 200  # an inch
MOST_PIXELS = 30_000_000  # of one page
WHITE = 255


class Shown(NamedTuple):
    """A picture on a page: the part of the file that holds it, and the matrix that lays the unit square there."""

    part: str
    matrix: Matrix


class Pictures:
    """The pages of one OFD file as pictures."""

    def __init__(self, package: Package, bounds: Bounds, kept: Path | None) -> None:
        self._package = package
        self._bounds = bounds
        self._kept = kept

    @classmethod
    def of(cls, package: Package, bounds: Bounds, kept: Path | None) -> Pictures | None:
        """None where recognition is not installed."""
        installed = all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "PIL"))
        return cls(package, bounds, kept) if installed else None

    def read(self, shown: Sequence[Shown], width: float, height: float) -> Scanned | None:
        """What the pictures of a page of `width` by `height` points say, None where none of them can be decoded.

        Raises `TooLarge` where a picture is larger than the bounds allow.
        """
        from difftool.read.scan import read_picture

        page = self.page_of(shown, width, height)
        if page is None:
            return None
        scanned = read_picture(page, width, height, self._bounds, self._kept)
        still_working()
        return scanned

    def page_of(self, shown: Sequence[Shown], width: float, height: float) -> Any:
        """The page with its pictures, where two overlap the darker of both: a seal does not hide what is below it."""
        import numpy as np

        from difftool.read.picture_file import pictures_in

        scale = min(DOTS / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        page = np.full((size[1], size[0], 3), WHITE, np.uint8)
        decoded = 0
        for part, matrix in shown:
            if part not in self._package.names:
                continue
            try:
                picture = pictures_in(Path(part), self._package.read(part))[0]
            except (DamagedFile, IndexError):
                continue
            page = np.minimum(page, laid(picture, matrix, scale, size))
            decoded += 1
        return page if decoded else None


def laid(picture: Any, matrix: Matrix, scale: float, size: tuple[int, int]) -> Any:
    """A picture where a matrix lays it on a white page of `size` pixels, first made as small as it stands there."""
    import cv2
    import numpy as np

    a, b, c, d, e, f = (each * scale for each in matrix)
    across = min(max(round(math.hypot(a, b)), 1), 2 * sum(size))
    down = min(max(round(math.hypot(c, d)), 1), 2 * sum(size))
    smaller = across < picture.shape[1]
    drawn = cv2.resize(picture, (across, down), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    turn = np.array([[a / across, c / down, e], [b / across, d / down, f]])
    return cv2.warpAffine(drawn, turn, size, flags=cv2.INTER_LINEAR, borderValue=(WHITE, WHITE, WHITE))
