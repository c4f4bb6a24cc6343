from __future__ import annotations

import pytest

from difftool.compare.sections import comparable_title, is_glossary, sections_of
from difftool.model.disclosure import Disclosure
from tests.compare.texts import text_of


def outline(disclosure: Disclosure) -> list[tuple[str, list[str]]]:
    return [(section.name, [one.text for one in section.sentences]) for section in sections_of(disclosure)]


def test_headings_of_three_ranks_make_sections_without_cover_and_contents() -> None:
    told = outline(
        text_of(
            "临江县档案馆",
            "2024年度部门预算",
            "目录",
            "第一部分部门概况",
            "一、主要职责........2",
            "第一部分部门概况",
            "一、主要职责",
            "（一）负责档案征集。",
            "（二）机构设置",
            "1.办公室",
            "2.保管科",
        )
    )
    assert told == [
        ("部门概况", []),
        ("部门概况 › 主要职责", ["负责档案征集。"]),
        ("部门概况 › 主要职责 › 机构设置", ["办公室", "保管科"]),
    ]


def test_a_part_whose_title_is_printed_below_it_or_broken_is_one_heading() -> None:
    told = outline(
        text_of(
            "第一部分",
            "档案馆概况",
            "一、职责",
            "负责征集。",
            "第三部分临江县档案馆",
            "2024年度部门预算情况说明",
            "无变化。",
        )
    )
    assert told == [
        ("档案馆概况", []),
        ("档案馆概况 › 职责", ["负责征集。"]),
        ("临江县档案馆2024年度部门预算情况说明", ["无变化。"]),
    ]


def test_contents_end_where_sentences_begin_if_no_heading_is_repeated() -> None:
    # A final account whose contents run "第一部分…概况-一、部门职责" into one line.
    told = outline(text_of("目录", "第一部分概况-一、部门职责", "二、收支总表", "一、部门职责", "（一）负责征集。"))
    assert told == [("部门职责", ["负责征集。"])]


def test_the_last_entry_of_the_contents_is_no_heading_of_the_text() -> None:
    told = outline(
        text_of(
            "目录", "一、职责", "第二部分名词解释", "一、职责", "负责征集。", "第二部分名词解释", "财政拨款：指拨款。"
        )
    )
    assert told == [("职责", ["负责征集。"]), ("名词解释", ["财政拨款：指拨款。"])]


def test_headings_without_ordinals_are_headings() -> None:
    # 上海 prints "某馆主要职能" and "名词解释" alone on a line.
    told = outline(text_of("档案馆主要职能", "负责征集。", "名词解释", "（一）财政拨款收入：指拨款。"))
    assert told == [("档案馆主要职能", ["负责征集。"]), ("名词解释", ["财政拨款收入：指拨款。"])]


@pytest.mark.parametrize(
    "caption",
    [
        "部门：临江县档案馆单位：万元",
        "金额单位：万元",
        "公开03表",
        "收支预算总表",
        "2024年一般公共预算支出表（功能科目）",
        "“三公”经费、会议费支出",
        "图1：收入预算图",
        "（2024年度）",
    ],
)
def test_what_stands_around_a_form_is_no_text(caption: str) -> None:
    assert outline(text_of("一、情况", caption, "无变化。", tables=["“三公”经费、会议费支出预算表"])) == [
        ("情况", ["无变化。"])
    ]


@pytest.mark.parametrize(
    "printed, kept",
    [
        ("单位:万元其他情况说明", "其他情况说明"),
        ("注：本部门无相关收支项目公开11表", "注：本部门无相关收支项目"),
    ],
)
def test_text_beside_a_caption_is_kept(printed: str, kept: str) -> None:
    told = outline(text_of("一、情况", printed, "（二）办公室"))
    assert kept in [text for name, sentences in told for text in (name, *sentences)]


def test_titles_of_two_years_compare_without_years_ordinals_and_the_bodys_name() -> None:
    with_name = comparable_title("临江县档案馆2023年度部门预算情况说明", "临江县档案馆")
    assert with_name == comparable_title("2024年部门预算情况说明", "临江县档案馆") == "部门预算情况说明"
    assert comparable_title("三、2023年度主要任务", "") == comparable_title("二、2024年主要任务", "") == "主要任务"


def test_a_glossary_is_known_by_its_title() -> None:
    assert is_glossary("名词解释") and is_glossary("第四部分 › 专业术语解释") and not is_glossary("情况说明")
