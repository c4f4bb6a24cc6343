"""What a reader who knows nothing of the tool must not trip over on the first screen."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison, Pair
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.money import read_money
from difftool.model.place import LinePlace
from difftool.report import comparison_html
from difftool.report.appendix import checks_of
from difftool.report.context import context_of
from difftool.report.findings import findings_of
from difftool.report.language import say
from difftool.report.opening import clauses_of
from difftool.report.totals import expenditure_total
from difftool.report.words import GRADES


def told(item: str, name: str, raw: str, phase: str) -> Fact:
    money = read_money(raw, "万元")
    assert money is not None
    return Fact(NARRATIVE, item, name, "total", 2024, phase, money.amount, money.quantum, raw, LinePlace(398))


def told_pair(item: str, name: str, before: str, after: str) -> Pair:
    return Pair(NARRATIVE, item, "total", told(item, name, before, "approved"), told(item, name, after, "executed"))


@pytest.mark.parametrize(
    ("name", "label", "old"),
    [("财政拨款支出", "财政拨款支出", "5801300"), ("财政拨款收入", "各科目支出合计", "5801400")],
    ids=["expenditure", "income"],
)
def test_a_printed_total_of_fiscal_expenditure_goes_before_a_sum_of_rounded_lines(
    comparison: Comparison, name: str, label: str, old: str
) -> None:
    """株洲 2024: "财政拨款支出年初预算数为580.13万元", whose lines add up to 580.14."""
    lines = (
        told_pair("func:2010450", "事业运行", "476.41", "410.65"),
        told_pair("func:2080505", "养老", "103.73", "108.98"),
        told_pair("source:fiscal", name, "580.13", "519.63"),
    )
    total = expenditure_total(context_of(replace(comparison, pairs=lines), None))
    assert total is not None
    assert (total.label, total.old) == (label, Decimal(old))


@pytest.mark.parametrize(
    ("evidence", "ending"),
    [
        ("stated", "这不是增减。"),
        ("exact", "依据：金额恰好相抵，文件没有写明。"),
        ("crosswalk", "依据：科目表调整。"),
        ("inferred", "依据：推断，文件没有写明，请核对。"),
    ],
)
def test_a_move_that_no_document_states_is_told_with_its_grounds(
    comparison: Comparison, evidence: str, ending: str
) -> None:
    moves = tuple(replace(move, evidence=evidence) for move in comparison.moves)
    first = findings_of(context_of(replace(comparison, moves=moves), None), "general_public")[0]
    assert first.sentence.endswith(ending)


def test_a_headline_breaks_behind_the_amount_that_moved() -> None:
    assert clauses_of("2018 年预算支出 10,000.00 万元，另有 56.78 万元只是换了科目，不是增减。") == (
        "2018 年预算支出 10,000.00 万元，",
        "另有 56.78 万元",
        "只是换了科目，",
        "不是增减。",
    )


def test_a_document_compared_with_itself_is_shown_once_and_is_neither_old_nor_new(comparison: Comparison) -> None:
    alone = replace(comparison, old=replace(comparison.old, source=comparison.new.source))
    page = comparison_html(alone)
    assert "原文第 14 页" in page
    assert "新文件第" not in page
    assert "两份文件" not in page
    assert "<td>原文</td>" in page
    assert re.search(r'<article data-side="old"[^>]* hidden>', page)
    assert re.search(r'<article data-side="new"[^>]*"\s*>', page)


def test_a_sentence_that_tells_both_amounts_is_given_as_one_place(comparison: Comparison) -> None:
    pair = told_pair("func:2010450", "事业运行", "476.41", "353.87")
    two = replace(comparison, pairs=(pair,), changes=(), moves=())
    alone = replace(two, old=replace(two.old, source=two.new.source))
    assert "398 行 → 398 行" in comparison_html(two)
    assert "398 行 → 398 行" not in comparison_html(alone)
    assert "<td>398 行" in comparison_html(alone)


def test_documents_that_contradict_each_other_do_not_contradict_themselves(comparison: Comparison) -> None:
    failed = [check for check in comparison.checks if check.status == "fail" and check.grade in ("", "contradiction")]
    context = context_of(replace(comparison, checks=(failed[0], replace(failed[0], side="both"))), None)
    assert [row.grade for row in checks_of(context).failed] == [say(GRADES.get(failed[0].grade, "不符")), "互相矛盾"]


def test_a_total_of_which_sentences_print_only_parts_is_not_named_by_a_part(comparison: Comparison) -> None:
    """江苏省人大常委会办公厅 2019: "人员经费 7670.82 万元" and "公用经费 1642.08万元", and no sentence for both."""
    parts = [
        Pair(NARRATIVE, "total", measure, *(replace(fact, measure=measure) for fact in (pair.old, pair.new) if fact))
        for measure, pair in (
            ("personnel", told_pair("total", "人员经费", "6,298.38", "7,670.82")),
            ("public", told_pair("total", "公用经费", "1,579.38", "1,642.08")),
        )
    ]
    others = (told_pair("func:2010101", "行政运行", "6,372.32", "7,448.2"), told_pair("func:2010102", "事务", "2", "3"))
    page = comparison_html(replace(comparison, pairs=(*parts, *others), changes=(), moves=()))
    heads = re.findall(r'<th scope="row">([^<]*)', page[page.index('id="form-narrative"') :])
    assert heads[:3] == ["合计", "人员经费", "公用经费"]
