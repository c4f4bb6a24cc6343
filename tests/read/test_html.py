"""Web pages: told by their content, read as shown, without the site around them, within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.document import Grid, Paragraph
from difftool.model.place import TablePlace
from difftool.model.problem import NothingInIt, TooLarge, UnsafeFile
from difftool.pipeline import compare_extracted, extract
from difftool.read import read_document
from difftool.read.html import read_html
from tests.read.formats import REAL, assert_no_differences, assert_same_as_elsewhere, documents, extracted

PATH = Path("page.html")
LINKS = "".join(f'<li><a href="/{number}/">栏目{number}</a></li>' for number in range(12))


def blocks(page: str | bytes):
    return read_html(PATH, page.encode() if isinstance(page, str) else page).pages[0].blocks


def grid_of(page: str) -> Grid:
    (grid,) = [block for block in blocks(page) if isinstance(block, Grid)]
    return grid


def texts(page: str | bytes) -> list[str]:
    return [block.text for block in blocks(page) if isinstance(block, Paragraph)]


@pytest.mark.parametrize("document", documents(".html"), ids=lambda path: path.name)
def test_a_page_says_what_the_same_document_says_elsewhere(document):
    assert_same_as_elsewhere(document)


@pytest.mark.parametrize("document", documents(".html"), ids=lambda path: path.name)
def test_a_page_does_not_differ_from_itself_or_from_a_copy_in_gb18030_under_another_name(document, tmp_path):
    copy = tmp_path / "copy.xls"
    copy.write_bytes(document.read_text(encoding="utf-8").encode("gb18030"))
    again = extract(copy)
    assert again.source.format == "html"
    assert_no_differences(extracted(document), again)


def test_a_changed_figure_is_the_only_difference(tmp_path):
    document = documents(".html")[-1]
    page = document.read_text(encoding="utf-8")
    assert page.count(">138,700.00<") > 0
    changed = tmp_path / "changed.html"
    changed.write_text(page.replace(">138,700.00<", ">138,701.00<", 1), encoding="utf-8")
    differing = [c for c in compare_extracted(extracted(document), extract(changed)).changes if c.delta]
    assert [str(change.delta) for change in differing] == ["1"]
    assert isinstance(differing[0].new.where, TablePlace)


@pytest.mark.parametrize(
    "begins",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf<html><p>x",
        b"<!-- saved from url -->\n<html><p>x",
        b"<table><tr><td>x</td></tr></table>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" ""><html><p>x</p></html>',
        "<html><p>x".encode("utf-16"),
    ],
)
def test_a_page_is_told_by_its_content(tmp_path, begins):
    path = tmp_path / "no-name"
    path.write_bytes(begins)
    assert read_document(path).source.format == "html"


def test_spans_are_merged_cells_and_each_cell_keeps_its_place():
    grid = grid_of(
        "<table><tr><th rowspan=2>科目<th colspan=2>支出<tr><th>基本<th>项目<tr><td>行政运行<td>1.00<td>2.00</table>"
    )
    assert (grid.rows, grid.columns) == (3, 3)
    assert grid.at(1, 0) is grid.at(0, 0)
    assert grid.at(0, 2).text == "支出"
    assert grid.at(2, 2).text == "2.00"
    assert grid.at(2, 2).place == TablePlace(1, 3, 3)


def test_columns_in_which_no_cell_begins_are_none():
    grid = grid_of("<table><tr><td colspan=20>表<tr><td colspan=2>甲<td>1<tr><td colspan=2>乙<td>2</table>")
    assert grid.columns == 2
    assert grid.at(0, 0).column_span == 2
    assert grid.at(2, 1).text == "2"


@settings(deadline=None)
@given(
    st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=5), min_size=1, max_size=5)
)
def test_whatever_the_spans_every_cell_stands_once_and_none_over_another(rows):
    page = "".join(
        "<tr>" + "".join(f"<td rowspan={down} colspan={right}>{r}-{c}" for c, (down, right) in enumerate(row))
        for r, row in enumerate(rows)
    )
    grid = grid_of(f"<table>{page}</table>")
    assert sorted(cell.text for cell in grid.cells) == sorted(
        f"{r}-{c}" for r, row in enumerate(rows) for c in range(len(row))
    )
    covered = sum(cell.row_span * cell.column_span for cell in grid.cells)
    assert covered == len({(r, c) for r in range(grid.rows) for c in range(grid.columns) if grid.at(r, c)})
    assert all(
        cell.row + cell.row_span <= grid.rows and cell.column + cell.column_span <= grid.columns for cell in grid.cells
    )


def test_a_table_that_sets_out_the_page_is_opened_and_the_form_in_it_is_read():
    page = "<table><tr><td>左栏<td><p>部门收支总表</p><table><tr><td>项目<td>金额<tr><td>合计<td>1.00</table></table>"
    left, title, grid = blocks(page)
    assert (left.text, title.text) == ("左栏", "部门收支总表")
    assert grid.at(1, 1).text == "1.00"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>甲</p></body></html>{}",
        "<html><body><div><html><body><p>甲</p></body></html></div>{}</body></html>",  # an article pasted with its own
        "<HTML><BODY><P>甲</P></BODY></HTML ><html><body>{}</body></html>",
    ],
)
def test_what_follows_the_end_of_a_page_is_shown(page):
    first, grid = blocks(page.format("<table><tr><td>项目<td>金额<tr><td>合计<td>1.00</table>"))
    assert (first.text, grid.at(1, 1).text) == ("甲", "1.00")


def test_the_site_around_an_article_is_left_out_and_the_article_begins_with_its_title():
    page = (
        "<html><head><title>某市某局2024年度部门预算_政务公开_某市人民政府</title></head><body>"
        f"<div>无障碍浏览</div><ul>{LINKS}</ul><div><h2>某市某局2024年度部门预算</h2><p>一、收入预算。</p>"
        "<p><a href='a.xlsx'>附件：公开表.xlsx</a></p></div>"
        f"<div>相关链接：<ul>{LINKS}</ul></div></body></html>"
    )
    assert texts(page) == ["某市某局2024年度部门预算", "一、收入预算。", "附件：公开表.xlsx"]


def test_nothing_with_a_table_or_a_sentence_is_taken_for_the_site():
    page = (
        "<html><head><title>2024年度部门预算公开</title></head><body><p>本部门共有3个单位。</p>"
        f"<ul>{LINKS}</ul><h2>2024年度部门预算</h2><p>说明</p></body></html>"
    )
    assert texts(page) == ["本部门共有3个单位。", "2024年度部门预算", "说明"]


def test_forced_line_breaks_end_a_paragraph_where_the_text_does():
    page = "<div>某市某局<br>2024年度部门预算<br><br>一、职责<br>&nbsp;&nbsp;负责审计。<br>本年预算1.00万元。</div>"
    found = list(blocks(page))
    assert [block.text for block in found] == [
        "某市某局2024年度部门预算",
        "一、职责",
        "负责审计。",
        "本年预算1.00万元。",
    ]
    assert found[0].lines[1].place == TablePlace(0, 1, 2)


def test_white_space_of_the_source_is_shown_as_a_browser_does():
    assert texts("<p>一般公共\n   预算  1.00\n万元</p>") == ["一般公共预算 1.00 万元"]


def test_hidden_rows_are_told_and_scripts_are_not_read():
    document = read_html(
        PATH,
        "<p>x<script>if (a<b) { document.write('<p>9.99') }</script></p><table><tr><td>甲<td>1"
        "<tr style='display:none'><td>乙<td>2<tr><td>丙<td>3</table>".encode(),
    )
    paragraph, grid = document.pages[0].blocks
    assert paragraph.text == "x"
    assert [cell.text for cell in grid.cells] == ["甲", "1", "丙", "3"]
    assert [problem.code for problem in document.problems] == ["hidden-rows"]


@pytest.mark.parametrize("said", ["utf-8", "gb2312", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_encoding_is_found_whatever_the_page_says(said, encoding):
    page = f'<html><head><meta charset="{said}"></head><p>收入合计㐂</p></html>'.encode(encoding)
    assert texts(page) == ["收入合计㐂"]


def test_bytes_of_no_encoding_are_told():
    page = "<html><p>收入合计</p>".encode("gb18030") + b"\xff\xff</html>"
    document = read_html(PATH, page)
    assert document.pages[0].blocks[0].text == "收入合计"
    assert [problem.code for problem in document.problems] == ["undecoded-characters"]


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("<html><body><script>load()</script></body></html>", NothingInIt),
        ('<!DOCTYPE html [<!ENTITY a "x">]><html><p>&a;</p></html>', UnsafeFile),
        ("<html>" + "<div>" * 100_000 + "x", TooLarge),
        ("<table>" + "<tr><td rowspan=65000 colspan=1000>x</td><td>y" * 3000, TooLarge),
        ("<html><div " + " ".join(f"a{number}=1" for number in range(200_000)) + ">x", TooLarge),
        ('<html><div x" ' + " ".join(f'a{number}="<b"' for number in range(200_000)) + ">x", TooLarge),
        ("<html><p>" + "字" * 4_000_000, TooLarge),
        ("<html>" + " " * 33_000_000, TooLarge),
    ],
    ids=["blank", "entities", "deep", "spans", "attributes", "hidden-attributes", "long-text", "long-file"],
)
def test_hostile_and_empty_pages_are_refused_at_once(page, error):
    with pytest.raises(error):
        read_html(PATH, page.encode())


@settings(deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=20))
def test_a_broken_page_is_read_or_refused(at, noise):
    page = documents(".html")[0].read_bytes()[-6000:]
    try:
        read_html(PATH, b"<html>" + page[:at] + noise + page[at + 100 :])
    except (NothingInIt, UnsafeFile, TooLarge):
        return


@pytest.mark.skipif(not REAL.exists(), reason="no folder of real documents beside the project")
def test_real_pages_read_without_a_problem_and_begin_with_their_title():
    for path in REAL.glob("*.html"):
        document = read_document(path)
        assert not document.problems
        assert document.pages[0].blocks[0].text.endswith(("预算公开", "决算公开", "预算", "决算"))
        assert extract(path).facts
