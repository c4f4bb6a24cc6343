"""A picture of a page made fit to be read: coloured seals out, turned straight, ink told from paper."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

STEEPEST = 2.0  # degrees that a page may lie askew
FINEST = 0.02  # degrees
MOST_POINTS = 60_000  # of ink, to judge by how a page lies
COLOURED = 60  # between the strongest and the weakest colour: more is no grey
BLACK = 110  # of the strongest colour: less is black print
SEAL = 40  # percentile of how bright coloured ink is: so bright is the seal itself
PALE = 212  # what is brighter is paper, or its grain
PAPER = 255

Pixels = Any  # a numpy array of bytes: rows, columns, and channels where there are colours


def without_colours(picture: Pixels) -> Pixels:
    """The page in grey without coloured ink, as of a red seal; black print below it stays."""
    if picture.ndim == 2:
        return picture
    colours = picture[:, :, :3]
    bright, dark = colours.max(axis=2), colours.min(axis=2)
    coloured = cv2.medianBlur((bright.astype(np.int16) - dark > COLOURED).astype(np.uint8), 3) > 0
    seal = bright[coloured & (bright > BLACK)]
    if not len(seal):
        return bright
    # Print below a seal is darker than the seal as print elsewhere is darker than paper.
    paler = np.minimum(bright.astype(np.float32) * (PAPER / float(np.percentile(seal, SEAL))), PAPER).astype(np.uint8)
    return np.where(cv2.dilate(coloured.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, paler, bright)


def straightened(grey: Pixels) -> Pixels:
    """The page turned so that its lines lie level."""
    angle = slant(ink_of(grey))
    if abs(angle) < FINEST:
        return grey
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=PAPER)


def slant(ink: Pixels) -> float:
    """By how many degrees the lines of a page fall to the right: the turn that gathers ink in the fewest rows."""
    ys, xs = np.nonzero(ink)
    if len(ys) < 100:
        return 0.0
    if len(ys) > MOST_POINTS:
        chosen = np.random.default_rng(0).choice(len(ys), MOST_POINTS, replace=False)
        ys, xs = ys[chosen], xs[chosen]

    def gathered(degrees: float) -> float:
        rows = np.round(ys - xs * np.tan(np.radians(degrees))).astype(np.int64)
        return float((np.bincount(rows - rows.min()).astype(np.float64) ** 2).sum())

    best, step = 0.0, 0.25
    around = np.arange(-STEEPEST, STEEPEST + step, step)
    while step >= FINEST:
        best = max(around, key=gathered)
        step /= 5
        around = best + np.arange(-5, 6) * step
    return float(best)


def ink_of(grey: Pixels) -> Pixels:
    """255 where there is ink, 0 where there is paper; what is darker than its surroundings is ink."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    level, _ = cv2.threshold(smooth, 0, PAPER, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    _, ink = cv2.threshold(smooth, min(max(level, 90), 200), PAPER, cv2.THRESH_BINARY_INV)
    return ink


def faint_ink_of(grey: Pixels) -> Pixels:
    """255 also where print is pale: below a seal that was taken off, or where a printer ran out of toner."""
    _, ink = cv2.threshold(cv2.GaussianBlur(grey, (3, 3), 0), PALE, PAPER, cv2.THRESH_BINARY_INV)
    return ink


def without_specks(ink: Pixels, smallest: float) -> Pixels:
    """The ink without what is smaller than `smallest` pixels both ways: dust and noise, also points and commas."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    large = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) >= smallest
    large[0] = False
    return np.where(large[labels], np.uint8(PAPER), np.uint8(0))
