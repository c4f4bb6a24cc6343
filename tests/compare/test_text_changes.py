from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.compare import compare_with_itself
from difftool.compare.sections import sections_of
from difftool.compare.targets import target_changes
from difftool.compare.text_changes import text_changes
from difftool.model.comparison import ADDED, CHANGED, KEPT, MOVED, NUMBERS, REMOVED, TextChange
from difftool.model.disclosure import Disclosure
from difftool.model.place import LinePlace
from tests.compare.texts import mirrored, text_of
from tests.read.formats import extracted

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "real"
BEFORE = (
    "第一部分部门概况",
    "一、主要职责",
    "（一）负责档案征集。",
    "（二）负责档案保管和利用。",
    "（三）承办县委交办的其他事项。",
    "二、机构设置",
    "核定编制39名。",
    "第二部分2023年度预算情况说明",
    "一、支出情况",
    "2023年支出580.13万元，增长5%。",
)


def told(old: Disclosure, new: Disclosure) -> list[tuple[str, str, str]]:
    return [(change.kind, change.old, change.new) for change in text_changes(old, new)]


def with_line(at: int, text: str) -> Disclosure:
    return text_of(*BEFORE[:at], text, *BEFORE[at + 1 :])


def test_another_numbering_line_or_chapter_order_is_no_change() -> None:
    renumbered = (
        "第一部分部门概况",
        "一、机构设置",
        "核定编制39名。",
        "二、主要职责",
        "1.负责档案征集；2.负责档案保管和利用；3.承办县委交办的其他事项。",
        *BEFORE[7:],
    )
    assert told(text_of(*BEFORE), text_of(*renumbered)) == []


def test_reworded_added_and_removed_sentences_are_told_with_section_and_place() -> None:
    new = text_of(*BEFORE[:3], "（二）负责档案保管、利用和数字化。", BEFORE[4], "（四）指导村级建档。", *BEFORE[5:])
    section = "部门概况 › 主要职责"
    assert text_changes(text_of(*BEFORE), new) == (
        TextChange(
            CHANGED,
            section,
            section,
            "负责档案保管和利用。",
            "负责档案保管、利用和数字化。",
            LinePlace(4),
            LinePlace(4),
        ),
        TextChange(ADDED, section, section, "", "指导村级建档。", None, LinePlace(6)),
    )


def test_a_removed_sentence_stands_after_the_one_it_followed() -> None:
    new = text_of(*BEFORE[:3], *BEFORE[4:6], "核定编制38名。", *BEFORE[7:])
    assert told(text_of(*BEFORE), new) == [
        (REMOVED, "负责档案保管和利用。", ""),
        (CHANGED, "核定编制39名。", "核定编制38名。"),
    ]


def test_a_sentence_in_another_place_or_section_moved() -> None:
    duty = "（二）负责档案保管和利用。"
    within = text_of(*BEFORE[:2], duty, BEFORE[2], *BEFORE[4:])
    elsewhere = text_of(*BEFORE[:3], *BEFORE[4:7], duty, *BEFORE[7:])
    assert [kind for kind, *_ in told(text_of(*BEFORE), within)] == [MOVED]
    (moved,) = text_changes(text_of(*BEFORE), elsewhere)
    assert (moved.kind, moved.old_section, moved.new_section) == (MOVED, "部门概况 › 主要职责", "部门概况 › 机构设置")


def test_sentences_in_which_only_amounts_and_years_differ_are_marked() -> None:
    new = text_of(*BEFORE[:7], "第二部分2024年度预算情况说明", BEFORE[8], "2024年支出490万元，增长6%。")
    assert [kind for kind, *_ in told(text_of(*BEFORE), new)] == [NUMBERS, NUMBERS]


def test_a_chapter_under_another_title_is_known_by_title_or_sentences() -> None:
    by_title = with_line(5, "二、机构设置情况")
    assert told(text_of(*BEFORE), by_title) == [(CHANGED, "机构设置", "机构设置情况")]
    by_sentences = with_line(1, "一、工作任务")
    assert told(text_of(*BEFORE), by_sentences) == [(CHANGED, "主要职责", "工作任务")]


def test_the_bodys_name_in_a_title_is_no_change() -> None:
    assert told(text_of(*BEFORE), with_line(7, "第二部分临江县档案馆2023年度预算情况说明")) == []


def test_set_phrases_meet_only_where_the_sentences_before_them_meet() -> None:
    # "与上年相比增加…" stands under every line: 5万元 of 卫生 never became 9万元 of 住房.
    old = text_of(
        "一、支出情况", "1.卫生健康支出50万元。与上年相比增加5万元。", "2.农林水支出7万元。与上年相比增加1万元。"
    )
    new = text_of(
        "一、支出情况",
        "1.发放住房补贴和公积金90万元。与上年相比增加9万元。",
        "2.农林水支出8万元。与上年相比增加2万元。",
    )
    changes = told(old, new)
    assert (NUMBERS, "与上年相比增加1万元。", "与上年相比增加2万元。") in changes
    assert (NUMBERS, "与上年相比增加5万元。", "与上年相比增加9万元。") not in changes


def test_one_document_compared_with_its_own_budget_tells_no_text() -> None:
    assert compare_with_itself(text_of(*BEFORE)).text_changes == ()


HEADINGS = ("第一部分概况", "一、职责", "二、机构", "（一）科室", "第二部分说明", "三、支出")
SENTENCES = (
    "负责档案征集。",
    "负责档案征集和保管。",
    "负责保管；负责利用。",
    "编制39名。",
    "编制38名。",
    "支出580万元，增长5%。",
    "支出490万元，增长6%。",
    "其中：",
    "与上年持平。",
    "办公室",
)
texts = st.lists(st.sampled_from((*HEADINGS, *SENTENCES)), max_size=14).map(lambda lines: text_of(*lines))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: Disclosure) -> None:
    assert text_changes(text, replace(text, year=2025)) == ()


@settings(max_examples=300)
@given(texts, texts)
def test_the_other_way_round_tells_the_same_mirrored(old: Disclosure, new: Disclosure) -> None:
    there, back = text_changes(old, new), text_changes(new, old)
    assert sorted(map(repr, there)) == sorted(repr(mirrored(change)) for change in back)


@given(texts, texts)
def test_every_sentence_is_told_once_at_most(old: Disclosure, new: Disclosure) -> None:
    changes = text_changes(old, new)
    for sides in ([one.old_where for one in changes if one.old], [one.new_where for one in changes if one.new]):
        places = [place.line for place in sides if isinstance(place, LinePlace)]
        assert all(places.count(place) <= 2 for place in places)  # a line holds two sentences at most
    assert all((one.old == "") == (one.kind == ADDED) and (one.new == "") == (one.kind == REMOVED) for one in changes)


def test_two_hundred_pages_of_other_words_take_seconds() -> None:
    chance = random.Random(2024)
    words = [
        "推进",
        "落实",
        "监督",
        "资金",
        "预算",
        "项目",
        "人员",
        "2,345.67万元",
        "主要用于",
        "与上年相比",
        "增加",
        "建设",
    ]

    def long_text(chapters: int) -> Disclosure:
        lines: list[str] = []
        for chapter in range(chapters):
            lines.append(f"一、第{chapter}项情况")
            lines += ["".join(chance.choices(words, k=12)) + "。" for _ in range(3000 // chapters)]
        return text_of(*lines)

    for chapters in (1, 60):
        old, new = long_text(chapters), long_text(chapters)
        started = time.process_time()
        assert text_changes(old, new)
        assert time.process_time() - started < 30  # hours where every sentence is held against every other


@pytest.mark.parametrize(
    "name, first, second",
    [
        ("changsha-2023-budget", "pdf", "txt"),
        ("qinglan-2024-budget", "docx", "pdf"),
        ("chenghu-2024-final", "html", "pdf"),
        ("qiwu-2024-final", "pdf", "txt"),
    ],
)
def test_one_document_in_two_formats_has_one_text(name: str, first: str, second: str) -> None:
    one, other = (extracted(CORPUS / f"{name}.{ending}") for ending in (first, second))
    assert sections_of(one)
    assert text_changes(one, other) == ()
    assert {change.kind for change in target_changes(one, other)} <= {KEPT}


@pytest.mark.skipif(not SHARED.exists(), reason="no folder of real documents beside the project")
def test_the_prosecutors_lost_their_anti_corruption_offices_in_2018() -> None:
    old, new = (extracted(next(SHARED.glob(f"jiangsu-hengrenminji-{year}-*"))) for year in (2017, 2018))
    changes = text_changes(old, new)
    offices = [one.old for one in changes if one.old_section.endswith("机关内设机构") and one.kind == REMOVED]
    assert offices == [
        "反贪污贿赂局(内设综合指导处、案件侦查处、指导处)",
        "反渎职侵权局",
        "侦查指挥中心办公室",
        "职务犯罪预防处",
    ]
    assert not [one for one in changes if one.new == "对下级检察院在行使检察权过程中作出的决定进行审查，纠正错误决定。"]


def test_a_term_explained_in_other_words_is_changed() -> None:
    """江苏 2018: "基本支出：包括…" became "基本支出：指为保障…", two definitions that share no words."""
    old = text_of("名词解释", "一、基本支出：包括人员经费和定额公用经费。", "二、财政拨款：指县财政拨付的资金。")
    new = text_of("名词解释", "一、基本支出：指为保障机构正常运转而发生的开支。", "二、财政拨款：指县财政拨付的资金。")
    assert told(old, new) == [
        (CHANGED, "基本支出：包括人员经费和定额公用经费。", "基本支出：指为保障机构正常运转而发生的开支。")
    ]


def test_a_sentence_that_was_continued_is_changed() -> None:
    """江苏 2019: "指导全省检察机关的理论研究工作" goes on for another line."""
    longer = "负责指导全县档案的征集和整理工作，对乡镇和社区建档中的问题进行研究，提出意见建议，发布典型案例，组织评比和表彰。"
    old = text_of("主要职责", "负责指导全县档案的征集和整理工作。", "负责利用。")
    new = text_of("主要职责", longer, "负责利用。")
    assert told(old, new) == [(CHANGED, "负责指导全县档案的征集和整理工作。", longer)]
