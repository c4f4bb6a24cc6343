from itertools import pairwise

import pytest

from difftool.model.place import PagePlace, place_order, printed_row

WIDTH, HEIGHT = 600.0, 800.0
# Two rows of two cells as they are read, on a page that is displayed in each of four ways.
READING_ORDER = [(50.0, 100.0, 90.0, 120.0), (90.0, 100.0, 190.0, 120.0), (50.0, 120.0, 90.0, 140.0)]


def displayed(box: tuple[float, float, float, float], turn: int) -> PagePlace:
    left, top, right, bottom = box
    boxes = (
        box,
        (HEIGHT - bottom, left, HEIGHT - top, right),
        (WIDTH - right, HEIGHT - bottom, WIDTH - left, HEIGHT - top),
        (top, WIDTH - right, bottom, WIDTH - left),
    )
    return PagePlace(1, boxes[turn], turn=turn)


@pytest.mark.parametrize("turn", range(4))
def test_places_of_a_page_that_lies_on_its_side_come_as_they_are_read(turn: int) -> None:
    places = [displayed(box, turn) for box in READING_ORDER]
    assert all(place_order(one) < place_order(other) for one, other in pairwise(places))
    first, beside, below = map(printed_row, places)
    assert first == beside < below
    for place, box in zip(places, READING_ORDER, strict=True):
        left, top, right, bottom = place.upright
        assert (right - left, bottom - top) == (box[2] - box[0], box[3] - box[1])
