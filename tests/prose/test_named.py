"""Names of lines without brackets and codes: paths with dashes, bare names."""

from tests.prose.bodies import NAMES, lines_told


def test_a_path_with_dashes_needs_no_forms(monkeypatch):
    """昆明 2026 publishes its sentences without the forms: the classification knows the lines."""
    monkeypatch.setattr("tests.prose.bodies.NAMES", {})
    assert NAMES
    assert lines_told("一般公共服务支出-审计事务-审计业务20,502.00元，主要用于审计。", stage="budget") == [
        ("func:2010804", 2024, "approved", "20,502.00")
    ]


def test_the_end_of_a_longer_name_is_no_line():
    assert lines_told("委托业务费支出预算8.00万元；专题渔业发展3.00万元。", stage="budget") == []
