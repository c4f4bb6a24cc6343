"""Pages that were scanned on their side or upside down are read as those that lie straight."""

from __future__ import annotations

import pytest

from difftool.pipeline import extract
from tests.read.formats import extracted
from tests.read.scan.scans import as_pdf, np, rendered, scanned
from tests.read.scan.test_scans import DOCUMENT, FORM, rows


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_that_lies_wrongly_is_read_and_its_places_stand_where_the_print_does(quarter, tmp_path):
    picture = scanned(rendered(DOCUMENT, FORM, 150), 0.3)
    path = tmp_path / "turned.pdf"
    path.write_bytes(as_pdf([np.ascontiguousarray(np.rot90(picture, -quarter))], 150))
    found = extract(path)
    expected = rows(extracted(DOCUMENT).facts, FORM)
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    assert not rows(fact for fact in found.facts if fact.where not in flagged) - expected
    assert (rows(found.facts) & expected).total() >= 0.97 * expected.total()
    # Where a quarter turn to the right takes the places on the page that lies straight.
    high, wide = (side * 72 / 150 for side in picture.shape[:2])
    printed = {fact.key: fact.where.bbox for fact in extracted(DOCUMENT).facts if fact.where.page == FORM}
    for fact in found.facts:
        left, top, right, bottom = printed[fact.key]
        across, down = (left + right) / 2, (top + bottom) / 2
        turned = {1: (high - down, across), 2: (wide - across, high - down), 3: (down, wide - across)}[quarter]
        box = fact.where.bbox
        assert ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) == pytest.approx(turned, abs=6)
