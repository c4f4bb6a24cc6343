from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.model.document import Source
from difftool.model.place import LinePlace
from difftool.report import comparison_html
from difftool.report.quoted_lines import lines_of


@pytest.fixture
def text(tmp_path: Path) -> Source:
    path = tmp_path / "2024-budget.txt"
    lines = [f"第{number}行\t<b>{number}</b>" for number in range(1, 300)]
    path.write_text("\n".join(lines), encoding="gb18030")
    return Source(str(path), sha256(path.read_bytes()).hexdigest(), "text")


def test_a_row_of_a_text_file_is_quoted_with_its_cells_apart(text: Source) -> None:
    place = LinePlace(205)
    assert lines_of(text, [place, LinePlace(9999)]) == {place: "第205行 │ <b>205</b>"}


def test_a_text_file_that_changed_is_not_quoted(text: Source) -> None:
    Path(text.path).write_text("other", encoding="utf-8")
    assert lines_of(text, [LinePlace(1)]) == {}


def test_the_report_quotes_the_rows_of_its_findings_as_text(comparison: Comparison, text: Source) -> None:
    html = comparison_html(replace(comparison, old=replace(comparison.old, source=text)))
    assert '<code data-side="old" data-at="第 205 行">第205行 │ &lt;b&gt;205&lt;/b&gt;</code>' in html


def test_a_sentence_that_tells_both_figures_is_quoted_once(comparison: Comparison, text: Source) -> None:
    def together(one: Comparison) -> Comparison:
        changes = tuple(
            replace(change, new=replace(change.new, where=change.old.where))
            for change in one.changes
            if change.old is not None and change.new is not None
        )
        old, new = replace(one.old, source=text), replace(one.new, source=text)
        return replace(one, old=old, new=new, changes=changes, moves=(), checks=())

    html = comparison_html(together(comparison))
    assert html.count('<code data-side="old" data-at="第 205 行">') == 1
    assert html.count('<code data-side="new" data-at="第 205 行">') == 0
