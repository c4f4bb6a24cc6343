"""The report as text: columns stay in line, figures stay whole, nothing of a document reaches the terminal as a command."""

import re
from collections.abc import Callable
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace
from rich.cells import cell_len

from difftool.model.comparison import Comparison
from difftool.report import comparison_text, how_to_write
from difftool.report.blocks import Column, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.terminal import text_of

CODE = re.compile(r"\x1b\[[\d;]*m")


@given(some.text(some.characters(codec=None)))
def test_no_text_commands_the_terminal(text: str) -> None:
    blocks = (
        Heading(text, 1),
        Paragraph(text, warns=True),
        Entries((Entry(text, text, (text,)),)),
        Grid((Column(text), Column(text, True), Column(text, aside=True)), (GridRow((text, text, text), 1),)),
    )
    for coloured in (False, True):
        told = CODE.sub("", text_of(blocks, coloured=coloured))
        assert {category(mark) for mark in told.replace("\n", "")} & {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"} == set()


@pytest.mark.parametrize("width", [1, 40, 79, 80, 100, 200])
def test_figures_are_whole_at_every_width(comparison: Comparison, width: int) -> None:
    lines = comparison_text(comparison, width=width).splitlines()
    (row,) = [line for line in lines if "476.41" in line and "→" not in line]
    assert re.findall(r"[−+]?[\d,]+\.\d+%?", row) == ["476.41", "353.87", "−122.54", "−25.7%", "−65.76"]


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_asked(comparison: Comparison, width: int) -> None:
    assert max(cell_len(line) for line in comparison_text(comparison, width=width).splitlines()) <= width


def test_figures_of_a_column_end_in_one_place(comparison: Comparison) -> None:
    lines = comparison_text(comparison, whole=False, width=120).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("项目"))
    heads = cell_len(lines[start][: lines[start].index("2024 年决算") + len("2024 年决算")])
    ends = {
        cell_len(line[: line.index(found) + len(found)])
        for line in lines[start:]
        for found in ("4,096.22", "21.07")
        if line.find(found) > 0 and "→" not in line
    }
    assert ends == {heads}


def test_the_summary_tells_totals_moves_greatest_changes_and_contradictions(comparison: Comparison) -> None:
    text = comparison_text(comparison, whole=False)
    told = ["2024 年决算支出 4,096.22 万元", "总数", "换了科目的钱", "把握 97%", "变动最大的行：一般公共预算支出"]
    told += ["2010450 事业运行", "数字对不对得上", "✗ 不符：公务接待费"]
    places = [text.index(words) for words in told]
    assert places == sorted(places)
    assert "逐行对照" not in text
    assert len(text) < len(comparison_text(comparison)) / 1.5


def test_the_greatest_changes_are_lines_not_their_totals(comparison: Comparison) -> None:
    text = comparison_text(comparison, whole=False).partition("变动最大的行")[2].partition("数字对不对")[0]
    assert re.findall(r"^(\d+) ", text, re.MULTILINE) == ["2010450", "2010499", "2080506"]


def test_contradictions_beyond_the_first_are_counted(comparison: Comparison) -> None:
    (failed,) = [check for check in comparison.checks if check.status == "fail"]
    many = replace(comparison, checks=tuple(replace(failed, message=f"第 {number} 处") for number in range(13)))
    text = comparison_text(many, whole=False)
    assert text.count("✗") == 10
    assert text.rstrip().endswith("另有 3 处。")


def test_colour_only_if_asked_and_never_the_only_sign(comparison: Comparison) -> None:
    plain, coloured = comparison_text(comparison), comparison_text(comparison, coloured=True)
    assert "\x1b" not in plain
    assert [line.rstrip() for line in CODE.sub("", coloured).splitlines()] == plain.splitlines()
    assert "\x1b[34m" in coloured
    assert re.search(r"\x1b\[3[12]m", coloured) is None  # neither red nor green


def test_hostile_text_in_every_field_is_shown_as_text(comparison: Comparison, spoil: Callable) -> None:
    text = comparison_text(spoil(comparison, "\x1b]0;x\x07\u202e[bold]"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    squeezed = re.sub(r"\s", "", text)
    assert squeezed.count("[U+001B]") > 40
    assert "[bold]" in squeezed


def test_the_hint_is_a_command_that_a_shell_takes_as_it_is(comparison: Comparison) -> None:
    assert how_to_write(["a b.pdf", "预算.pdf"]).startswith("完整报告：difftool compare 'a b.pdf' ")
    assert "\x1b" not in how_to_write(["\x1b[2J.pdf"])
    assert how_to_write(["a.pdf"], "en").startswith("The whole report: difftool compare a.pdf -o report.html")


def test_words_in_a_column_of_figures_leave_room_for_the_others(comparison: Comparison) -> None:
    """Findings on headings show lists of titles as what was found: their table had no other column left."""
    (failed,) = [check for check in comparison.checks if check.status == "fail"]
    found = "、".join(f"目录“第{number}张表”" for number in range(20))
    wordy = replace(failed, grade="wording", message="目录与表名不一致", expected="第一张表", found=found)
    lines = comparison_text(replace(comparison, checks=(wordy,))).splitlines()
    (start,) = [number for number, line in enumerate(lines) if line.startswith("尾差、格式与措辞")]
    assert lines[start + 1].split() == ["文件", "不符之处", "应为", "实为", "出处"]
    assert "目录与表名不一致" in lines[start + 3]
    assert max(map(cell_len, lines)) <= 120


def test_remarks_have_the_whole_line(comparison: Comparison) -> None:
    """On 80 columns reasons stood in the third that is left to names, a dozen characters a line."""
    lines = comparison_text(comparison, whole=False, width=80).splitlines()
    (start,) = [number for number, line in enumerate(lines) if line.startswith("2010450 事业运行")]
    assert lines[start + 1].startswith("  ⇄ 调出 56.78 万元 → 其他发展与改革事务支出；")
    assert cell_len(lines[start + 1]) > 70
