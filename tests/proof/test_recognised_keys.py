"""Recognised amounts whose line, column or form was not surely read are told, though sums bear the amounts out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.model.disclosure import Table
from difftool.model.document import Cell, Document, Grid, Page, Reading, Source
from difftool.model.fact import Fact
from difftool.model.place import PagePlace
from difftool.proof.recognised_amounts import unproved
from difftool.proof.recognised_keys import agreement

NAME, AMOUNT = PagePlace(1, (100.0, 140.0, 300.0, 160.0)), PagePlace(1, (300.0, 140.0, 360.0, 160.0))
HEAD = PagePlace(1, (300.0, 100.0, 360.0, 120.0))
ABOVE = PagePlace(1, (300.0, 40.0, 360.0, 60.0))
GRID = Grid(1, 1, (Cell("", 0, 0, AMOUNT),), PagePlace(1, (50.0, 90.0, 400.0, 500.0)))


def fact(item: str, name: str, statement: str = "expenditure", verified: tuple[str, ...] = ("tree",)) -> Fact:
    amount = Decimal(1234000)
    return Fact(
        statement, item, name, "total", 2024, "executed", amount, Decimal(100), "123.40", AMOUNT, verified, True
    )


def doubt(one: Fact, *unsure: tuple[str, PagePlace, float], title: str = "") -> str:
    """What the problem with an amount says that was not surely read."""
    words = tuple(Reading(text, place, sureness) for text, place, sureness in unsure)
    page = Page(1, (GRID,), 595, 842, recognised=True)
    document = Document(Source("a.pdf", "0", "pdf", 1), (page,), (), (Reading(one.raw, AMOUNT, 0.99), *words))
    tables = [Table(one.statement, title, GRID.place, 1, False)]
    told = [each.message for each in unproved(document, [one], tables) if each.code == "unproved-amount"]
    return told[0].partition("which ")[2].split(" ")[0] if told else ""


def test_a_code_that_its_name_bears_out_is_not_flagged():
    assert doubt(fact("func:2080505", "机关事业单位基本养老保险缴费支出")) == ""
    assert doubt(fact("func:2080505", "机关事业单位基本养老保险缴费支出"), ("机关事业", NAME, 0.5)) == ""


@pytest.mark.parametrize("name", ["机关事业单位基本养老保险缴费支出", ""])
def test_a_code_whose_name_is_that_of_another_is_flagged_though_its_sums_hold(name):
    assert doubt(fact("func:2080506", name)) == "line"


def test_a_name_that_no_code_bears_must_be_surely_read():
    own = fact("func:2019999", "某市自设科目")
    assert doubt(own) == ""
    assert doubt(own, ("某市自设科目", NAME, 0.6)) == "line"


@pytest.mark.parametrize("statement", ["expenditure", "general_public", "income", "general_public_basic"])
def test_a_line_without_its_code_in_a_form_of_codes_is_flagged(statement):
    assert doubt(fact("line:社会保障和就业支出", "社会保障和就业支出", statement)) == "line"


@pytest.mark.parametrize("statement", ["summary", "appropriation", "three_public"])
def test_a_line_of_a_form_of_set_lines_that_has_no_set_name_is_flagged(statement):
    assert doubt(fact("line:粮油物资储备义", "粮油物资储备义", statement, ())) == "line"
    assert doubt(fact("func:222", "粮油物资储备支出", statement, ())) == ""


def test_a_form_of_codes_that_was_taken_for_one_of_two_sides_is_flagged():
    assert doubt(fact("use:total", "合计", "expenditure")) == "line"
    assert doubt(fact("use:total", "支出总计", "summary")) == ""
    assert doubt(fact("source:fiscal", "财政拨款收入", "income")) == ""


def test_a_line_known_by_its_name_alone_must_be_surely_read():
    own = fact("project:河道清淤", "河道清淤", "project_performance", ())
    assert doubt(own) == ""
    assert doubt(own, ("河道清淤", NAME, 0.7)) == "line"


def test_a_total_whose_label_was_not_read_is_flagged():
    assert doubt(fact("total", "合计")) == ""
    assert doubt(fact("total", "")) == "line"


def test_an_unsure_head_is_flagged_where_no_sum_along_the_row_bears_it_out():
    own = fact("func:2080505", "机关事业单位基本养老保险缴费支出")
    assert doubt(own, ("基本支出", HEAD, 0.6)) == "column"
    assert doubt(replace(own, verified=("columns",)), ("基本支出", HEAD, 0.6)) == ""
    assert doubt(own, ("前一张表的题目", ABOVE, 0.6)) == ""


def test_a_column_of_a_form_of_codes_that_has_no_set_name_is_flagged():
    own = fact("func:2080505", "机关事业单位基本养老保险缴费支出")
    assert doubt(replace(own, measure="line:项日支出")) == "column"


def test_another_form_with_the_same_amount_bears_out_line_and_column():
    assert doubt(fact("total", "", verified=("forms",)), ("基本支出", HEAD, 0.6)) == ""


def test_a_form_whose_title_is_missing_or_unsure_and_names_no_known_form_is_flagged():
    own = fact("line:甲", "甲", "other")
    assert doubt(own, title="政府采购预算表") == ""
    assert doubt(own, ("政府采购预算表", ABOVE, 0.5), title="政府采购预算表") == "form"
    assert doubt(own) == "form"


def test_agreement_knows_the_spellings_of_a_name():
    assert agreement("2080505", "机关事业单位基本养老保险缴费") is True
    assert agreement("2080505", "住房公积金") is False
    assert agreement("2080505", "没有这个名称") is None
