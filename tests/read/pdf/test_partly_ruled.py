"""Ruled tables whose cells hold whole rows or columns are told from those whose cells hold one amount each."""

from __future__ import annotations

import pytest

from difftool.read.pdf.partly_ruled import holds_rows_or_columns


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        (["教育支出 1.50 2.50", "卫生支出 3.50 4.50", "农业支出 5.50 6.50"], True),  # rows
        (["教育支出\n卫生支出\n农业支出", "1.50\n2.50\n3.50", "4.50\n5.50\n6.50"], True),  # columns
        (["教育支出", "1.50", "2.50", "卫生支出", "3.50", "4.50"], False),
        (["教育支出", "1.50\n2.50\n3.50"], False),  # one cell alone
        (["本年收入1.50万元，支出2.50万元", "无"], False),
    ],
)
def test_cells_of_whole_rows_or_columns(texts, held):
    assert holds_rows_or_columns(texts) is held
