"""Lines and words found in pictures, before anything is recognised."""

from __future__ import annotations

import pytest

from difftool.model.problem import DifftoolError
from tests.read.formats import CORPUS
from tests.read.scan.scans import cv2, np, rendered, scanned

DOCUMENT = CORPUS / "zhuzhou-2024-budget.pdf"


@pytest.mark.parametrize("degrees", [-1.0, -0.4, 0.0, 0.3, 1.0])
def test_a_page_askew_is_turned_straight(degrees):
    from difftool.read.scan.picture import ink_of, slant, straightened, without_colours

    grey = without_colours(scanned(rendered(DOCUMENT, 8, 150), degrees))
    assert slant(ink_of(grey)) == pytest.approx(-degrees, abs=0.06)
    assert abs(slant(ink_of(straightened(grey)))) < 0.06


@pytest.mark.parametrize("dots", [150, 200])
def test_the_ruled_lines_of_a_form_are_found_and_strokes_of_letters_are_none(dots):
    from difftool.read.pdf.page import frames_of
    from difftool.read.scan.picture import ink_of, straightened, without_colours
    from difftool.read.scan.rulings import rulings_in

    grey = straightened(without_colours(scanned(rendered(DOCUMENT, 7, dots), 0.6)))
    level, upright, _ = rulings_in(grey, ink_of(grey), dots / 72)
    (frame,) = frames_of(level, upright)
    assert (len(frame.ys) - 1, len(frame.xs) - 1) == (28, 7)


@pytest.mark.parametrize("dots", [150, 200])
def test_a_low_row_of_the_head_between_merged_cells_keeps_its_columns(dots):
    from difftool.read.scan.picture import ink_of, straightened, without_colours
    from difftool.read.scan.rulings import rulings_in

    scale = dots / 72
    # The income form of a final account: 科目代码 | 科目名称 in a row of 10 points, 栏次 and 合计 across both below it.
    grey = straightened(without_colours(scanned(rendered(CORPUS / "qiwu-2024-final.pdf", 5, dots), 0.5)))
    _, upright, _ = rulings_in(grey, ink_of(grey), scale)
    at = sorted({line.at for line in upright})[1]
    low, long = sorted(line.end - line.start for line in upright if line.at == at)
    assert 8 < low < 14
    assert long > 200


def test_the_upright_of_a_low_row_is_covered_and_print_beside_it_stays():
    from difftool.read.scan.rulings import rulings_in

    scale = 200 / 72
    grey = np.full((400, 1200), 255, np.uint8)
    for row in (40, 67, 94, 380):
        cv2.line(grey, (40, row), (1160, row), 0, 2)
    for column in (40, 1160):
        cv2.line(grey, (column, 40), (column, 380), 0, 2)
    cv2.line(grey, (300, 68), (300, 380), 0, 2)
    grey[95:121, 298:303] = 255  # a merged cell below the low row
    cv2.line(grey, (310, 75), (310, 87), 0, 2)  # a stroke of a letter
    _, upright, covered = rulings_in(grey, 255 - grey, scale)
    low = [line for line in upright if abs(line.at * scale - 300.5) < 1.5 and line.end - line.start < 12]
    assert len(low) == 1
    assert covered[70:92, 300].all()
    assert not covered[76:86, 309:312].any()


def test_a_seal_is_taken_off_and_the_print_below_it_stays():
    from difftool.read.scan.picture import ink_of, without_colours

    page = np.full((300, 300, 3), 255, np.uint8)
    cv2.circle(page, (150, 150), 90, (40, 40, 215), -1)
    seal = page.copy()
    cv2.line(page, (100, 150), (200, 150), (0, 0, 0), 3)
    assert not ink_of(without_colours(seal)).any()
    ink = ink_of(without_colours(page))
    assert ink[150, 110:190].all()
    assert not ink[120].any()


def test_bytes_that_are_no_picture_are_refused(tmp_path):
    from difftool.read import read_document

    path = tmp_path / "page.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with pytest.raises(DifftoolError):
        read_document(path)


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("264.000.00", "264,000.00"),
        ("0,00", "0.00"),
        ("1,234,567.89", "1,234,567.89"),
        ("−5O.l2", "-50.12"),
        ("1，234。50", "1,234.50"),
        ("10372", "10372"),
        ("1,234", "1,234"),
        ("429.876.16.", "429,876.16"),
    ],
)
def test_marks_of_an_amount_are_read_by_where_they_stand(recognised, printed):
    from difftool.read.scan.page import as_amount

    assert as_amount(recognised) == printed


def test_print_in_a_table_that_is_not_recognised_is_told(monkeypatch):
    from difftool.read.scan import read_picture
    from difftool.read.scan.recogniser import Words

    picture = rendered(DOCUMENT, 8, 150)
    height, width = picture.shape[:2]
    for room in ("page", "turned"):
        nothing = f"difftool.read.scan.{room}.recognise"
        monkeypatch.setattr(nothing, lambda parts: [Words("", 0.0, 0.0) for _ in parts])
    scanned_page = read_picture(picture, width * 72 / 150, height * 72 / 150)
    assert not scanned_page.printed.runs
    (problem,) = scanned_page.problems_on(8)
    assert problem.code == "print-not-recognised"
    assert problem.where.page == 8
    assert f"{len(scanned_page.unread)} places" in problem.message


@pytest.mark.parametrize(
    ("text", "sure", "least"),
    [
        ("合计：", (0.9, 0.8, 0.3), 0.8),
        ("1,2", (0.99, 0.2, 0.97), 0.97),
        ("**", (0.4, 0.4), 1.0),
        ("合计", (0.5,), 0.5),
    ],
)
def test_a_line_is_as_sure_as_its_least_sure_letter_marks_aside(text, sure, least):
    from difftool.read.scan.recogniser import weakest

    assert weakest(text, sure) == least


def test_pale_print_beside_a_piece_belongs_to_it_and_makes_it_unsure():
    from difftool.read.scan.picture import faint_ink_of, ink_of
    from difftool.read.scan.pieces import Piece, pieces_in

    page = np.full((60, 400), 255, np.uint8)
    cv2.putText(page, "1234.56", (200, 40), cv2.FONT_HERSHEY_SIMPLEX, 1, 20, 2)
    whole = Piece(0, 0, 400, 60)
    (printed,) = pieces_in(ink_of(page), whole, 20, apart=False, faint=faint_ink_of(page))
    assert not printed.pale
    seal = page.copy()
    seal[:, :260] = 255 - (255 - page[:, :260]) // 4  # print below a seal that was taken off
    assert not ink_of(seal)[:, :258].any()
    (below,) = pieces_in(ink_of(seal), whole, 20, apart=False, faint=faint_ink_of(seal))
    assert below.pale
    assert below.left == pytest.approx(printed.left, abs=2)
    assert below.right == pytest.approx(printed.right, abs=2)
