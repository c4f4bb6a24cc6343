"""The recogniser: pictures of single lines become words, each with how sure it is; models come with the package."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np

from difftool.read.scan.picture import Pixels

BATCH = 8  # lines recognised at once


class Words(NamedTuple):
    """What a line says, how sure that is, from 0 to 1, and how sure the least sure of its letters and digits is.

    Marks do not count: whether a colon is a wide or a narrow one is never sure.
    """

    text: str
    sureness: float
    weakest: float


def is_installed() -> bool:
    """Whether the extra `difftool[ocr]` is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognise(lines: Sequence[Pixels]) -> list[Words]:
    """The words of each line, in order."""
    if not lines:
        return []
    from rapidocr.ch_ppocr_rec import TextRecInput

    found = recogniser()(TextRecInput(img=list(lines), return_word_box=True))
    told = zip(found.txts, found.scores, found.word_results, strict=True)
    return [Words(str(text), float(score), weakest(str(text), each.confs or ())) for text, score, each in told]


def weakest(text: str, sure: Sequence[float]) -> float:
    """How sure the least sure letter or digit of a text is, by how sure each of its characters is."""
    if len(sure) != len(text):
        return min(map(float, sure), default=0.0)
    return min((float(each) for letter, each in zip(text, sure, strict=True) if letter.isalnum()), default=1.0)


@cache
def recogniser() -> Any:
    """The model that reads lines; loaded once a process, in about a second."""
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error", "Rec.rec_batch_num": BATCH})
    engine(np.full((48, 320, 3), 255, np.uint8), use_det=False, use_cls=False, use_rec=True)
    return engine.text_rec
