"""Forms of lines by measures: codes joined, split, before the name or absent; headers of several rows."""

from difftool.forms.labels import name_of
from tests.forms.documents import amounts, forms_of


def test_codes_split_over_columns_lean_on_the_rows_above():
    reading = forms_of(
        "2023年部门支出总体情况表\n部门名称：甲县档案馆\n单位：万元\n\n"
        "科目编码\t\t\t功能科目\t总 计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n**\t**\t**\t**\t1\t2\t3\n"
        "\t\t\t合计\t30.00\t20.00\t10.00\n201\t\t\t一般公共服务支出\t30.00\t20.00\t10.00\n"
        "\t26\t\t档案事务\t30.00\t20.00\t10.00\n\t\t04\t档案馆\t10.00\t\t10.00\n201\t26\t01\t行政运行\t20.00\t20.00\t\n"
    )
    assert reading.entity == "甲县档案馆"
    assert amounts(reading, "expenditure") == {
        ("total", "total", 2023, "approved"): "300000",
        ("total", "basic", 2023, "approved"): "200000",
        ("total", "project", 2023, "approved"): "100000",
        ("func:201", "total", 2023, "approved"): "300000",
        ("func:201", "basic", 2023, "approved"): "200000",
        ("func:201", "project", 2023, "approved"): "100000",
        ("func:20126", "total", 2023, "approved"): "300000",
        ("func:20126", "basic", 2023, "approved"): "200000",
        ("func:20126", "project", 2023, "approved"): "100000",
        ("func:2012604", "total", 2023, "approved"): "100000",
        ("func:2012604", "project", 2023, "approved"): "100000",
        ("func:2012601", "total", 2023, "approved"): "200000",
        ("func:2012601", "basic", 2023, "approved"): "200000",
    }


def test_codes_before_the_name_of_both_classifications_make_one_item():
    # The government's economic code stands beside the department's, which is the one that counts.
    reading = forms_of(
        "2026年部门预算\n预算03表支出总表\n金额单位：万元\n\n支出功能分类科目\t政府支出经济分类科目\t部门支出经济分类科目\t合计\t基本支出\t项目支出\n"
        "2050803-培训支出\t50203-培训费\t30216-培训费\t19.400000\t19.400000\t\n"
    )
    assert amounts(reading, "expenditure") == {
        ("func:2050803/econ:30216", "total", 2026, "approved"): "194000",
        ("func:2050803/econ:30216", "basic", 2026, "approved"): "194000",
    }


def test_three_blocks_side_by_side_and_a_footer_whose_amount_stands_a_block_further():
    reading = forms_of(
        "2024年度部门决算\n一般公共预算财政拨款基本支出决算明细表\n金额单位：元\n\n"
        "人员经费\t\t\t公用经费\t\t\t\t\t\n"
        "科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
        "301\t工资福利支出\t5,000.00\t302\t商品和服务支出\t300.00\t310\t资本性支出\t20.00\n"
        "30101\t基本工资\t5,000.00\t30201\t办公费\t300.00\t31002\t办公设备购置\t20.00\n"
        "人员经费合计\t\t5,000.00\t公用经费合计\t\t\t\t\t320.00\n"
    )
    found = amounts(reading, "general_public_basic")
    assert found["econ:301", "total", 2024, "executed"] == "5000"
    assert found["econ:31002", "total", 2024, "executed"] == "20"
    assert found["total", "personnel", 2024, "executed"] == "5000"
    assert found["total", "public", 2024, "executed"] == "320"
    assert len(found) == 8


def test_names_without_codes_are_found_in_the_classification_under_their_parents():
    reading = forms_of(
        "2026年部门预算\n一般公共预算支出表\n单位：万元\n\n科目名称\t合计\t基本支出\t项目支出\n"
        "一般公共服务支出\t3.00\t2.00\t1.00\n发展与改革事务\t3.00\t2.00\t1.00\n"
        "事业运行\t2.00\t2.00\t\n其他发展与改革事务支出\t1.00\t\t1.00\n"
    )
    items = {item for item, *_ in amounts(reading, "general_public")}
    assert items == {"func:201", "func:20104", "func:2010450", "func:2010499"}


def test_income_by_source_one_a_row():
    reading = forms_of(
        "2018年度部门预算\n收入预算总表\n单位：万元\n\n项目名称\t\t金额\n收入总计\t\t21.00\n"
        "一般公共预算资金\t小计\t20.00\n\t公共财政拨款(补助)资金\t20.00\n其他资金\t小计\t1.00\n"
    )
    found = amounts(reading, "income")
    assert found["source:total", "total", 2018, "approved"] == "210000"
    assert found["source:general_public", "total", 2018, "approved"] == "200000"
    assert found["source:other", "total", 2018, "approved"] == "10000"


def test_an_empty_form_is_a_table_without_facts():
    reading = forms_of(
        "2024年度部门决算\n国有资本经营预算财政拨款支出决算表\n金额单位：万元\n\n"
        "项目\t\t本年支出\t\t\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n合计\t\t\t\t\n"
    )
    (table,) = reading.tables
    assert (table.statement, table.empty) == ("state_capital", True)
    assert reading.facts == ()
    assert reading.problems == ()


def test_column_numbers_on_the_row_of_the_lowest_headings_name_nothing():
    # 支出决算表 as many final accounts print it: 类, 款, 项, 栏次, 1, 2 on one row.
    reading = forms_of(
        "2024年度部门决算\n支出决算表\n部门：甲局\t\t金额单位：万元\n\n"
        "项目\t\t\t\t本年支出合计\t基本支出\n支出功能分类科目编码\t\t\t科目名称\t\t\n类\t款\t项\t栏次\t1\t2\n"
        "\t\t\t合计\t3.00\t2.00\n2010450\t\t\t事业运行\t2.00\t2.00\n"
    )
    assert amounts(reading, "expenditure") == {
        ("total", "total", 2024, "executed"): "30000",
        ("total", "basic", 2024, "executed"): "20000",
        ("func:2010450", "total", 2024, "executed"): "20000",
        ("func:2010450", "basic", 2024, "executed"): "20000",
    }


def test_an_income_form_of_functional_lines_without_a_code_column_is_no_list_of_sources():
    # Names only, as 杭州 prints its expenditure; codes before the names, as 北京 does.
    for first, second in (("教育支出", "　进修及培训"), ("205-教育支出", "20508-进修及培训")):
        reading = forms_of(
            "2026年部门预算\n部门收入总表\n部门名称：甲县档案馆\n单位：万元\n\n科目名称\t合计\t事业收入\n"
            f"合计\t3.00\t1.00\n{first}\t3.00\t1.00\n{second}\t3.00\t1.00\n"
        )
        assert amounts(reading, "income") == {
            (item, measure, 2026, "approved"): amount
            for item in ("total", "func:205", "func:20508")
            for measure, amount in (("total", "30000"), ("institutional", "10000"))
        }


def test_a_line_classified_both_ways_bears_the_name_of_its_own_code():
    # 烟台: the department's line stands left of the government's.
    reading = forms_of(
        "2026年部门预算\n一般公共预算基本支出情况表\n单位：万元\n\n科目编码\t\t部门预算支出经济分类科目名称\t科目编码\t\t政府预算支出经济分类科目名称\t小计\n"
        "类\t款\t\t类\t款\t\t\n301\t\t工资福利支出\t501\t\t机关工资福利支出\t5.00\n"
        "301\t01\t基本工资\t501\t01\t工资奖金津补贴\t5.00\n"
    )
    assert [(fact.item, fact.name) for fact in reading.facts] == [
        ("econ:301", "工资福利支出"),
        ("econ:30101", "基本工资"),
    ]


def test_goods_of_one_project_are_lines_of_their_own():
    """西安: a list of purchases prints the same functional and economic codes for paper and for toner."""
    reading = forms_of(
        "2026年部门预算\n政府采购预算表\n单位：元\n\n"
        "科目编码\t单位编码\t采购项目\t采购目录\t规格型号\t数量\t部门预算支出经济科目编码\t预算金额\n"
        "\t\t合计\t\t\t81\t\t600.00\n2010301\t114001\t甲市档案馆\t\t\t81\t\t600.00\n"
        "2010301\t\t日常公用经费\t复印纸\tA4\t50\t30201\t100.00\n2010301\t\t日常公用经费\t硒鼓\t3G/月\t30\t30201\t200.00\n"
        "2010301\t\t日常公用经费\t体检服务\t\t1\t30299\t300.00\n"
    )
    assert [(fact.item, fact.raw) for fact in reading.facts] == [
        ("total", "600.00"),
        ("func:2010301/unit:甲市档案馆", "600.00"),
        ("func:2010301/econ:30201/line:日常公用经费·复印纸·A4", "100.00"),
        ("func:2010301/econ:30201/line:日常公用经费·硒鼓·3G／月", "200.00"),
        ("func:2010301/econ:30299/line:日常公用经费·体检服务", "300.00"),
    ]


def test_the_row_of_a_department_above_units_of_several_codes_is_of_none_of_them():
    """西安 2022 prints the code of the first line below in the row of the whole department."""
    reading = forms_of(
        "2022年部门预算\n政府采购预算表\n单位：元\n\n"
        "科目编码\t单位编码\t采购项目\t采购目录\t规格型号\t数量\t部门预算支出经济科目编码\t预算金额\n"
        "\t\t合计\t\t\t4\t\t700.00\n2010301\t114\t甲市档案局\t\t\t4\t\t700.00\n"
        "2010301\t114001\t甲市档案局\t\t\t2\t\t300.00\n"
        "2010301\t\t日常公用经费\t复印纸\tA4\t1\t30201\t100.00\n2010301\t\t日常公用经费\t硒鼓\t3G\t1\t30201\t200.00\n"
        "2010350\t114002\t甲市档案馆\t\t\t2\t\t400.00\n2010350\t\t日常公用经费\t工装\t\t2\t30224\t400.00\n"
    )
    assert [(fact.item, fact.raw) for fact in reading.facts if "/econ:" not in fact.item] == [
        ("total", "700.00"),
        ("unit:甲市档案局", "700.00"),
        ("func:2010301/unit:甲市档案局", "300.00"),
        ("func:2010350/unit:甲市档案馆", "400.00"),
    ]


def test_a_project_printed_beside_its_first_economic_line_has_the_lines_below_too():
    """江苏: a project's code stood with the name of the economic line beside it, and two projects' 租赁费 were one."""
    reading = forms_of(
        "2026年部门预算\n政府采购支出预算表\n单位：万元\n\n采购品目大类\t专项名称\t经济科目\t采购物品名称\t总计\n"
        "合计\t\t\t\t23.00\n一、服务C\t\t\t\t23.00\n\t渔网维护费\t维修（护）费\t\t5.00\n\t\t\t运行维护服务\t5.00\n"
        "\t\t租赁费\t\t6.00\n\t\t\t电信服务\t6.00\n\t鱼苗培育费\t租赁费\t\t1.00\n\t\t\t电信服务\t1.00\n"
        "\t物业管理费\t维修（护）费\t\t3.00\n\t商品和服务支出\t会议费\t\t8.00\n"
    )
    assert [(fact.item, fact.raw) for fact in reading.facts][2:] == [
        ("line:渔网维护费/维修（护）费", "5.00"),
        ("line:渔网维护费/维修（护）费/运行维护服务", "5.00"),
        ("line:渔网维护费/租赁费", "6.00"),
        ("line:渔网维护费/租赁费/电信服务", "6.00"),
        ("line:鱼苗培育费/租赁费", "1.00"),
        ("line:鱼苗培育费/租赁费/电信服务", "1.00"),
        ("line:物业管理费/维修（护）费", "3.00"),
        ("line:商品和服务支出/会议费", "8.00"),
    ]


def test_what_several_units_buy_of_one_kind_is_their_own():
    """苏州 and 无锡 list purchases by kind, by unit and by what is bought; many units buy paper."""
    reading = forms_of(
        "2026年部门预算\n收入总表\n单位：万元\n\n单位代码\t单位名称\t合计\n101001\t甲市交通局\t9.00\n101002\t甲市港航中心\t5.00\n\n"
        "政府采购支出表\n单位：万元\n\n采购品目大类\t专项名称\t经济科目\t采购品目名称\t总计\n合计\t\t\t\t7.00\n"
        "货物\t\t\t\t3.00\n甲市交通局\t\t\t\t2.00\n\t定额\t办公费\t复印纸\t2.00\n"
        "甲市港航中心\t\t\t\t1.00\n\t定额\t办公费\t复印纸\t1.00\n服务\t\t\t\t4.00\n甲市交通局\t\t\t\t4.00\n"
    )
    assert [(fact.item, fact.name, fact.raw) for fact in reading.facts if fact.statement == "other"] == [
        ("total", "合计", "7.00"),
        ("line:货物", "货物", "3.00"),
        ("line:货物/unit:甲市交通局", "甲市交通局", "2.00"),
        ("line:货物/unit:甲市交通局/line:定额/办公费/复印纸", "定额/办公费/复印纸", "2.00"),
        ("line:货物/unit:甲市港航中心", "甲市港航中心", "1.00"),
        ("line:货物/unit:甲市港航中心/line:定额/办公费/复印纸", "定额/办公费/复印纸", "1.00"),
        ("line:服务", "服务", "4.00"),
        ("line:服务/unit:甲市交通局", "甲市交通局", "4.00"),
    ]


def test_a_purchase_named_as_an_economic_line_is_what_its_unit_buys():
    """无锡 lists 物业管理费 as project and subject of 物业管理服务; the lines below it are the unit's as well."""
    reading = forms_of(
        "2026年部门预算\n收入总表\n单位：万元\n\n单位代码\t单位名称\t合计\n101001\t甲市交通局\t9.00\n\n"
        "政府采购支出表\n单位：万元\n\n采购品目大类\t专项名称\t经济科目\t采购品目名称\t总计\n合计\t\t\t\t7.00\n"
        "服务\t\t\t\t7.00\n甲市交通局\t\t\t\t7.00\n\t物业管理费\t物业管理费\t物业管理服务\t4.00\n"
        "\t培训费\t培训费\t培训费\t2.00\n\t定额\t办公费\t印刷服务\t1.00\n"
    )
    assert [fact.item for fact in reading.facts if fact.statement == "other"][3:] == [
        "line:服务/unit:甲市交通局/line:物业管理费/物业管理服务",
        "line:服务/unit:甲市交通局/econ:30216",
        "line:服务/unit:甲市交通局/line:定额/办公费/印刷服务",
    ]


def test_lines_that_are_told_apart_by_their_codes_keep_them_alone():
    reading = forms_of(
        "2026年部门预算\n政府采购预算表\n单位：元\n\n科目编码\t采购项目\t部门预算支出经济科目编码\t预算金额\n"
        "2010301\t复印纸\t30201\t100.00\n2010301\t体检服务\t30299\t300.00\n"
    )
    assert [fact.item for fact in reading.facts] == ["func:2010301/econ:30201", "func:2010301/econ:30299"]


def test_a_name_whose_ordinal_lost_its_stroke_in_a_scan_is_the_name():
    assert name_of("、国防支出") == name_of("二、国防支出") == "国防支出"


def test_a_total_in_a_column_whose_head_was_misread_is_the_total():
    # A scan in which the stars below the head of the names were taken for a letter.
    reading = forms_of(
        "2024年部门预算\n一般公共预算支出表\n金额单位：元\n\n"
        "科目编码\t\t\t功能科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n**\t**\t**\t大*\t1\t2\t3\n"
        "\t\t\t合计\t30.00\t20.00\t10.00\n201\t26\t01\t\t30.00\t20.00\t10.00\n"
    )
    found = amounts(reading, "general_public")
    assert [found["total", measure, 2024, "approved"] for measure in ("total", "basic", "project")] == [
        "30",
        "20",
        "10",
    ]


def test_a_code_that_stands_too_near_to_its_unit_code_is_read_without_it():
    """四川, in forms without lines and dense print: 类, 款, 项 and 单位代码 come as one column."""
    reading = forms_of(
        "2024年部门预算\n部门收入总表\n部门：甲县档案馆\n单位：万元\n\n"
        "科目编码\t单位名称（科目）\t合计\t事业收入\n"
        "\t合计\t30.00\t20.00\n201\t一般公共服务支出\t30.00\t20.00\n201 26\t档案事务\t30.00\t20.00\n"
        "201 26 01 102001\t行政运行\t30.00\t20.00\n"
    )
    assert {item for item, *_ in amounts(reading, "income")} == {"total", "func:201", "func:20126", "func:2012601"}


def test_codes_that_are_none_are_told():
    """Dense forms without lines: a code broken over three lines runs into those of its neighbours."""
    reading = forms_of(
        "2024年部门预算\n部门收入总表\n部门：甲县档案馆\n单位：万元\n\n"
        "科目编码\t科目名称\t合计\n201\t一般公共服务支出\t30.00\n0401201\t某科目\t20.00\n0402\t另一科目\t10.00\n\t合计\t30.00\n"
    )
    (problem,) = reading.problems
    assert problem.code == "unread-codes"
    assert "2 rows whose codes are not understood (0401201、0402" in problem.message


def test_a_misprinted_class_of_a_split_code_is_told_and_the_line_read_by_its_name():
    """普陀 2024: "7 11 02 事业单位医疗" below "210 11"; the class above alone would make a housing line one of health."""
    reading = forms_of(
        "2024年部门预算\n支出预算总表\n单位：万元\n\n类\t款\t项\t科目名称\t合计\n"
        "210\t\t\t卫生健康支出\t50.00\n210\t11\t\t行政事业单位医疗\t50.00\n7\t11\t02\t事业单位医疗\t50.00\n"
        "7\t02\t01\t住房公积金\t3.00\n"
    )
    assert [fact.item for fact in reading.facts] == ["func:210", "func:21011", "func:2101102", "func:2210201"]
    (problem,) = reading.problems
    assert problem.code == "unread-codes"
    assert "2 rows whose codes are not understood (7、7" in problem.message


def test_goods_of_one_name_stand_below_the_projects_that_buy_them():
    """江苏 2018 and 2019: 会议服务 below each of several conferences, which stand in another order the next year."""
    head = "2019年部门预算\n政府采购预算表\n单位：万元\n\n采购品目大类\t专项名称\t经济科目\t采购物品名称\t采购组织形式\t总计\n"
    rows = (
        "\t\t\t\t\t{}\n\t二次会议经费\t会议费\t\t\t9.00\n\t\t\t会议服务\t分散\t9.00\n"
        "\t代表团工作经费\t会议费\t\t\t2.00\n\t\t\t{}\t分散\t2.00\n"
    )
    found = amounts(forms_of(head + "合计" + rows.format("11.00", "会议服务")), "other")
    assert {key[0]: value for key, value in found.items()} == {
        "total": "110000",
        "line:二次会议经费/会议费": "90000",
        "line:二次会议经费/会议费/会议服务": "90000",
        "line:代表团工作经费/会议费": "20000",
        "line:代表团工作经费/会议费/会议服务": "20000",
    }
    apart = amounts(forms_of(head + "合计" + rows.format("11.00", "交通服务")), "other")
    assert {"line:会议服务", "line:交通服务"} < {key[0] for key in apart}
