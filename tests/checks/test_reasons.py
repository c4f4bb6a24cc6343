"""Reasons that contradict each other: copied ones, one cause for a rise and a fall, two reasons for one change."""

from __future__ import annotations


def test_one_cause_that_rose_and_fell(make, fails) -> None:
    """A ministry's final account: its appropriation rose for more one-off projects, its spending fell for fewer."""
    text = [
        "财政拨款收、支总计各增加5551.7万元，增长36.58%。主要原因是根据工作需要，增加一次性项目支出。",
        "与2023年度相比，财政拨款支出减少287.41万元，降低2.05%。主要原因是一次性项目支出减少。",
    ]
    assert len(fails(make.disclosure(text=text), "reason-both-ways")) == 1


COPIED = "预算支出科目调整，原政府办公厅及相关机构事务（款）信访事务（项）支出调整为信访事务（款）信访业务（项）支出。"


def test_a_reason_copied_from_a_fall_to_a_rise_that_it_does_not_name(make, fails) -> None:
    text = [
        f"2.信访事务（款）行政运行（项）支出307.15万元，与上年相比增加307.15万元。主要原因是{COPIED}",
        f"3.信访事务（款）信访业务（项）支出724.5万元，与上年相比减少314.71万元，减少30.28%。主要原因是{COPIED}",
    ]
    assert len(fails(make.disclosure(text=text), "reason-both-ways")) == 1


def test_a_move_explained_to_both_its_lines_with_one_sentence(make, fails) -> None:
    """苏州: "购房补贴（项）中的部分项目修改为提租补贴（项）" stands under the line that gave and the one that took."""
    why = "本年度修改了支出功能分类科目，将住房改革支出（款）购房补贴（项）中的部分项目修改为住房改革支出（款）提租补贴（项）。"
    text = [
        f"2.住房改革支出（款）提租补贴（项）支出3191.7万元，与上年相比增加1329.9万元，增长71.43%。主要原因是{why}",
        f"3.住房改革支出（款）购房补贴（项）支出3414.1万元，与上年相比减少1282.99万元，减少27.31%。主要原因是{why}",
    ]
    assert fails(make.disclosure(text=text), "reason-both-ways") == []


def test_one_change_of_a_line_with_two_reasons(make, fails) -> None:
    text = [
        "对个人和家庭的补助支出（303）6.47万元，较上年增加1.26万元，原因是2021年退休人数增加。",
        "对个人和家庭的补助支出（509）6.47万元，较上年增加1.26万元，原因是2021年公用经费标准调整。",
    ]
    assert len(fails(make.disclosure(text=text), "two-reasons")) == 1
    assert fails(make.disclosure(text=[text[0], text[0].replace("303", "509")]), "two-reasons") == []


def test_a_rise_put_down_to_a_part_that_fell(make, fails) -> None:
    whole = "（1）行政运行（2013301）1765.18万元，较上年增加254.45万元，原因是2021年公用经费标准调整；"
    part = "（2）公用经费：①行政运行（2013301）124.00万元，较上年减少55.42万元，原因是2020年其他交通费列入；"
    assert len(fails(make.disclosure(text=[whole, part]), "reason-of-part")) == 1
    assert fails(make.disclosure(text=[whole, part.replace("减少", "增加")]), "reason-of-part") == []
