import re

from msgspec.structs import replace

from difftool.model.comparison import Comparison, TextChange
from difftool.model.place import LinePlace
from difftool.report import comparison_html


def section(html: str, name: str) -> str:
    match = re.search(rf'<section aria-labelledby="{name}">.*?</section>', html, re.DOTALL)
    return match[0] if match else ""


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("\N{NO-BREAK SPACE}", " ")


def row(html: str, kind: str) -> str:
    match = re.search(rf'<li class="{kind}">.*?</li>', html, re.DOTALL)
    assert match is not None, kind
    return match[0]


def test_reworded_sentences_mark_what_was_deleted_and_inserted_by_sign_and_element(comparison: Comparison) -> None:
    texts = section(comparison_html(comparison), "texts")
    assert "核定编制<del>39</del><ins>38</ins>名，其中行政编制12名。" in row(texts, "changed")
    assert words(row(texts, "changed")).strip().startswith("≠ 改写")
    assert "− 删去" in row(texts, "removed") and "<del>负责价格监测。</del>" in row(texts, "removed")
    assert "＋ 新增" in row(texts, "added") and "<ins>负责粮食储备。</ins>" in row(texts, "added")


def test_every_sentence_leads_to_its_places(comparison: Comparison) -> None:
    changed = row(section(comparison_html(comparison), "texts"), "changed")
    assert '<a href="2024-budget.txt">旧·62 行</a>' in changed
    assert 'href="2024-final.pdf#page=3"' in changed


def test_a_moved_sentence_says_where_it_stood(comparison: Comparison) -> None:
    moved = row(section(comparison_html(comparison), "texts"), "moved")
    assert "原在“部门概况 › 机构设置”" in moved
    assert "<del>" not in moved and "<ins>" not in moved


def test_sentences_in_which_only_amounts_differ_are_folded_by_themselves(comparison: Comparison) -> None:
    texts = section(comparison_html(comparison), "texts")
    folded = texts.index("只有数字不同的 1 节")
    assert folded < texts.index('<li class="numbers">')
    assert "改写 1 句，新增 1 句，删去 1 句，移动 1 句，只有数字不同 1 句" in words(texts)


def opened(comparison: Comparison, *changes: TextChange) -> bool:
    return '<details class="text" open>' in section(comparison_html(replace(comparison, text_changes=changes)), "texts")


def test_duties_are_open_and_glossaries_forms_figures_and_other_bodies_are_folded(comparison: Comparison) -> None:
    here = LinePlace(5)

    def reworded(name: str, old: str, new: str) -> TextChange:
        return TextChange("changed", name, name, old, new, here, here)

    duty = reworded("主要职责", "负责价格监测。", "负责价格监测和预警。")
    assert opened(comparison, duty)
    assert not opened(comparison, reworded("名词解释", "财政拨款：指拨款。", "财政拨款：指预算拨款。"))
    assert not opened(comparison, reworded("部门决算表", "注：反映收入。", "注：反映收入情况。"))
    assert not opened(comparison, reworded("支出说明", "增加5万元。", "减少6万元，主要是节约。"))
    assert not opened(replace(comparison, new=replace(comparison.new, entity="长沙市某中心")), duty)
    assert not opened(comparison, *[duty] * 50)


def test_text_of_one_document_alone_is_told_so(comparison: Comparison) -> None:
    alone = replace(comparison, text_changes=comparison.text_changes[1:2])
    assert "文字说明只见于 2024 年预算。" in section(comparison_html(alone), "texts")


def test_a_whole_section_that_is_new_is_told_by_its_title(comparison: Comparison) -> None:
    here = LinePlace(5)
    added = [
        TextChange("added", "", "国有资产占用情况", "", text, None, here)
        for text in ("国有资产占用情况", "有车辆5辆。")
    ]
    changes = (*comparison.text_changes, *added)
    texts = words(section(comparison_html(replace(comparison, text_changes=changes)), "texts"))
    assert "国有资产占用情况 新增的一节 新增 1 句" in texts
    assert texts.count("国有资产占用情况") == 1


def test_equal_texts_have_no_section(comparison: Comparison) -> None:
    assert section(comparison_html(replace(comparison, text_changes=())), "texts") == ""


def test_targets_say_what_was_raised_and_fold_what_was_kept(comparison: Comparison) -> None:
    targets = section(comparison_html(comparison), "targets")
    changed, kept = targets.split("<summary>未变的 1 项</summary>")
    assert "产出指标 › 数量指标 › 重点项目个数↑ 提高≥80个 旧·90 行≥100个 新·20 页126个" in words(changed)
    assert "− 不再列" in changed and "调研次数" in changed and "培训次数" not in changed
    assert "培训次数" in kept
    assert "↑ 提高 1 项，− 不再列 1 项，未变 1 项" in words(targets)


def test_targets_of_one_document_alone_are_not_called_new(comparison: Comparison) -> None:
    for alone in (
        replace(comparison, target_changes=()),
        replace(
            comparison,
            target_changes=tuple(replace(one, kind="added", old=None) for one in comparison.target_changes if one.new),
        ),
    ):
        targets = section(comparison_html(alone), "targets")
        assert "只有 2024 年决算列出" in targets
        assert "＋ 新增" not in targets and "≥100个" in targets


def test_a_reworded_target_tells_its_former_name(comparison: Comparison) -> None:
    (first, *others) = comparison.target_changes
    assert first.old is not None
    named = replace(first, old=replace(first.old, level3="项目个数"))
    targets = section(comparison_html(replace(comparison, target_changes=(named, *others))), "targets")
    assert "原名“产出指标 › 数量指标 › 项目个数”" in targets
