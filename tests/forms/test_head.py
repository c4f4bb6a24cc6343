"""What a document says of itself where no form does."""

import pytest

from difftool.forms.head import cover_entity, cover_stage

COVER = "丰水县青禾镇人民政府2024年度一般公共预算财政拨款“三公”经费支出决算情况说明"


def test_the_budget_in_the_name_of_a_fund_is_no_stage():
    """安徽 publishes the 三公 expenses of a final account in a paper of their own."""
    assert cover_stage(COVER) == "final"
    assert cover_stage("丰水县渔业局2024年一般公共预算“三公”经费预算") == "budget"


@pytest.mark.parametrize(
    ("cover", "entity"),
    [
        (COVER, "丰水县青禾镇人民政府"),
        ("丰水县2024年“三公”经费决算汇总情况", "丰水县"),
        ("青禾镇2024年部门“三公”经费支出预算", "青禾镇"),
        ("丰水县渔业局2024年部门预算", "丰水县渔业局"),
    ],
)
def test_the_body_is_named_before_what_it_tells_of(cover, entity):
    assert cover_entity([cover]) == entity
