"""Forms of final accounts as provinces print them whose documents the corpus does not follow; all of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.layouts.notation import BODY, FUNCTIONAL, FUND, PUBLIC, joined, lines, split

Former = Callable[..., Any]

# 年初结转和结余, 本年收入, 本年支出 and 年末结转和结余 side by side, each with its parts.
EIGHTEEN = [
    "项目{1,4}|年初结转和结余{1,3}|本年收入{1,3}|本年支出{1,5}|年末结转和结余{1,4}",
    "支出功能分类科目编码{2,3}|科目名称{2,1}|合计{2,1}|基本支出结转{2,1}|项目支出结转和结余{2,1}|合计{2,1}|基本支出{2,1}|项目支出{2,1}|合计{2,1}|基本支出{1,3}|项目支出{2,1}|合计{2,1}|基本支出结转{2,1}|项目支出结转和结余{1,2}",
    "小计|人员经费|公用经费|项目支出结转|项目支出结余",
]
NUMBERED = "- :: 类|款|项|栏次|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15"
SUMS = [[1, 2], None, None, [4, 5], None, None, [7, 10], [8, 9], None, None, None, [12, 13, 14], None, None, None]
MEASURES = "- - - - carryover_in carryover_in.basic carryover_in.project income income.basic income.project total basic personnel public project carryover_out carryover_out.basic carryover_out.project.项目支出结转 carryover_out.project.项目支出结余"


def opened(number: int) -> tuple[str, ...]:
    """The caption of a final account's form."""
    return f"公开{number:02d}表", f"部门：{BODY}", "金额单位：万元"


def numbers(columns: int) -> str:
    """The row of column numbers under a head."""
    return "- :: 栏次{1,2} | " + " | ".join(str(column + 1) for column in range(columns))


def numbered_lines() -> list[str]:
    """收入支出决算总表 with 行次 beside the lines and a row of 栏次."""
    sources = (
        ("general_public", "一、一般公共预算财政拨款收入", "900.00"), ("government_fund", "二、政府性基金预算财政拨款收入", "12.00"),
        ("state_capital", "三、国有资本经营预算财政拨款收入", ""), ("superior", "四、上级补助收入", "3.00"),
        ("institutional", "五、事业收入", "4.00"), ("operating", "六、经营收入", "5.00"),
        ("affiliated", "七、附属单位上缴收入", "6.00"), ("other", "八、其他收入", "7.00"), ("", "", ""), ("", "", ""),
    )  # fmt: skip
    uses = (
        ("201", "一、一般公共服务支出", "700.00"), ("202", "二、外交支出", ""), ("203", "三、国防支出", ""),
        ("204", "四、公共安全支出", ""), ("205", "五、教育支出", "30.00"), ("206", "六、科学技术支出", ""),
        ("207", "七、文化旅游体育与传媒支出", ""), ("208", "八、社会保障和就业支出", "150.00"),
        ("210", "九、卫生健康支出", "22.00"), ("211", "十、节能环保支出", ""),
    )  # fmt: skip
    return [
        "- :: 栏次| |1|栏次| |2",
        *(
            f"{f'source:{source}' if source else '-'};func:{code} :: {left}|{row}|{gained}|{right}|{row + 31}|{spent}"
            for row, ((source, left, gained), (code, right, spent)) in enumerate(zip(sources, uses, strict=True), 1)
        ),
        "source:year_total;use:year_total :: 本年收入合计|27|937.00|本年支出合计|58|902.00",
        "source:surplus_used;use:surplus_distribution :: 使用非财政拨款结余（含专用结余）|28|1.00|结余分配|59|2.00",
        "source:carryover_in;use:carryover_out :: 年初结转和结余|29|50.00|年末结转和结余|60|84.00",
        "source:total;use:total :: 总计|30|988.00|总计|61|988.00",
    ]


# fmt: off
def central_final(form: Former) -> list[Any]:
    return [
        form("summary", "收入支出决算总表", ["收入{1,3}|支出{1,3}", "项目|行次|金额|项目|行次|金额"], "- - 0;total - - 1;total", numbered_lines(), caption=opened(1), stage="final"),
        form(
            "income",
            "收入决算表",
            ["项目{1,2}|本年收入合计{2,1}|财政拨款收入{2,1}|上级补助收入{2,1}|事业收入{1,2}|经营收入{2,1}|附属单位上缴收入{2,1}|其他收入{2,1}", "科目代码|科目名称|小计|其中：教育收费"],
            "- - total fiscal superior institutional special_account.education operating affiliated other",
            [numbers(8), *lines(FUNCTIONAL, [[1, 2, 3, 5, 6, 7], None, None, None, None, None, None, None], "f2", joined)],
            caption=opened(2),
            stage="final",
        ),
        form(
            "expenditure",
            "支出决算表",
            ["项目{1,2}|本年支出合计{2,1}|基本支出{2,1}|项目支出{2,1}|上缴上级支出{2,1}|经营支出{2,1}|对附属单位补助支出{2,1}", "科目代码|科目名称"],
            "- - total basic project superior operating affiliated",
            [numbers(6), *lines(FUNCTIONAL, [[1, 2, 3, 4, 5], None, None, None, None, None], "f3", joined)],
            caption=opened(3),
            stage="final",
        ),
        form(
            "appropriation",
            "财政拨款收入支出决算总表",
            ["收入{1,3}|支出{1,6}", "项目|行次|金额|项目|行次|小计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款"],
            "- - 0;total - - 1;total 1;general_public 1;government_fund 1;state_capital",
            [
                "- :: 栏次| |1|栏次| |2|3|4|5",
                "source:general_public;func:201 :: 一、一般公共预算财政拨款|1|900.00|一、一般公共服务支出|33|700.00|700.00||",
                "source:government_fund;func:202 :: 二、政府性基金预算财政拨款|2|12.00|二、外交支出|34||||",
                "source:state_capital;func:212 :: 三、国有资本经营预算财政拨款|3||十一、城乡社区支出|43|12.00||12.00|",
                "source:year_total;use:year_total :: 本年收入合计|27|912.00|本年支出合计|59|712.00|700.00|12.00|",
                "source:carryover_in;use:carryover_out :: 年初财政拨款结转和结余|28|50.00|年末财政拨款结转和结余|60|250.00|250.00||",
                "source:carryover_in.general_public;- :: 一般公共预算财政拨款|29|50.00||61||||",
                "source:carryover_in.government_fund;- :: 政府性基金预算财政拨款|30|||62||||",
                "source:carryover_in.state_capital;- :: 国有资本经营预算财政拨款|31|||63||||",
                "source:total;use:total :: 总计|32|962.00|总计|64|962.00|950.00|12.00|",
            ],
            caption=opened(4),
            stage="final",
        ),
        form("general_public", "一般公共预算财政拨款支出决算表", ["项目{1,2}|本年支出{1,3}", "科目代码|科目名称|小计|基本支出|项目支出"], "- - total basic project", [numbers(3), *lines(FUNCTIONAL, [[1, 2], None, None], "f5", joined)], caption=opened(5), stage="final"),
        form(
            "general_public_basic",
            "一般公共预算财政拨款基本支出决算明细表",
            ["人员经费{1,3}|公用经费{1,6}", "科目代码|科目名称|决算数|科目代码|科目名称|决算数|科目代码|科目名称|决算数"],
            "- - 0;total - - 1;total - - 2;total",
            [
                "econ:301;econ:302;econ:307 :: 301|工资福利支出|500.00|302|商品和服务支出|90.00|307|债务利息及费用支出|",
                "econ:30101;econ:30201;econ:30701 :: 30101|　基本工资|300.00|30201|　办公费|50.00|30701|　国内债务付息|",
                "econ:30102;econ:30202;econ:310 :: 30102|　津贴补贴|150.00|30202|　印刷费|40.00|310|资本性支出|9.00",
                "econ:30103;econ:30203;econ:31002 :: 30103|　奖金|50.00|30203|　咨询费||31002|　办公设备购置|9.00",
                "econ:303;-;- :: 303|对个人和家庭的补助|60.00||||||",
                "econ:30302;-;- :: 30302|　退休费|60.00||||||",
            ],
            caption=opened(6),
            stage="final",
        ),
        form(
            "three_public",
            "财政拨款“三公”经费支出决算表",
            ["预算数{1,6}|决算数{1,6}", "合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}|合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}", "小计|公务用车购置费|公务用车运行维护费|小计|公务用车购置费|公务用车运行维护费"],
            " ".join(f"public:{i}=total@2024:{ph}" for ph in ("adjusted", "executed") for i in PUBLIC),
            ["x :: 1|2|3|4|5|6|7|8|9|10|11|12".replace("x ::", "- ::"), "x :: 20.10|1.10|16.00|6.00|10.00|3.00|19.20|0.20|16.50|6.00|10.50|2.50"],
            caption=opened(7),
            stage="final",
        ),
        form(
            "government_fund",
            "政府性基金预算财政拨款收入支出决算表",
            ["项目{1,2}|年初结转和结余{2,1}|本年收入{2,1}|本年支出{1,3}|年末结转和结余{2,1}", "科目代码|科目名称|小计|基本支出|项目支出"],
            "- - carryover_in income total basic project carryover_out",
            [numbers(6), *lines(FUND, [None, None, [3, 4], None, None, None], "f8", joined)],
            caption=opened(8),
            stage="final",
        ),
        form(
            "state_capital",
            "国有资本经营预算财政拨款支出决算表",
            ["项目{1,2}|本年支出{1,3}", "科目代码|科目名称|合计|基本支出|项目支出"],
            "- - total basic project",
            [numbers(3), "total ::  | 合计 | 4.00 | 1.00 | 3.00", "func:223 :: 223|国有资本经营预算支出|4.00|1.00|3.00", "func:22301 :: 22301|解决历史遗留问题及改革成本支出|4.00|1.00|3.00", "func:2230105 :: 2230105|国有企业退休人员社会化管理补助支出|4.00|1.00|3.00"],
            caption=opened(9),
            stage="final",
        ),
    ]


def final_18(form: Former) -> list[Any]:
    return [
        form("general_public", "一般公共预算财政拨款收入支出决算表", EIGHTEEN, MEASURES, [NUMBERED, *lines(FUNCTIONAL, SUMS, "g18", split)], caption=("公开05表", "部门：岚桥县档案馆", "金额单位：万元"), stage="final"),
        form("government_fund", "政府性基金预算财政拨款收入支出决算表", EIGHTEEN, MEASURES, [NUMBERED, *lines(FUND, SUMS, "g18b", split)], caption=("公开08表", "部门：岚桥县档案馆", "金额单位：万元"), stage="final"),
    ]


def shaanxi_final(form: Former) -> list[Any]:
    return [
        form(
            "three_public",
            "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
            ["项目{3,1}|一般公共预算财政拨款安排的“三公”经费{1,6}|会议费{3,1}|培训费{3,1}", "小计{2,1}|因公出国（境）费用{2,1}|公务接待费{2,1}|公务用车购置及运行维护费{1,3}", "小计|公务用车购置费|公务用车运行维护费"],
            "- " + " ".join(f"public:{i}=total@2024:executed" for i in ("total", "abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "meeting", "training")),
            ["- :: 栏次|1|2|3|4|5|6|7|8", "x :: 决算数|19.20|0.20|2.50|16.50|6.00|10.50|1.50|0.75"],
            caption=("公开07表", "编制部门：岚桥县档案馆", "金额单位：万元"),
            stage="final",
        )
    ]


def shaanxi_final2(form: Former) -> list[Any]:
    return [
        form(
            "three_public",
            "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
            ["项目{3,1}|一般公共预算财政拨款安排的“三公”经费{1,6}|会议费{3,1}|培训费{3,1}", "小计{2,1}|因公出国（境）费用{2,1}|公务接待费{2,1}|公务用车购置及运行维护费{1,3}", "小计|公务用车购置费|公务用车运行维护费"],
            "- " + " ".join(f"public:{i}=total" for i in ("total", "abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "meeting", "training")),
            ["x@2024:adjusted :: 预算数|20.20|1.20|2.60|16.40|6.10|10.30|1.60|0.80", "x :: 决算数|19.20|0.20|2.50|16.50|6.00|10.50|1.50|0.75", "- :: 决算数较预算数增减额|-1.00|-1.00|-0.10|0.10|-0.10|0.20|-0.10|-0.05", "- :: 增减率（%）|-4.95|-83.33|-3.85|0.61|-1.64|1.94|-6.25|-6.25"],
            caption=("公开07表", "编制部门：岚桥县档案馆", "金额单位：万元"),
            stage="final",
        )
    ]


def operation(form: Former) -> list[Any]:
    return [
        form("three_public", "机构运行信息决算表", ["项目|行次|统计数|项目|行次|统计数"], "- x 0;total - x 1;total", [
            "-;- :: 栏次| |1|栏次| |2",
            "-;public:agency_operation :: 一、“三公”经费支出|1|—|二、机关运行经费|19|96.32",
            "public:total;line:行政单位 :: （一）支出合计|2|8.95|（一）行政单位|20|96.32",
            "public:abroad;- :: 1．因公出国（境）费|3|1.86|（二）参照公务员法管理事业单位|21|",
            "public:vehicle;- :: 2．公务用车购置及运行维护费|4|5.74|三、国有资产占用情况|22|—",
            "public:vehicle_purchase;- :: （1）公务用车购置费|5||（一）车辆数合计（辆）|23|3",
            "public:vehicle_operation;- :: （2）公务用车运行维护费|6|5.74|1．副部（省）级及以上领导用车|24|",
            "public:reception;- :: 3．公务接待费|7|1.35|2．主要领导干部用车|25|",
            "line:国内接待费;- :: （1）国内接待费|8|1.15|3．机要通信用车|26|1",
            "line:国（境）外接待费;- :: （2）国（境）外接待费|10|0.20|4．应急保障用车|27|2",
            "-;- :: （二）相关统计数|11|—|四、政府采购支出信息|29|—",
            "-;public:procurement :: 1．因公出国（境）团组数（个）|12|1|（一）政府采购支出合计|30|166.48",
            "-;line:政府采购货物 :: 2．公务用车保有量（辆）|15|3|1．政府采购货物支出|31|20.48",
            "-;line:政府采购服务 :: 3．国内公务接待批次（个）|16|18|2．政府采购服务支出|33|146.00",
        ], caption=opened(10), stage="final"),
        form("three_public", "“三公”经费、行政参公单位机关运行经费情况表", ["项目|行次|年初预算数|全年预算数|决算统计数"], "- x total@2024:approved total@2024:adjusted total@2024:executed", [
            "- :: 栏次| |1|2|3",
            "- :: 一、“三公”经费支出|1|—|—|—",
            "public:total :: （一）支出合计|2|12.00|11.20|8.95",
            "public:abroad :: 1．因公出国（境）费|3|2.10|2.00|1.86",
            "public:vehicle :: 2．公务用车购置及运行维护费|4|6.60|6.00|5.74",
            "public:vehicle_purchase :: （1）公务用车购置费|5|0.50||",
            "public:vehicle_operation :: （2）公务用车运行维护费|6|6.10|6.00|5.74",
            "public:reception :: 3．公务接待费|7|3.30|3.20|1.35",
            "- :: （二）相关统计数|11|—|—|—",
            "- :: 1．公务用车保有量（辆）|15|—|—|3",
            "public:agency_operation :: 二、机关运行经费|23|—|—|96.32",
        ], caption=opened(11), stage="final"),
    ]


def three_phases(form: Former) -> list[Any]:
    return [
        form("summary", "收入支出决算总表", ["收入{1,5}|支出{1,5}", "项目|行次|年初预算数|全年预算数|决算数|项目|行次|年初预算数|全年预算数|决算数"], "- x 0;total@2024:approved 0;total@2024:adjusted 0;total - x 1;total@2024:approved 1;total@2024:adjusted 1;total", [
            "- :: 栏次| |1|2|3|栏次| |4|5|6",
            "source:general_public;func:201 :: 一、一般公共预算财政拨款收入|1|890.00|905.00|900.00|一、一般公共服务支出|31|690.00|705.00|700.00",
            "source:government_fund;func:205 :: 二、政府性基金预算财政拨款收入|2|10.00|12.50|12.00|五、教育支出|35|28.00|31.00|30.00",
            "source:institutional;func:208 :: 五、事业收入|5|3.00|4.50|4.00|八、社会保障和就业支出|38|149.00|152.00|150.00",
            "source:year_total;use:year_total :: 本年收入合计|23|903.00|922.00|916.00|本年支出合计|54|867.00|888.00|880.00",
            "source:carryover_in;use:carryover_out :: 年初结转和结余|25|11.00|12.00|13.00|年末结转和结余|56|47.00|46.00|49.00",
            "source:total;use:total :: 总计|26|914.00|934.00|929.00|总计|57|914.00|934.00|929.00",
        ], caption=opened(1), stage="final"),
        form("general_public", "一般公共预算财政拨款支出决算表", ["项目{1,2}|年初预算数{1,3}|决算数{1,3}", "科目编码|科目名称|合计|基本支出|项目支出|合计|基本支出|项目支出"], "- - total@2024:approved basic@2024:approved project@2024:approved total basic project", lines(FUNCTIONAL, [[1, 2], None, None, [4, 5], None, None], "ph5", joined), caption=opened(5), stage="final"),
    ]

# fmt: on
FINALS = {
    "central_final": central_final,
    "final_18": final_18,
    "shaanxi_final": shaanxi_final,
    "shaanxi_final2": shaanxi_final2,
    "operation": operation,
    "three_phases": three_phases,
}
