"""Moves that only the figures and codes show, and what must not be taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.compare import compare_disclosures
from difftool.compare.moves import find_moves
from difftool.compare.pairs import pair_disclosures
from difftool.model.disclosure import Passage, Reason, StatedMove
from difftool.model.place import LinePlace


@pytest.fixture
def moves(disclosure):
    """The moves between two years whose lines are code → amount, or code → (amount, name)."""

    def find(old, new, reasons=(), old_year=2023, stated=()):
        def rows(lines):
            for code, told in lines.items():
                amount, name = told if isinstance(told, tuple) else (told, f"科目{code}")
                yield "general_public", f"func:{code}", "total", amount, name

        before, after = (
            disclosure([*rows(old)], year=old_year),
            disclosure([*rows(new)], year=old_year + 1, reasons=reasons, stated=stated),
        )
        return find_moves(before, after, pair_disclosures(before, after))

    return find


def ends(found, least="0.5"):
    return [
        ([p.item[5:] for p in m.givers], [p.item[5:] for p in m.receivers], str(m.amount), m.evidence)
        for m in found
        if m.confidence >= Decimal(least)
    ]


def test_equal_and_opposite_uneven_amounts_under_one_section(moves):
    found = moves({"2010402": "908800", "2010404": "5000"}, {"2010402": "872600", "2010404": "41200"})
    assert ends(found) == [(["2010402"], ["2010404"], "36200", "exact")]


def test_equal_and_opposite_under_one_class(moves):
    found = moves({"2010402": "908800", "2013202": "5000"}, {"2010402": "872600", "2013202": "41200"})
    assert ends(found) == [(["2010402"], ["2013202"], "36200", "exact")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"2010402": "900000", "2060404": "100"}, {"2010402": "863800", "2060404": "36300"}),
        ({"2010402": "900000", "2013204": "100000"}, {"2010402": "400000", "2013204": "600000"}),
        ({"2010402": "900000", "2010404": "100"}, {"2010402": "863800", "2010404": "36200"}),
    ],
    ids=["unrelated classes", "a round amount", "close but not equal"],
)
def test_what_chance_or_nothing_explains_is_no_claim(moves, old, new):
    assert ends(moves(old, new)) == []


@pytest.mark.parametrize("turned", [False, True], ids=["万元 to 元", "元 to 万元"])
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            {"2010402": "908800", "2010404": "5000"},
            {"2010402": "872643.18", "2010404": "41155.07"},
            [(["2010402"], ["2010404"], "36155.07", "exact")],
        ),
        (
            {"2010402": "908800"},
            {"2010404": "136044.91", "2010405": "772773.77"},
            [(["2010402"], ["2010404", "2010405"], "908800", "exact")],
        ),
        ({"2010402": "900000", "2010404": "5000"}, {"2010402": "399987.31", "2010404": "505021.44"}, []),
        ({"2010402": "900000", "2010404": "5000"}, {"2010402": "863800", "2010404": "41340.12"}, []),
        ({"2010402": "900000", "2010404": "5000"}, {"2010402": "899980.11", "2010404": "5033.09"}, []),
    ],
    ids=["one to one", "split", "a round amount", "more than rounding apart", "rounding alone"],
)
def test_between_yuan_and_ten_thousands_amounts_fit_but_for_rounding(disclosure, old, new, expected, turned):
    """A 万元 document followed by one in 元 lost every exact move, and told rounding as money that may have moved."""

    def rows(lines):
        return [("general_public", f"func:{code}", "total", amount, f"科目{code}") for code, amount in lines.items()]

    before, after = disclosure(rows(old), year=2023), disclosure(rows(new), year=2024, quantum="0.01")
    if turned:
        before, after = disclosure(rows(new), year=2023, quantum="0.01"), disclosure(rows(old), year=2024)
        expected = [(receivers, givers, *rest) for givers, receivers, *rest in expected]
    found = find_moves(before, after, pair_disclosures(before, after))
    assert ends(found) == expected
    assert all(abs(move.amount) > 100 for move in found)
    for move in found:
        assert sum(part.amount for part in move.givers) == sum(part.amount for part in move.receivers) == move.amount


def test_lines_with_printed_causes_of_their_own_did_not_exchange_money(moves):
    reasons = [
        Reason("func:2010402", "人员退休，工资福利减少", LinePlace(1)),
        Reason("func:2010404", "新增档案库房租赁", LinePlace(2)),
    ]
    old, new = {"2010402": "908800", "2010404": "5000"}, {"2010402": "872600", "2010404": "41200"}
    assert ends(moves(old, new, reasons)) == []


def test_a_reason_that_names_no_cause_does_not_speak_against_a_move(moves):
    reasons = [
        Reason("func:2010402", "科目调整", LinePlace(1)),
        Reason("func:2010404", "根据年度工作安排，按实际需要编制", LinePlace(2)),
    ]
    old, new = {"2010402": "908800", "2010404": "5000"}, {"2010402": "872600", "2010404": "41200"}
    assert ends(moves(old, new, reasons)) == [(["2010402"], ["2010404"], "36200", "exact")]


def test_one_fall_that_two_rises_fit_is_left_open(moves):
    old = {"2010402": "908800", "2010404": "5000", "2010406": "7000"}
    new = {"2010402": "872600", "2010404": "41200", "2010406": "43200"}
    found = moves(old, new)
    assert ends(found) == []
    assert [m.evidence for m in found] == ["inferred"]


def test_a_line_that_went_into_two_new_ones_is_one_move(moves):
    found = moves({"2110304": "1000200"}, {"2110399": "374100", "2110303": "626100"})
    assert ends(found) == [(["2110304"], ["2110303", "2110399"], "1000200", "exact")]


def test_two_lines_that_went_into_one_are_one_move(moves):
    found = moves({"2110399": "374100", "2110303": "626100", "2110304": "10"}, {"2110304": "1000210"})
    assert ends(found) == [(["2110303", "2110399"], ["2110304"], "1000200", "exact")]


def test_a_name_that_changed_its_code_within_one_section_takes_the_whole_line(moves):
    found = moves({"2299901": ("2114000", "其他支出")}, {"2299999": ("2369500", "其他支出")})
    assert ends(found) == [(["2299901"], ["2299999"], "2114000", "crosswalk")]


def test_lines_of_a_section_that_changed_its_code_go_with_it_whatever_their_names(moves):
    old = {
        "20117": ("829132", "市场监督管理事务"),
        "2011702": ("60000", "一般行政管理事务"),
        "2011799": ("769132", "其他市场监督管理事务"),
    }
    new = {
        "20138": ("746152", "市场监督管理事务"),
        "2013802": ("60000", "一般行政管理事务"),
        "2013899": ("686152", "其他市场监督管理事务"),
    }
    assert ends(moves(old, new)) == [
        (["2011702"], ["2013802"], "60000", "crosswalk"),
        (["2011799"], ["2013899"], "769132", "crosswalk"),
    ]


@pytest.mark.parametrize("name", ["一般行政管理事务", "行政运行", "机关服务", "事业运行"])
def test_a_common_name_in_another_section_is_no_move(moves, name):
    old = {"20103": ("9000", "政府办公厅（室）及相关机构事务"), "2010303": ("16000", name)}
    new = {"20105": ("9000", "统计信息事务"), "2010503": ("35200", name)}
    assert ends(moves(old, new)) == []


def test_a_changed_name_under_one_code_is_no_move(moves):
    assert moves({"20805": ("500", "行政事业单位离退休")}, {"20805": ("500", "行政事业单位养老支出")}) == ()


def test_parents_that_the_moved_lines_add_up_to_give_no_move_of_their_own(moves):
    old = {"201": "900", "20104": "700000", "2010402": "700000", "20132": "5000", "2013202": "5000"}
    new = {"201": "900", "20104": "663800", "2010402": "663800", "20132": "41200", "2013202": "41200"}
    assert ends(moves(old, new), "0") == [(["2010402"], ["2013202"], "36200", "exact")]


def test_a_line_broken_down_on_one_side_only_is_the_lowest(moves):
    old = {"20104": "908800", "20132": "5000"}
    new = {"20104": "872600", "2010402": "872600", "20132": "41200", "2013202": "41200"}
    assert ends(moves(old, new)) == [(["20104"], ["20132"], "36200", "exact")]


def test_basic_that_became_project_while_the_line_stayed(disclosure):
    def rows(basic, project):
        return [
            ("general_public", "func:2013850", m, a)
            for m, a in (("total", "5107300"), ("basic", basic), ("project", project))
        ]

    old, new = disclosure(rows("4703400", "403900"), year=2023), disclosure(rows("4874300", "233000"))
    [move] = compare_disclosures(old, new).moves
    assert (move.measure, move.receivers[0].measure, move.amount, move.evidence) == (
        "project",
        "basic",
        170900,
        "exact",
    )


def test_left_over_changes_of_one_section_are_plausible_only(moves):
    old = {"2010402": "908800", "2010404": "5000", "2010406": "70000", "2010408": "1000"}
    new = {"2010402": "872600", "2010404": "38700", "2010406": "61000", "2010408": "11100"}
    found = moves(old, new)
    assert ends(found) == []
    assert ends(found, "0") == [
        (["2010402"], ["2010404"], "33700", "inferred"),
        (["2010406"], ["2010408"], "9000", "inferred"),
    ]
    assert all(sum(value for _, value in move.confidence_parts) == move.confidence for move in found)


def test_a_sentence_names_a_renumbered_line_by_its_new_code(moves):
    """江苏省人民检察院 2019: 检察监督, the year before under another code, gave 469.5 万元 to 其他检察支出."""
    sentence = StatedMove(("func:2040410",), ("func:2040499",), Decimal(4695000), "分流469.5万元", LinePlace(9))
    found = moves(
        {"20404": ("18950000", "检察"), "2040405": ("18950000", "检察监督")},
        {"20404": ("16551000", "检察"), "2040410": ("11856000", "检察监督"), "2040499": ("4695000", "其他检察支出")},
        stated=[sentence],
    )
    assert ends(found) == [
        (["2040405"], ["2040499"], "4695000", "stated"),
        (["2040405"], ["2040410"], "14255000", "crosswalk"),
    ]


def test_the_classification_tells_what_it_merged(moves):
    found = moves({"2040405": "500000", "2040406": "70000"}, {"2040410": "600000"}, old_year=2018)
    assert ends(found) == [(["2040405", "2040406"], ["2040410"], "570000", "crosswalk")]


def test_lines_that_a_sentence_sends_to_their_namesakes_move_one_by_one(moves):
    sentence = StatedMove(
        ("func:2010350", "func:2010302", "func:2010399"),
        ("func:20141", "func:2014150", "func:2014102", "func:2014199"),
        None,
        "分别改列",
        LinePlace(9),
    )
    found = moves(
        {
            "2010350": ("45216", "事业运行"),
            "2010302": ("5840", "一般行政管理事务"),
            "2010399": ("7580", "其他政府办公支出"),
        },
        {
            "20141": ("57836", "数据事务"),
            "2014150": ("45216", "事业运行"),
            "2014102": ("5040", "一般行政管理事务"),
            "2014199": ("7580", "其他数据事务支出"),
        },
        stated=[sentence],
    )
    assert sorted(ends(found)) == [
        (["2010302"], ["2014102"], "5840", "stated"),
        (["2010350"], ["2014150"], "45216", "stated"),
        (["2010399"], ["2014199"], "7580", "stated"),
    ]


def restated(disclosure, old, new, sentence):
    """The claimed moves where the later document tells a change of one line against its own count of last year."""
    before = disclosure(
        [("general_public", f"func:{code}", "total", amount) for code, amount in old.items()], year=2023
    )
    told = ("narrative", "func:2040405", "total", new["2040405"])
    rows = [("general_public", f"func:{code}", "total", amount) for code, amount in new.items()]
    after = disclosure([told, *rows], year=2024)
    after = replace(after, passages=(Passage(sentence, ((0, LinePlace(1)),)),))
    return ends(compare_disclosures(before, after).moves)


def test_lines_that_the_later_document_counts_under_another_were_merged(disclosure):
    """江苏 2018: 1,895 are 134 less than last year, whose document prints 150 here and 1,879 in three lines that went."""
    old = {"2040404": "4800000", "2040405": "1500000", "2040406": "1000000", "2040499": "12990000"}
    sentence = "3.检察监督支出（项）1895.00万元，与上年相比减少134.00万元，降幅6.60%。"
    assert restated(disclosure, old, {"2040405": "18950000"}, sentence) == [
        (["2040404", "2040406", "2040499"], ["2040405"], "18790000", "exact")
    ]


@pytest.mark.parametrize(
    "sentence",
    ["3.检察监督支出（项）1895.00万元，与上年相比减少135.00万元。", "3.检察监督支出（项）1895.00万元。"],
    ids=["a change that does not fit", "no change told"],
)
def test_lines_that_went_beside_one_that_grew_are_not_merged_for_that(disclosure, sentence):
    old = {"2040404": "4800000", "2040405": "1500000", "2040406": "1000000", "2040499": "12990000"}
    assert restated(disclosure, old, {"2040405": "18950000"}, sentence) == []
