"""Names recognised in pictures: near to one name of the classification they become it, else they stay."""

import pytest

from difftool.codes.spelling import letters_apart, near_name, official_names, spell_recognised
from difftool.model.document import Cell, Document, Grid, Page, Source
from difftool.model.place import PagePlace

PLACE = PagePlace(1, (0.0, 0.0, 10.0, 10.0))


@pytest.mark.parametrize(
    ("recognised", "name"),
    [
        ("住房保障文出", "住房保障支出"),
        ("通运输支出", "交通运输支出"),
        ("自然资海洋气象等支出", "自然资源海洋气象等支出"),
        ("住房保障支出", None),  # as it is spelled
        ("一般公共预算支出", None),  # a form's name, two letters from 一般公共服务支出
        ("国有资本经营预算拨款", None),
        ("住房文出", None),  # short names are near to many
    ],
)
def test_a_name_with_one_letter_misread_is_put_right(recognised, name):
    assert near_name(recognised) == name


@pytest.mark.parametrize(
    ("recognised", "head"),
    [("项日支出", "项目支出"), ("基木支出", "基本支出"), ("项目支出", None), ("本年支出", None), ("外交支出", None)],
)
def test_a_head_of_a_column_with_one_letter_misread_is_put_right(recognised, head):
    assert near_name(recognised) == head


def test_every_official_name_stays():
    assert not [name for name in official_names() if near_name(name)]


def test_letters_apart():
    assert [letters_apart("外交支出", other) for other in ("外交支出", "外交文出", "外交出", "外交支出款")] == [
        0,
        1,
        1,
        1,
    ]


@pytest.mark.parametrize("recognised", [True, False])
def test_only_cells_of_recognised_pages_are_put_right_and_each_is_told(recognised):
    cell = Cell("十九、住房保障文出", 0, 0, PLACE)
    document = Document(Source("a", "0", "pdf", 1), (Page(1, (Grid(1, 1, (cell,), PLACE),), recognised=recognised),))
    spelled = spell_recognised(document)
    text = spelled.pages[0].blocks[0].cells[0].text
    assert text == ("十九、住房保障支出" if recognised else "十九、住房保障文出")
    assert [problem.code for problem in spelled.problems] == (["name-put-right"] if recognised else [])
