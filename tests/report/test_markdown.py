"""The Markdown report, read back with a CommonMark reader: what it shows is what was said, whatever that was."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.report import comparison_html, comparison_markdown
from difftool.report.blocks import Column, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.markdown import escaped, markdown_of
from difftool.report.report_view import view_of
from difftool.report.visible_text import visible

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'{{7*7}}&amp;\u202e\u200b|`[x](javascript:1)\n# y"


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def shown(text: str) -> list[str]:
    """What each block of the text shows."""
    parsed = MarkdownIt("commonmark").enable("table").parse(text)
    return ["".join(part.content for part in token.children or ()) for token in parsed if token.type == "inline"]


@given(some.text(some.characters(codec=None)))
@example("1. x")
@example("2024) x")
@example("- x")
@example("+ x")
@example("# x")
@example("x ##")
@example("#")
@example("===")
@example("---")
@example("a|b\\|c\\")
@example("&lt;b&gt; &#60; <b>")
@example("[a]: b")
@example("![a](b) <http://c>")
@example("__a__ *b* ~~c~~ `d`")
@example("    x")
def test_any_text_is_shown_as_it_is_wherever_it_stands(text: str) -> None:
    told = "文" if not visible(text) else text
    blocks = (
        Heading(told, 2),
        Paragraph(told),
        Paragraph(told, warns=True),
        Entries((Entry(told, told, (told,)), Entry("", told))),
        Grid((Column(told), Column(told, True)), (GridRow((told, told), 2, True), GridRow((told, told)))),
    )
    plain = visible(told)
    expected = [plain, plain, f"注意 {plain}", f"{plain} {plain}", plain, plain, *[plain] * 6]
    assert [block.replace("\N{EM SPACE}" * 2, "", 1) for block in shown(markdown_of(blocks))] == [
        block.replace("\N{EM SPACE}" * 2, "", 1) for block in expected
    ]


@pytest.mark.parametrize("text", ["http://example.org", "WWW.example.org", "https://a", "ftp://b"])
def test_no_address_becomes_a_link_by_itself(text: str) -> None:
    assert re.search(r"(?i)(http|https|ftp)://|www\.", escaped(text)) is None
    assert shown(escaped(text)) == [text]


def test_braces_that_site_makers_run_are_taken_apart() -> None:
    assert "{{" not in escaped("{{7*7}}")
    assert "{%" not in escaped("{% include x %}")


def test_hostile_text_in_every_field_is_shown_as_text(comparison: Comparison, spoil: Callable) -> None:
    spoiled = comparison_markdown(spoil(comparison, HOSTILE))
    kinds = {token.type for token in tokens(spoiled)}
    assert kinds == {token.type for token in tokens(comparison_markdown(spoil(comparison, "平常")))}
    assert sum(block.count(visible(HOSTILE)) for block in shown(spoiled)) > 40


def test_it_says_in_words_and_numbers_what_the_html_says(comparison: Comparison) -> None:
    view = view_of(comparison)
    said = [view.title, *view.clauses, view.basis, view.proof, view.unit_note, view.checks.sentence]
    said += [finding.sentence for finding in view.findings] + [move.sentence for move in view.moves]
    said += [check.message for check in (*view.checks.failed, *view.checks.minor)]
    said += [message for _, message in (*view.checks.passed, *view.checks.undecided)]
    said += [problem.message for problem in view.problems]
    page, told = comparison_html(comparison), " ".join(shown(comparison_markdown(comparison)))
    assert [words for words in said if words not in page] == []
    assert [words for words in said if visible(words) not in told] == []


def test_a_line_has_its_amounts_move_reason_and_places_in_one_row(comparison: Comparison) -> None:
    (row,) = [line for line in comparison_markdown(comparison).splitlines() if "2010450 事业运行" in line]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:6] == ["476.41", "353.87", "↓ −122.54", "−25.7%", "−65.76"]
    assert cells[6].startswith("⇄ 调出 56.78 万元 → 其他发展与改革事务支出；“年初事业运行项中")
    assert cells[7] == "205 行 → 5 页"


def test_every_row_of_a_table_has_as_many_cells_as_its_head(comparison: Comparison) -> None:
    heads, rows = 0, 0
    for block in comparison_markdown(comparison).split("\n\n"):
        lines = block.splitlines()
        if lines[0].startswith("|"):
            heads += 1
            counts = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
            assert len(counts) == 1
            rows += len(lines)
    assert heads >= 5
    assert rows > 20


def test_lines_that_did_not_change_are_counted_not_told(comparison: Comparison) -> None:
    text = comparison_markdown(comparison)
    assert "行政运行" not in text
    assert "另有未变的 3 行没有列出。" in text


def test_english(comparison: Comparison) -> None:
    first = comparison_markdown(comparison, "en").splitlines()[0]
    assert first.startswith("# 2024 final account: expenditure 40,962,200 yuan, 1,191,600 yuan")


def test_nothing_changed_and_nothing_moved(comparison: Comparison) -> None:
    same = replace(comparison, changes=(), moves=(), checks=())
    text = comparison_markdown(same)
    assert "没有变动" in text
    assert "换了科目的钱" not in text
