"""Lines that belong together become one paragraph, others stay by themselves."""

from __future__ import annotations

from difftool.read.pdf.paragraphs import paragraphs
from difftool.read.pdf.words import TextLine


def line(text, baseline, left=60.0, right=520.0, size=16.0):
    return TextLine(text, (left, baseline - 14, right, baseline + 2), baseline, size)


def groups(*lines, breaks=()):
    return ["".join(each.text for each in group) for group in paragraphs(lines, breaks)]


def test_a_sentence_over_three_lines_is_one_paragraph():
    assert groups(line("一般公共", 100, left=92), line("预算", 129), line("支出。", 158, right=120)) == [
        "一般公共预算支出。"
    ]


def test_an_indented_line_begins_a_paragraph_even_after_a_full_line():
    assert groups(line("甲", 100, left=92), line("乙。", 129), line("丙", 158, left=92)) == ["甲乙。", "丙"]


def test_a_short_line_ends_its_paragraph():
    assert groups(line("部门预算", 100, right=200), line("一般公共预算支出", 129)) == ["部门预算", "一般公共预算支出"]


def test_a_heading_in_larger_type_stays_alone():
    assert groups(line("部门概况", 100, size=22), line("主要职能", 129)) == ["部门概况", "主要职能"]


def test_items_of_a_list_stay_apart_though_the_first_fills_its_line():
    assert groups(line("九、三公经费支出预算表", 100), line("十、政府性基金", 129)) == [
        "九、三公经费支出预算表",
        "十、政府性基金",
    ]


def test_the_page_number_does_not_end_a_sentence():
    assert groups(line("省人大", 700), line("─ 2 ─", 729, right=100)) == ["省人大", "─ 2 ─"]


def test_no_paragraph_runs_past_a_table():
    assert groups(line("甲", 100), line("乙", 129), breaks=[110.0]) == ["甲", "乙"]


def test_nothing_gives_nothing():
    assert paragraphs([]) == []
