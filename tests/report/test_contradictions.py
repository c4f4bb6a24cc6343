"""Which contradiction the first screen tells, and how it names the document."""

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Check, Comparison
from difftool.model.place import PagePlace
from difftool.report.context import context_of
from difftool.report.contradictions import contradictions_of, worst_contradiction
from difftool.report.pictures import check_spots


def failed(expected: str, found: str, side: str = "new", message: str = "") -> Check:
    return Check("rule", side, "fail", expected, found, (PagePlace(1, (0, 0, 9, 9)),), message or f"{expected}≠{found}")


def told(comparison: Comparison, *checks: Check) -> str:
    (finding,) = contradictions_of(context_of(replace(comparison, checks=checks), None))
    return finding.sentence


def test_a_comparison_without_contradiction_has_no_such_finding(comparison: Comparison) -> None:
    assert contradictions_of(context_of(replace(comparison, checks=()), None)) == []


@pytest.mark.parametrize(
    ("checks", "worst"),
    [
        ((failed("12,323.48万元", "12,323.46万元"), failed("4,545.94万元", "10,528.33万元")), 1),
        ((failed("0.60%", "0.06%"), failed("12,323.48万元", "12,323.46万元")), 1),
        ((failed("100.00", "90.00"), failed("10.00", "9.00")), 0),
        ((failed("", "甲"), failed("1.00", "0.99")), 1),
    ],
    ids=["wider gap", "amounts before percentages", "first of equals", "words"],
)
def test_the_widest_gap_between_amounts_is_told(comparison: Comparison, checks: tuple[Check, ...], worst: int) -> None:
    assert worst_contradiction(context_of(replace(comparison, checks=checks), None)) is checks[worst]


def test_the_document_that_contradicts_itself_is_named(comparison: Comparison) -> None:
    assert told(comparison, failed("1", "2", "old", "甲。")) == "2024 年预算自相矛盾：甲。"
    assert told(comparison, failed("1", "2", "new", "甲"), failed("1", "2", "old")) == (
        "2024 年决算自相矛盾：甲。另有 1 处。"
    )
    assert told(comparison, failed("1", "2", "both", "甲")) == "两份文件互相矛盾：甲。"
    alone = replace(comparison, old=replace(comparison.old, source=comparison.new.source))
    assert told(alone, failed("1", "2", "new", "甲")) == "文件自相矛盾：甲。"


def test_a_contradiction_between_documents_leads_to_the_print_of_each(comparison: Comparison) -> None:
    pair = next(pair for pair in comparison.pairs if pair.old and pair.new)
    assert pair.old is not None
    assert pair.new is not None
    unknown = PagePlace(99, (0, 0, 9, 9))
    check = replace(failed("1", "2", "both"), cells=(pair.new.where, pair.old.where, unknown))
    spots = check_spots(context_of(comparison, None), check)
    assert spots == [("old", pair.old.where), ("new", pair.new.where)]
