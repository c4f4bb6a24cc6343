"""One picture of a page becomes what a PDF page prints: rulings and runs, with the readings of its amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
from msgspec import Struct, field

from difftool.model.bounds import Bounds
from difftool.model.document import Reading
from difftool.model.place import PagePlace
from difftool.model.problem import Problem
from difftool.model.scan_problems import PrintNotRecognised
from difftool.read.normalise import normalise
from difftool.read.pdf.lattice import Frame
from difftool.read.pdf.page import encloses, frames_of, middle
from difftool.read.pdf.runs import RIGHTWARDS, Box, Printed, Run
from difftool.read.pdf.words import is_wide
from difftool.read.scan.kept import Looks, kept_looks
from difftool.read.scan.picture import (
    PAPER,
    Pixels,
    faint_ink_of,
    ink_of,
    straightened,
    without_colours,
    without_specks,
)
from difftool.read.scan.pieces import Piece, cut_out, pieces_in, usual_height
from difftool.read.scan.recogniser import Words, recognise
from difftool.read.scan.rulings import rulings_in

DUST = 1.7  # points: ink that is smaller both ways begins no line
HIGHEST = 60.0  # points: what is higher is a drawing
BODY = 9.0  # points: how high a line is taken to be where nothing tells
BESIDE = 2.0  # points that text behind a picture may begin left of the print
UNSURE = 0.5  # what is less sure than this is no text but dirt
SURE_WORDS = 0.8  # of few letters, less sure ones are dirt
SURE_LETTERS = 0.9  # words of which a letter is less sure are told with the amounts that they name
FEW_LETTERS = 4  # so few unsure letters are dirt, or a sign that is none
FEWEST_WORDS = 5  # that tell whether a page is legible
MOST_PIECES = 6_000  # lines and cells with text on one page
_AMOUNT = re.compile(r"[-−—(（]?[\d.,，。:;·OoIlSB\s]*\d[\d.,，。:;·OoIlSB\s]*[)）%]?")


class Seen(NamedTuple):
    """What is seen in one box of the page, in points: the text taken, how sure its letters are, what else it may be."""

    box: Box
    text: str
    sureness: float
    others: tuple[str, ...]


_GROUPED = re.compile(r"(-?\d{1,3}(?:[.,]\d{3})*)[.,](\d{2})")
_ASTERISKS = re.compile(r"[kKxX*×※]{1,3}|大{2,3}|米{2,3}|水{2,3}")


class Scanned(Struct):
    """A page as printed, the readings of all pieces that may be amounts and of unsure words, and what no one can read.

    `unread` are the boxes in tables with ink as high as a line of text in which no text was recognised; `legible` is
    the part of the words that were surely read; `turn` is how the print lies on the page.
    """

    printed: Printed
    readings: list[Seen] = field(default_factory=list)
    unread: list[Box] = field(default_factory=list)
    legible: float = 1.0
    turn: int = 0

    def readings_on(self, number: int) -> list[Reading]:
        """The readings with their places on the page of this number."""
        return [
            Reading(text, PagePlace(number, box, turn=self.turn), sureness, others)
            for box, text, sureness, others in self.readings
        ]

    def hold_against(self, layer: Sequence[Run]) -> None:
        """Take another amount that stands at the same place in a text behind the picture for another reading."""
        if not layer:
            return
        letters = sorted(
            (run.edges[index], run.baseline - 0.3 * run.size, text)
            for run in layer
            if run.direction == RIGHTWARDS
            for index, text in enumerate(run.texts)
        )
        for index, seen in enumerate(self.readings):
            if not _AMOUNT.fullmatch(seen.text):
                continue
            left, top, right, bottom = seen.box
            row = [text for x, y, text in letters if left - BESIDE <= x <= right and top <= y <= bottom]
            other = as_amount("".join(row))
            if other != seen.text and _AMOUNT.fullmatch(other):
                self.readings[index] = seen._replace(others=(*seen.others, other))

    def problems_on(self, number: int) -> list[Problem]:
        """A problem where print in tables was not recognised."""
        if not self.unread:
            return []
        count = len(self.unread)
        places = "1 place" if count == 1 else f"{count} places"
        return [PrintNotRecognised.at(PagePlace(number, self.unread[0]), page=number, places=places, count=count)]


class Laid(NamedTuple):
    """A picture of a page before its words are recognised: its rulings, what is left of it, and where words stand."""

    printed: Printed
    grey: Pixels
    frames: list[Frame]
    pieces: list[Piece]
    scale: float


def lay(picture: Pixels, width: float, height: float, bounds: Bounds | None = None) -> Laid:
    """Where rulings and words stand in a picture of a page that is `width` by `height` points."""
    scale = picture.shape[1] / width
    grey = straightened(without_colours(picture))
    ink = ink_of(grey)
    printed = Printed(width, height, bounds=bounds or Bounds())
    printed.horizontal, printed.vertical, ruled = rulings_in(grey, ink, scale)
    grey = np.where(ruled > 0, np.uint8(PAPER), grey)
    ink = without_specks(cv2.bitwise_and(ink, cv2.bitwise_not(ruled)), DUST * scale)
    frames = frames_of(printed.horizontal, printed.vertical)
    faint = without_specks(cv2.bitwise_and(faint_ink_of(grey), cv2.bitwise_not(ruled)), DUST * scale)
    found = page_pieces(ink, frames, scale, faint)
    pieces = [piece for piece in found if piece.bottom - piece.top <= HIGHEST * scale][:MOST_PIECES]
    return Laid(printed, grey, frames, pieces, scale)


def read_laid(laid: Laid, picture: Pixels, kept: Path | None = None) -> Scanned:
    """What the words of a picture say; its places are on the page put straight.

    What was recognised is kept in the folder `kept`, by the picture and the program.
    """
    printed, grey, frames, pieces, scale = laid
    words, again = kept_looks(kept, picture, lambda: looks([cut_out(grey, piece) for piece in pieces]))
    scanned = Scanned(printed, legible=legible(words))
    for index, (piece, found) in enumerate(zip(pieces, words, strict=True)):
        text = normalise(found.text).strip()
        box = (piece.left / scale, piece.top / scale, piece.right / scale, piece.bottom / scale)
        if _ASTERISKS.fullmatch(text):  # forms print ** below 类, 款 and 项
            text = "**"
        elif not text or found.sureness < UNSURE:
            if any(encloses(frame.box, middle(box)) for frame in frames):
                scanned.unread.append(box)
            continue
        if index in again:
            other = again[index]
            taken = max((found, other), key=lambda each: each.sureness)
            text = as_amount(taken.text)
            others = tuple({as_amount(found.text), as_amount(other.text)} - {text})
            sureness = 0.0 if piece.pale else min(found.weakest, other.weakest)
            scanned.readings.append(Seen(box, text, sureness, others))
        elif found.weakest < SURE_LETTERS or piece.pale:
            scanned.readings.append(Seen(box, text, 0.0 if piece.pale else found.weakest, ()))
            if found.sureness < SURE_WORDS and len(text) < FEW_LETTERS:
                continue
        printed.count_glyphs(len(text))
        printed.runs.append(run_of(text, box, printed))
    return scanned


def legible(words: Sequence[Words]) -> float:
    """The part of some words that were surely read; 1 where there are too few to tell."""
    return 1.0 if len(words) < FEWEST_WORDS else sum(each.sureness >= SURE_WORDS for each in words) / len(words)


def page_pieces(ink: Pixels, frames: list[Frame], scale: float, faint: Pixels = None) -> list[Piece]:
    """The pieces of text in the cells of tables, with the pale print beside them, then those that stand outside."""
    height, width = ink.shape
    rest = ink.copy()
    found: list[Piece] = []
    for frame in frames:
        boxes = [
            Piece(max(left + 1, 0), max(top + 1, 0), min(right, width), min(bottom, height))
            for left, top, right, bottom in (
                tuple(round(edge * scale) for edge in frame.region_box(region)) for region in frame.regions
            )
        ]
        usual = usual_height(rest, boxes, BODY * scale * 0.7)
        for box in boxes:
            found.extend(pieces_in(rest, box, usual, apart=False, faint=faint))
            rest[max(box.top - 1, 0) : box.bottom, max(box.left - 1, 0) : box.right] = 0
    whole = Piece(0, 0, width, height)
    found.extend(pieces_in(rest, whole, usual_height(rest, [whole], BODY * scale), apart=True))
    return found


def looks(parts: list[Pixels]) -> Looks:
    """The words of each part, and for those that may be amounts the words of a second look, by index."""
    words = recognise(parts)
    numbers = [index for index, found in enumerate(words) if _AMOUNT.fullmatch(found.text)]
    return words, dict(zip(numbers, second_look([parts[index] for index in numbers]), strict=True))


def second_look(parts: list[Pixels]) -> list[Words]:
    """The same lines recognised in another size and sharpness: where both agree, a chance error is unlikely."""
    larger = [cv2.resize(part, None, fx=1.6, fy=1.9, interpolation=cv2.INTER_CUBIC) for part in parts]
    return recognise([cv2.GaussianBlur(part, (3, 3), 0) for part in larger])


_AS_DIGITS = str.maketrans("OoIlSB，。·:;−—（）", "001158,...,--()", " ")


def as_amount(text: str) -> str:
    """A recognised amount in the characters that amounts are printed in: 264.000.00 is 264,000.00, and 0,00 is 0.00.

    A point at either end is dirt, or the rim of a seal.
    """
    digits = normalise(text).translate(_AS_DIGITS).strip(".,")
    match = _GROUPED.fullmatch(digits)
    return f"{match.group(1).replace('.', ',')}.{match.group(2)}" if match else digits


def run_of(text: str, box: Box, printed: Printed) -> Run:
    """A line of recognised text as a run: its letters share its box by their usual widths."""
    left, top, right, bottom = box
    shares = [1.0 if is_wide(letter) else 0.5 for letter in text]
    high = any(is_wide(letter) for letter in text)
    size = (bottom - top) / (0.92 if high else 0.72)
    baseline = bottom - (0.1 * size if high else 0.02 * size)
    unit = (right - left) / sum(shares)
    edges, ends, at = [], [], left
    for share in shares:
        edges.append(at)
        at += share * unit
        ends.append(at)
    return Run(baseline, size, list(text), edges, ends, (0.0, 0.0, printed.width, printed.height))
