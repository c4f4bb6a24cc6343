"""Where a figure stands, short enough to be repeated in every row."""

from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.model.place import LinePlace, PagePlace
from difftool.report.context import context_of


def test_a_cell_is_told_by_page_box_and_file(comparison: Comparison) -> None:
    links = context_of(comparison, None).links["new"]
    place = PagePlace(5, (410.4, 290.0, 469.6, 304.0))
    assert links.cell(place) == "5:410,290,470,304"
    assert links.cell(replace(place, file="附表 1.pdf")) == "5:410,290,470,304 附表 1.pdf"
    assert links.cell(LinePlace(7)) == "第 7 行"
