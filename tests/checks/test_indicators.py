"""Performance targets: weights, sizes and signs."""

from __future__ import annotations

import pytest

from difftool.model.disclosure import Indicator
from difftool.model.place import LinePlace


def indicator(name: str, target: str, weight: str = "", level1: str = "产出指标") -> Indicator:
    return Indicator("信息化经费", level1, "", name, target, LinePlace(1), weight=weight)


@pytest.mark.parametrize(
    ("weights", "count"), [(("50", "30", "20"), 0), (("50", "30", "10"), 0), (("20", "20", "20"), 1)]
)
def test_weights_add_up_to_100_or_90(make, fails, weights: tuple[str, ...], count: int) -> None:
    rows = [indicator("完成率", "100%", weight) for weight in weights]
    assert len(fails(make.disclosure(indicators=rows), "indicator-weight")) == count


def test_weights_that_are_not_all_printed_are_not_judged(make, fails) -> None:
    rows = [indicator("完成率", "100%", weight) for weight in ("20", "20", "", "20")]
    assert fails(make.disclosure(indicators=rows), "indicator-weight") == []


def test_a_cost_target_beyond_the_whole_budget(make, fails) -> None:
    """长沙 2023: a cost target of 3398.91 for a body that spends 938.91."""
    facts = [make.fact("summary", "use:total", "938.91")]
    rows = [
        indicator("总成本", "小于等于3398.91万元", level1="成本指标"),
        indicator("经费", "≤79.73万元", level1="成本指标"),
    ]
    checks = fails(make.disclosure(facts, indicators=rows), "indicator-size")
    assert [check.found for check in checks] == ["3398.91万元"]


def test_completion_bounded_from_above(make, fails) -> None:
    rows = [indicator("工作完成及时性", "≤100%"), indicator("满意度", "≥95%"), indicator("成本", "≤90%")]
    checks = fails(make.disclosure(indicators=rows), "indicator-sign")
    assert len(checks) == 1
    assert "工作完成及时性" in checks[0].message and "满意度" not in checks[0].message
