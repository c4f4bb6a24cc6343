"""The workbook, read back by another library: numbers are exact, texts are texts."""

import io
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from difftool.model.comparison import Comparison
from difftool.model.form_problems import UnreadAmounts
from difftool.report import write_workbook
from difftool.report.visible_text import visible
from difftool.report.workbook import is_exact

HOSTILE = "=cmd|' /C calc'!A0\"><script>{{7*7}}\u202e\u200b_x0041_\x07\ufffe"
WAN = Decimal(10_000)


def opened(comparison: Comparison, language: str = "zh-CN") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_workbook(comparison, language)))


def records(page: Worksheet) -> list[dict[str, object]]:
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_changes_hold_every_change_exactly_beside_its_print(comparison: Comparison) -> None:
    rows = {(row["表"], row["名称"]): row for row in records(opened(comparison)["变动"])}
    assert len(rows) == len(comparison.changes)
    for change in comparison.changes:
        (row,) = [row for (_, name), row in rows.items() if name == change.name]
        assert Decimal(str(row["增减"])) * WAN == change.delta
        for side, fact in (("2024 年预算", change.old), ("2024 年决算", change.new)):
            assert (row[side] is None) == (fact is None)
            if fact is not None:
                assert Decimal(str(row[side])) * WAN == fact.amount
        assert row["新文件原文"] == (change.new.raw if change.new else None)


def test_a_number_is_shown_with_the_decimals_of_its_print(comparison: Comparison) -> None:
    page = opened(comparison)["变动"]
    formats = {cell.value: [each.number_format for each in page[cell.row]] for cell in page["C"]}
    assert formats["事业运行"][5:10] == ["#,##0.00", "#,##0.00", "#,##0.00", "0.0%", "#,##0.00"]


def test_documents_in_yuan_are_shown_to_two_decimals_and_kept_exactly(comparison: Comparison) -> None:
    def to_fen(one: Comparison) -> Comparison:
        new = replace(one.new, unit="元")
        pairs = tuple(
            replace(
                pair,
                new=pair.new and replace(pair.new, amount=pair.new.amount + Decimal("0.49"), quantum=Decimal("0.01")),
            )
            for pair in one.pairs
        )
        by_key = {(pair.statement, pair.item): pair for pair in pairs}
        changes = tuple(
            replace(change, new=by_key[change.statement, change.item].new, delta=change.delta + Decimal("0.49"))
            for change in one.changes
        )
        return replace(one, new=new, pairs=pairs, changes=changes)

    page = opened(to_fen(comparison))["变动"]
    (row,) = [cells for cells in page.iter_rows() if cells[2].value == "事业运行"]
    assert (row[6].value, row[6].number_format) == (353.870049, "#,##0.00")


def test_facts_of_both_documents_are_told_in_yuan(comparison: Comparison) -> None:
    rows = records(opened(comparison)["数字"])
    facts = [*comparison.old.facts, *comparison.new.facts]
    assert [(row["行"], Decimal(str(row["金额（元）"])), row["原文"]) for row in rows] == [
        (fact.item, fact.amount, fact.raw) for fact in facts
    ]


def test_a_move_has_a_row_for_each_line_that_gave_or_received(comparison: Comparison) -> None:
    rows = records(opened(comparison)["换科目"])
    assert [(row["序号"], row["去向"], row["编码"], row["金额"], row["依据"]) for row in rows] == [
        (1, "调出", "2010450", 56.78, "文件写明"),
        (1, "调入", "2010499", 56.78, "文件写明"),
    ]


def test_checks_tell_failures_before_what_holds(comparison: Comparison) -> None:
    rows = records(opened(comparison)["核对"])
    assert [(row["核对"], row["应为"], row["实为"]) for row in rows] == [
        ("✗ 不符", "11.20", "11.02"),
        ("相符", None, None),
    ]


def test_heads_are_frozen_and_can_be_filtered(comparison: Comparison) -> None:
    for page in opened(comparison):
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
        assert page.print_title_rows == "$1:$1"


def test_hostile_text_in_every_field_is_text(comparison: Comparison, spoil: Callable) -> None:
    book = opened(spoil(comparison, HOSTILE))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert sum(visible(HOSTILE) in str(cell.value) for cell in cells) > 40


@given(some.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**14), max_value=10**14))
def test_what_is_called_exact_comes_back_exactly(value: Decimal) -> None:
    if is_exact(value):
        assert Decimal(f"{float(value):.15g}") == value


@pytest.mark.parametrize(
    ("text", "exact"), [("0", True), ("353.87", True), ("123456789012.345", True), ("1234567890123.456", False)]
)
def test_a_number_of_more_digits_than_excel_keeps_is_not_exact(text: str, exact: bool) -> None:
    assert is_exact(Decimal(text)) is exact


def test_such_a_number_is_written_as_text(comparison: Comparison) -> None:
    great = Decimal("98765432109876.54")
    facts = tuple(replace(fact, amount=great) for fact in comparison.new.facts)
    rows = records(opened(replace(comparison, new=replace(comparison.new, facts=facts)))["数字"])
    assert rows[-1]["金额（元）"] == "98,765,432,109,876.54"


def test_a_text_longer_than_a_cell_is_cut_with_a_sign(comparison: Comparison) -> None:
    problem = UnreadAmounts.at(form="", form_zh="", count=1, shown="长" * 40_000)
    book = opened(replace(comparison, new=replace(comparison.new, problems=(problem,))))
    (row,) = records(book["没能读出的地方"])
    assert len(str(row["没能读出的地方"])) == 32_767
    assert str(row["没能读出的地方"]).endswith("…")


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    assert write_workbook(comparison) == write_workbook(replace(comparison))


def test_english(comparison: Comparison) -> None:
    book = opened(comparison, "en")
    assert len({page.title for page in book}) == 8
    assert records(book["Changes"])[0]["2024 final account"] == 40_962_200


def test_nothing_at_all_still_opens(comparison: Comparison) -> None:
    nothing = replace(comparison, pairs=(), changes=(), moves=(), checks=())
    assert records(opened(nothing)["变动"]) == []
