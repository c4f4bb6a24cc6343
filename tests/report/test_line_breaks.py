"""Lines of Chinese end between characters, never inside an amount or beside the wrong mark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from difftool.report.line_breaks import broken


@pytest.mark.parametrize("width", range(14, 60))
def test_an_amount_stays_whole_with_its_unit(width: int) -> None:
    """A report of a procuratorate's budget said "70" at the end of one line and "0万元" at the start of the next."""
    text = "纳入预算管理的700万元培训费收入，增加 3,958.67 万元，增长21.95%（应为22.00%）"
    lines = broken(text, width)
    assert re.findall(r"[\d,.]+(?: ?万元|%)", "\n".join(lines)) == ["700万元", "3,958.67 万元", "21.95%", "22.00%"]
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", range(6, 40))
def test_no_line_begins_with_a_stop_or_ends_with_an_opening_mark(width: int) -> None:
    lines = broken("“三公”经费（合计），按《预算法》公开；其他发展与改革事务支出 [新列]。", width)
    assert len(lines) > 1
    assert not [line for line in lines if line[0] in "，。；）》”]" or line[-1] in "“（《["]


@given(some.text(some.characters(exclude_categories=("C", "Z", "M"))), some.integers(2, 50))
def test_nothing_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)


def test_nothing_is_one_empty_line() -> None:
    assert broken("", 10) == [""]
