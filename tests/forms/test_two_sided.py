"""Income beside expenditure, functional lines, uses and carry-overs."""

from tests.forms.documents import amounts, forms_of

HEAD = "2026年部门预算\n{title}\n单位：万元\n\n"


def test_both_sides_of_a_summary():
    reading = forms_of(
        HEAD.format(title="收支总表")
        + "收 入\t\t支 出\t\n项 目\t本年预算\t项 目\t本年预算\n"
        + "一、一般公共预算拨款收入\t8.00\t一、一般公共服务支出\t7.00\n二、事业收入\t0.00\t二、外交支出\t\n"
        + "本 年 收 入 合 计\t8.00\t本 年 支 出 合 计\t9.00\n上年结转\t1.00\t结转下年\t\n收 入 总 计\t9.00\t支 出 总 计\t9.00\n"
    )
    assert amounts(reading, "summary") == {
        ("source:general_public", "total", 2026, "approved"): "80000",
        ("source:institutional", "total", 2026, "approved"): "0",
        ("source:year_total", "total", 2026, "approved"): "80000",
        ("source:carryover_in", "total", 2026, "approved"): "10000",
        ("source:total", "total", 2026, "approved"): "90000",
        ("func:201", "total", 2026, "approved"): "70000",
        ("use:year_total", "total", 2026, "approved"): "90000",
        ("use:total", "total", 2026, "approved"): "90000",
    }


def test_a_total_called_heji_is_the_grand_total_unless_a_zongji_stands_below():
    body = "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、财政拨款收入\t8.00\t一、教育支出\t8.00\n收入合计\t8.00\t支出合计\t8.00\n"
    alone = amounts(forms_of(HEAD.format(title="收支总表") + body), "summary")
    assert ("source:total", "total", 2026, "approved") in alone
    below = amounts(forms_of(HEAD.format(title="收支总表") + body + "收入总计\t8.00\t支出总计\t8.00\n"), "summary")
    assert ("source:year_total", "total", 2026, "approved") in below
    assert ("use:total", "total", 2026, "approved") in below


def test_funds_under_a_carry_over_are_its_parts_and_fund_columns_are_measures():
    reading = forms_of(
        HEAD.format(title="财政拨款收支总表")
        + "收入\t\t支出\t\t\t\n项目\t金额\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\n"
        + "一、一般公共预算财政拨款\t5.00\t一、教育支出\t6.00\t6.00\t\n"
        + "年初财政拨款结转和结余\t1.00\t年末财政拨款结转和结余\t\t\t\n一般公共预算财政拨款\t1.00\t\t\t\t\n总计\t6.00\t总计\t6.00\t6.00\t\n"
    )
    found = amounts(reading, "appropriation")
    assert found["source:carryover_in.general_public", "total", 2026, "approved"] == "10000"
    assert found["func:205", "general_public", 2026, "approved"] == "60000"
    assert found["use:total", "general_public", 2026, "approved"] == "60000"


def test_lines_below_a_category_are_named_under_it_and_not_taken_for_economic_ones():
    # 住房公积金 is 2210201 here, not 30113.
    reading = forms_of(
        HEAD.format(title="收支总表")
        + "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、财政拨款\t9.00\t一、住房保障支出\t9.00\n\t\t住房改革支出\t9.00\n\t\t住房公积金\t9.00\n"
    )
    items = [item for item, *_ in amounts(reading, "summary")]
    assert items == ["source:fiscal", "func:221", "func:22102", "func:2210201"]


def test_economic_columns_under_basic_and_project_expenditure():
    reading = forms_of(
        "2021年部门综合预算\n2021年部门综合预算收支总表\n单位：元\n\n收入\t\t支出\t\t\t\t\t\n"
        "项目\t预算数\t支出功能分科目（按大类）\t预算数\t部门预算支出经济科目（按大类）\t预算数\t政府预算支出经济分类科目（按大类）\t预算数\n"
        "一、部门预算\t9.00\t一、部门预算\t9.00\t一、部门预算\t9.00\t一、部门预算\t9.00\n"
        "1、财政拨款\t9.00\t1、一般公共服务支出\t9.00\t1、人员经费和公用经费支出\t7.00\t1、机关工资福利支出\t7.00\n"
        "\t\t2、外交支出\t0.00\t(1)工资福利支出\t7.00\t2、机关商品和服务支出\t2.00\n"
        "\t\t3、国防支出\t0.00\t2、专项业务经费支出\t2.00\t\t\n\t\t4、公共安全支出\t0.00\t(1)工资福利支出\t2.00\t\t\n"
    )
    found = amounts(reading, "summary")
    assert found["econ:301", "basic", 2021, "approved"] == "7"
    assert found["econ:301", "project", 2021, "approved"] == "2"
    assert found["econ:501", "total", 2021, "approved"] == "7"
    assert found["econ:502", "total", 2021, "approved"] == "2"


def test_other_income_by_whatever_ending():
    reading = forms_of(
        HEAD.format(title="收支总表")
        + "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、事业收入资金\t1.00\t一、教育支出\t3.00\n二、其他收入资金\t2.00\t\t\n"
    )
    assert [item for item, *_ in amounts(reading, "summary")] == ["source:institutional", "source:other", "func:205"]


def test_charges_below_the_general_public_budget_are_a_part_of_it_and_not_it_again():
    """湖南 prints 经费拨款 and 纳入一般公共预算管理的非税收入拨款 below 一般公共预算拨款收入."""
    reading = forms_of(
        "2024年部门预算\n收支总表\n单位：万元\n\n收入\t\t支出\t\n项目\t本年预算\t项目\t本年预算\n"
        "一、一般公共预算拨款收入\t9.00\t教育支出\t9.00\n纳入一般公共预算管理的非税收入拨款\t2.00\t\t\n"
        "收入总计\t9.00\t支出总计\t9.00\n"
    )
    found = [(fact.item, fact.raw) for fact in reading.facts if fact.raw == "2.00" or "general" in fact.item]
    assert found == [
        ("source:general_public", "9.00"),
        ("line:纳入一般公共预算管理的非税收入拨款", "2.00"),
    ]
