"""Pictures of pages (PNG, JPEG, TIFF with any number of pages), recognised as scanned pages of a PDF are."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from difftool.model.document import Document, Page, Reading, Source
from difftool.model.problem import DamagedFile, NoText, NothingRecognised, Problem, TooLarge
from difftool.read.pdf.page import lay_out
from difftool.read.reader import fingerprint
from difftool.worker import still_working

SHORT_SIDE = 595.0  # points: a page is taken to be as wide as A4
MOST_PIXELS = 60_000_000  # of one page
MOST_PAGES = 500


def read_picture_file(path: Path, data: bytes, kept: Path | None = None) -> Document:
    """The document in a picture; places are boxes on its pages, whose short side is taken to be that of A4.

    Raises `NoText` where recognition is not installed, `DamagedFile`, `TooLarge`, or `NothingRecognised`.
    """
    if not all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "PIL")):
        raise NoText(path=path)
    from difftool.read.scan import read_picture

    pages: list[Page] = []
    readings: list[Reading] = []
    problems: list[Problem] = []
    for number, pixels in enumerate(pictures_in(path, data), start=1):
        height, width = pixels.shape[:2]
        scale = SHORT_SIDE / min(height, width)
        scanned = read_picture(pixels, width * scale, height * scale, kept=kept)
        laid_out, _ = lay_out(scanned.printed, number)
        pages.append(Page(number, laid_out.blocks, laid_out.width, laid_out.height, recognised=True))
        readings.extend(scanned.readings_on(number))
        problems.extend(scanned.problems_on(number))
        still_working()
    if not any(page.blocks for page in pages):
        raise NothingRecognised(path=path)
    return Document(
        Source(str(path), fingerprint(data), "picture", len(pages)), tuple(pages), tuple(problems), tuple(readings)
    )


def pictures_in(path: Path, data: bytes) -> list[Any]:
    """The pixels of each page, blue first as recognition wants them."""
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    found: list[Any] = []
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF", "BMP")) as opened:
            pages = getattr(opened, "n_frames", 1)
            for page in range(pages):
                opened.seek(page)
                if opened.width * opened.height * pages > MOST_PIXELS * 8 or opened.width * opened.height > MOST_PIXELS:
                    raise TooLarge(path=path, detail=f"a picture of more than {MOST_PIXELS:,} pixels")
                if pages > MOST_PAGES or min(opened.width, opened.height) < 1:
                    raise TooLarge(path=path, detail=f"more than {MOST_PAGES} pages")
                found.append(np.asarray(on_paper(opened))[:, :, ::-1])
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        # What the library says of bytes that it cannot tell names an object in memory.
        detail = "no picture can be made of it" if isinstance(error, UnidentifiedImageError) else error
        raise DamagedFile(path=path, detail=detail) from error
    return found


def on_paper(picture: Any) -> Any:
    """The picture in colours on white paper, where it lets something shine through."""
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
