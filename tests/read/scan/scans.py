"""Scans made of the corpus's PDFs: rendered, laid askew, sealed in red, with noise, and saved as pictures."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

cv2 = pytest.importorskip("cv2", reason="recognition is not installed: pip install 'difftool[ocr]'")
np = pytest.importorskip("numpy")
pytest.importorskip("rapidocr", reason="recognition is not installed: pip install 'difftool[ocr]'")
pypdfium2 = pytest.importorskip("pypdfium2")
Image = pytest.importorskip("PIL.Image")

RED = (40, 40, 215)  # blue, green, red


def rendered(path: Path, page: int, dots: int) -> Any:
    return pypdfium2.PdfDocument(str(path))[page - 1].render(scale=dots / 72).to_numpy()[:, :, :3].copy()


def scanned(picture: Any, degrees: float = 0.0, *, sealed: bool = False, seed: int = 1) -> Any:
    """The picture as from a scanner: askew, with a red seal over print, grain, dust and the losses of JPEG."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    picture = cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    if sealed:
        seal, radius, middle = picture.copy(), int(width * 0.09), (int(width * 0.62), int(height * 0.4))
        cv2.circle(seal, middle, radius, RED, max(3, radius // 18))
        cv2.circle(seal, middle, int(radius * 0.3), RED, -1)
        picture = np.minimum(picture, seal)
    chance = np.random.default_rng(seed)
    grain = chance.normal(0, 14, picture.shape[:2])[:, :, None]
    picture = np.clip(picture.astype(np.float32) + grain, 0, 255).astype(np.uint8)
    picture[chance.random(picture.shape[:2]) < 0.0003] = 0
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 70])[1], cv2.IMREAD_COLOR)


def as_pdf(pictures: Iterable[Any], dots: int) -> bytes:
    first, *others = [Image.fromarray(picture[:, :, ::-1]) for picture in pictures]
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others, resolution=dots, quality=75)
    return out.getvalue()
