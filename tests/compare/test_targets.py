from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.compare.targets import target_changes
from difftool.model.comparison import ADDED, CHANGED, DROPPED, KEPT, LOWERED, RAISED
from difftool.model.disclosure import Disclosure
from tests.compare.texts import target_mirrored, targets_of


def kind_of(old: str, new: str, level2: str = "数量指标") -> str:
    level1 = "成本指标" if "成本" in level2 else "产出指标"
    row = ("档案数字化", level1, level2, "完成量")
    (change,) = target_changes(targets_of((*row, old)), targets_of((*row, new)))
    return change.kind


@pytest.mark.parametrize(
    "old, new, kind",
    [
        ("≥90%", "≥ 90％", KEPT),
        ("≥1,000卷", "≥1000卷", KEPT),
        ("≥90%", "≥90.0%", KEPT),
        ("≥90", "≥90%", KEPT),
        ("≤2万元", "≤20000元", KEPT),
        ("≥90%", "≥95%", RAISED),
        ("≥95%", "不低于90%", LOWERED),
        ("≤30天", "≤20天", RAISED),
        ("30日以内", "30天以内", CHANGED),
        ("不超过5次", "≤8次", LOWERED),
        ("＝100%", "=98%", LOWERED),
        ("7次", "≥8次", RAISED),
        ("小于0.5%", "<0.2%", RAISED),
        ("≥90%", ">90%", CHANGED),
        ("≥5次", "≤5次", CHANGED),
        ("≥5次", "≤3次", CHANGED),
        ("5次", "≤3次", CHANGED),
        ("1", "≥100%", CHANGED),
        ("≥90卷", "≥95册", CHANGED),
        ("2023年12月", "2024年12月", CHANGED),
        ("不断完善", "明显改善", CHANGED),
        ("征集3次，展览2次", "征集5次，展览1次", CHANGED),
    ],
)
def test_raised_is_harder_to_meet(old: str, new: str, kind: str) -> None:
    assert kind_of(old, new) == kind


def test_a_cost_without_a_sign_is_one_to_be_kept_to() -> None:
    assert kind_of("15.5万元", "12万元", "经济成本指标") == RAISED
    assert kind_of("=15.5万元", "≤16万元", "经济成本指标") == LOWERED
    assert kind_of("15.5万元", "12万元") == LOWERED


def test_targets_meet_over_years_reworded_names_and_another_order() -> None:
    old = targets_of(
        ("2023年档案数字化", "产出指标", "数量指标", "扫描档案数量", "≥100卷"),
        ("2023年档案数字化", "产出指标", "质量指标", "扫描件合格率", "≥95%"),
        ("2023年档案数字化", "满意度指标", "服务对象满意度", "查档群众满意度", "≥90%"),
        ("库房消防", "产出指标", "数量指标", "更换灭火器", "=20个"),
    )
    new = targets_of(
        ("2024年档案数字化", "满意度指标", "服务对象满意度指标", "查档群众满意度", "≥92%"),
        ("2024年档案数字化", "产出指标", "数量指标", "扫描档案的数量", "≥100卷"),
        ("2024年档案数字化", "产出指标", "时效指标", "按期完成", "是"),
        ("2024年档案数字化", "产出指标", "质量指标", "扫描件合格率", "≥93%"),
    )
    assert [(one.kind, one.names[2]) for one in target_changes(old, new)] == [
        (RAISED, "查档群众满意度"),
        (KEPT, "扫描档案的数量"),
        (ADDED, "按期完成"),
        (LOWERED, "扫描件合格率"),
        (DROPPED, "更换灭火器"),
    ]


def test_the_same_target_of_two_projects_is_two_targets() -> None:
    row = ("产出指标", "数量指标", "完成量", "≥1次")
    (change, dropped) = target_changes(targets_of(("征集", *row), ("展览", *row)), targets_of(("展览", *row)))
    assert (change.kind, change.project, dropped.kind, dropped.project) == (KEPT, "展览", DROPPED, "征集")


rows = st.tuples(
    st.sampled_from(("", "档案数字化", "档案数字化二期", "库房消防")),
    st.sampled_from(("产出指标", "成本指标")),
    st.just("数量指标"),
    st.sampled_from(("扫描数量", "扫描档案数量", "扫描件合格率", "更换灭火器")),
    st.sampled_from(("≥90%", "≥95%", "≤5次", "3次", "=3次", "是")),
)
disclosures = st.lists(rows, max_size=8).map(lambda some: targets_of(*some))


@given(disclosures)
def test_targets_that_did_not_change_are_all_kept(some: Disclosure) -> None:
    changes = target_changes(some, some)
    assert [change.kind for change in changes] == [KEPT] * len(some.indicators)


@given(disclosures, disclosures)
def test_the_other_way_round_tells_the_same_mirrored(old: Disclosure, new: Disclosure) -> None:
    there = sorted(repr((one.kind, one.old, one.new)) for one in target_changes(old, new))
    assert there == sorted(repr(target_mirrored(one)) for one in target_changes(new, old))


@given(disclosures, disclosures)
def test_every_target_is_told_once(old: Disclosure, new: Disclosure) -> None:
    changes = target_changes(old, new)
    for side, disclosure in (("old", old), ("new", new)):
        found = [getattr(change, side) for change in changes if getattr(change, side) is not None]
        assert sorted(map(repr, found)) == sorted(map(repr, disclosure.indicators))
