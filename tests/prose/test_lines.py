"""Which line of a document a name stands for: the nearest in print, and under the parents that are named with it."""

import pytest
from msgspec.structs import replace

from difftool.prose.lines import Lines
from tests.prose.bodies import YEAR, form_facts, lines_told


@pytest.mark.parametrize(
    ("named", "item"),
    [
        # 株洲 2024: the 类 of every line is that of the first one.
        ("一般公共服务（类）社会保障和就业支出（款）事业单位离退休（项）", "func:2080502"),
        # 株洲 2024: a name printed short.
        ("农林水支出（类）农业农（款）其他农业农村支出（项）", "func:2130199"),
        # One name under two 款: the path decides.
        ("一般公共服务支出（类）人大事务（款）行政运行（项）", "func:2010101"),
        ("一般公共服务支出（类）群众团体事务（款）行政运行（项）", "func:2012901"),
    ],
)
def test_a_name_misprinted_or_borne_by_several_lines(named, item):
    assert lines_told(f"1.{named}年初预算为5.00万元。") == [(item, 2024, "approved", "5.00")]


def test_a_heading_and_its_line_of_one_name_are_no_misprint_of_a_line_in_the_forms():
    """苏州 2026: a line with nothing left, 其他科学技术支出 of the 款 of that name, stands in no form any more."""
    own = replace(form_facts()[0], item="func:2060199", name="其他科学技术管理事务支出")
    path = [(5, "其他科学技术支出"), (7, "其他科学技术支出")]
    assert Lines([own], YEAR).resolve(path) == "2069999"


@pytest.mark.parametrize(
    ("name", "code"),
    [("教育支出", "205"), ("机关事业单位基本养老保险缴费支出", "2080505"), ("其他支出", None), ("住房公积金", None)],
)
def test_a_narrative_without_forms_names_lines_of_the_classification(name, code):
    assert Lines((), 2024).of_name(name) == code
