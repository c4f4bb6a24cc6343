"""Budget forms as provinces print them whose documents the corpus does not follow; every name and figure is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.layouts.notation import (
    BODY,
    ECONOMIC,
    FUNCTIONAL,
    FUND,
    NAMES,
    PUBLIC,
    indented,
    joined,
    lines,
    split,
    split_in_two,
)

Former = Callable[..., Any]
UNIT_CODE = "318001"


def beside_unit(code: str) -> list[str]:
    """四川: 类, 款, 项, the code of the unit beside lines of the lowest level, the name."""
    return [code[:3], code[3:5], code[5:7], UNIT_CODE if len(code) == 7 else "", NAMES[code]]


def beside_unit_in_two(code: str) -> list[str]:
    return [code[:3], code[3:5], UNIT_CODE if len(code) == 5 else "", NAMES[code]]


def under_unit(code: str) -> list[str]:
    """河南: the same, the names indented by level."""
    *before, name = beside_unit(code)
    return [*before, "　" * ((len(code) - 3) // 2) + name]


def with_unit(body: list[str]) -> list[str]:
    """The lines with the unit's own sum below the total."""
    unit = body[0].replace("total ::", f"unit:{BODY} ::").replace("|  | 合计", f"| {UNIT_CODE} | {BODY}")
    return [body[0], unit, *body[1:]]


def of_unit(name: str, body: list[str]) -> list[str]:
    """The lines as those of a unit whose row stands in the place of the total."""
    return [
        f"unit:{name}{'' if line.startswith('total') else '/' + line.partition(' :: ')[0]} :: "
        + line.partition(" :: ")[2].replace("|  | 合计", f"| {UNIT_CODE} | {name}")
        for line in body
    ]


def bare(code: str) -> list[str]:
    """The name alone."""
    return ["　" * ((len(code) - 3) // 2) + NAMES[code]]


def in_order(body: list[str]) -> list[str]:
    """The lines with their number in a column before them."""
    return [line.replace(" :: ", f" :: {number} | ", 1) for number, line in enumerate(body, 1)]


# fmt: off
def sichuan(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "部门收支总表",
            ["收 入{1,2}|支 出{1,2}", "项 目|2024年预算数|项 目|2024年预算数"],
            "- 0;total - 1;total",
            [
                "source:general_public;func:201 :: 一、一般公共预算拨款收入|900.00|一、一般公共服务支出|700.00",
                "source:government_fund;func:202 :: 二、政府性基金预算拨款收入||二、外交支出|",
                "source:state_capital;func:205 :: 三、国有资本经营预算拨款收入||三、教育支出|30.00",
                "source:institutional;func:208 :: 四、事业收入|10.00|四、社会保障和就业支出|150.00",
                "source:operating;func:210 :: 五、事业单位经营收入||五、卫生健康支出|20.00",
                "source:other;func:221 :: 六、其他收入|5.00|六、住房保障支出|25.00",
                "source:year_total;use:year_total :: 本 年 收 入 合 计|915.00|本 年 支 出 合 计|925.00",
                "source:surplus_used;line:事业单位结余分配 :: 七、用事业基金弥补收支差额|3.00|七、事业单位结余分配|",
                "source:carryover_in;use:carryover_out :: 八、上年结转|7.00|八、结转下年|",
                "source:total;use:total :: 收 入 总 计|925.00|支 出 总 计|925.00",
            ],
            caption=("表1", f"部门：{BODY}", "单位：万元"),
        ),
        form(
            "income",
            "部门收入总表",
            ["项    目{1,5}|合计{3,1}|上年结转{3,1}|一般公共预算拨款收入{3,1}|政府性基金预算拨款收入{3,1}|事业收入{3,1}|事业单位经营收入{3,1}|其他收入{3,1}", "科目编码{1,3}|单位代码{2,1}|单位名称（科目）{2,1}", "类|款|项"],
            "- - - - - total carryover_in general_public government_fund institutional operating other",
            with_unit(lines(FUNCTIONAL, [[1, 2, 3, 4, 5, 6], *[None] * 6], "sc1", beside_unit)),
            caption=("表1-1", f"部门：{BODY}", "单位：万元"),
        ),
        form(
            "general_public", "一般公共预算支出预算表", ["项    目{1,5}|合计{3,1}|基本支出{3,1}|项目支出{3,1}", "科目编码{1,3}|单位代码{2,1}|单位名称（科目）{2,1}", "类|款|项"], "- - - - - total basic project", lines(FUNCTIONAL, [[1, 2], None, None], "sc3", beside_unit), caption=("表3", f"部门：{BODY}", "单位：万元")
        ),
        form(
            "general_public_basic",
            "一般公共预算基本支出预算表",
            ["项    目{1,4}|基本支出{1,3}", "科目编码{1,2}|单位代码{2,1}|单位名称（科目）{2,1}|合计{2,1}|人员经费{2,1}|公用经费{2,1}", "类|款"],
            "- - - - total personnel public",
            lines(ECONOMIC, [[1, 2], None, None], "sc31", beside_unit_in_two),
            caption=("表3-1", f"部门：{BODY}", "单位：万元"),
        ),
        form(
            "three_public",
            "一般公共预算“三公”经费支出预算表",
            ["单位编码{3,1}|单位名称（科目）{3,1}|当年财政拨款预算安排{1,6}", "合计{2,1}|因公出国（境）费用{2,1}|公务用车购置及运行费{1,3}|公务接待费{2,1}", "小计|公务用车购置费|公务用车运行费"],
            "- - public:total=total public:abroad=total public:vehicle=total public:vehicle_purchase=total public:vehicle_operation=total public:reception=total",
            ["x :: |合计|21.00|2.00|16.00|6.00|10.00|3.00", f"unit:{BODY} :: 318001|{BODY}|21.00|2.00|16.00|6.00|10.00|3.00"],
            caption=("表3-3", f"部门：{BODY}", "单位：万元"),
        ),
    ]


def national(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "收支总表",
            ["收  入{1,2}|支  出{1,2}", "项  目|预算数|项  目|预算数"],
            "- 0;total - 1;total",
            [
                "source:general_public;func:201 :: 一、一般公共预算拨款收入|900.00|一、一般公共服务支出|700.00",
                "source:government_fund;func:205 :: 二、政府性基金预算拨款收入|1.00|二、教育支出|31.00",
                "source:state_capital;func:208 :: 三、国有资本经营预算拨款收入||三、社会保障和就业支出|150.00",
                "source:special_account;func:210 :: 四、财政专户管理资金收入|2.00|四、卫生健康支出|20.00",
                "source:institutional;func:221 :: 五、事业收入|10.00|五、住房保障支出|25.00",
                "source:superior;- :: 六、上级补助收入|1.50||",
                "source:affiliated;- :: 七、附属单位上缴收入|2.50||",
                "source:operating;- :: 八、事业单位经营收入|3.50||",
                "source:other;- :: 九、其他收入|5.50||",
                "source:year_total;use:year_total :: 本年收入合计|926.00|本年支出合计|926.00",
                "source:carryover_in;use:carryover_out :: 上年结转结余|7.00|年终结转结余|7.00",
                "source:total;use:total :: 收  入  总  计|933.00|支  出  总  计|933.00",
            ],
            caption=("部门公开表1", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "income",
            "收入总表",
            [
                "部门（单位）代码{3,1}|部门（单位）名称{3,1}|合计{3,1}|本年收入{1,11}|上年结转结余{1,6}",
                "小计{2,1}|一般公共预算{2,1}|政府性基金预算{2,1}|国有资本经营预算{2,1}|财政专户管理资金{2,1}|单位资金{1,6}|小计{2,1}|一般公共预算{2,1}|政府性基金预算{2,1}|国有资本经营预算{2,1}|财政专户管理资金{2,1}|单位资金{2,1}",
                "小计|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入",
            ],
            "- - total income general_public government_fund state_capital special_account unit_funds institutional operating superior affiliated other carryover_in carryover_in.general_public carryover_in.government_fund carryover_in.state_capital carryover_in.special_account carryover_in.unit_funds",
            [
                "total :: |合计|1071.00|900.00|800.00|40.00|5.00|6.00|49.00|20.00|15.00|3.00|1.00|10.00|171.00|100.00|30.00|20.00|12.00|9.00",
                "unit:岚桥县档案馆 :: 318|岚桥县档案馆|1071.00|900.00|800.00|40.00|5.00|6.00|49.00|20.00|15.00|3.00|1.00|10.00|171.00|100.00|30.00|20.00|12.00|9.00",
                "unit:岚桥县档案馆本级 :: 318001|　岚桥县档案馆本级|1000.00|849.00|760.00|35.00|4.00|5.00|45.00|18.00|14.00|2.50|0.50|10.00|151.00|90.00|27.00|17.00|11.00|6.00",
                "unit:岚桥县数字档案中心 :: 318002|　岚桥县数字档案中心|71.00|51.00|40.00|5.00|1.00|1.00|4.00|2.00|1.00|0.50|0.50||20.00|10.00|3.00|3.00|1.00|3.00",
            ],
            caption=("部门公开表2", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "expenditure",
            "支出总表",
            ["科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出"],
            "- - total basic project superior operating affiliated",
            lines(FUNCTIONAL, [[1, 2, 3, 4, 5], None, None, None, None, None], "n3", indented),
            caption=("部门公开表3", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "appropriation",
            "财政拨款收支总表",
            ["收  入{1,2}|支  出{1,5}", "项  目|预算数|项  目|合计|一般公共预算|政府性基金预算|国有资本经营预算"],
            "- 0;total - 1;total 1;general_public 1;government_fund 1;state_capital",
            [
                "source:year_total;use:year_total :: 一、本年收入|901.00|一、本年支出|905.00|900.00|5.00|",
                "source:general_public;func:201 :: （一）一般公共预算拨款|900.00|（一）一般公共服务支出|700.00|700.00||",
                "source:government_fund;func:205 :: （二）政府性基金预算拨款|1.00|（二）教育支出|30.00|30.00||",
                "source:state_capital;func:208 :: （三）国有资本经营预算拨款||（三）社会保障和就业支出|150.00|150.00||",
                "source:carryover_in;func:212 :: 二、上年结转|4.00|（四）城乡社区支出|5.00||5.00|",
                "source:carryover_in.general_public;func:221 :: （一）一般公共预算拨款||（五）住房保障支出|20.00|20.00||",
                "source:carryover_in.government_fund;use:carryover_out :: （二）政府性基金预算拨款|4.00|二、年终结转结余||||",
                "source:carryover_in.state_capital;- :: （三）国有资本经营预算拨款||||||",
                "source:total;use:total :: 收  入  总  计|905.00|支  出  总  计|905.00|900.00|5.00|",
            ],
            caption=("部门公开表4", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "general_public",
            "一般公共预算支出表",
            ["支出功能分类科目{1,2}|合计{2,1}|基本支出{1,3}|项目支出{2,1}", "科目编码|科目名称|小计|人员经费|公用经费"],
            "- - total basic personnel public project",
            lines(FUNCTIONAL, [[1, 4], [2, 3], None, None, None], "n5", indented),
            caption=("部门公开表5", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form("general_public_basic", "一般公共预算基本支出表", ["部门预算支出经济分类科目{1,2}|本年一般公共预算基本支出{1,3}", "科目编码|科目名称|合计|人员经费|公用经费"], "- - total personnel public", lines(ECONOMIC, [[1, 2], None, None], "n6", indented), caption=("部门公开表6", "部门：岚桥县档案馆", "单位：万元")),
        form(
            "three_public",
            "一般公共预算“三公”经费支出表",
            ["2023年预算数{1,6}|2024年预算数{1,6}", "合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行费{1,3}|公务接待费{2,1}|合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行费{1,3}|公务接待费{2,1}", "小计|公务用车购置费|公务用车运行费|小计|公务用车购置费|公务用车运行费"],
            " ".join(f"public:{i}=total@{y}" for y in (2023, 2024) for i in PUBLIC),
            ["x :: 20.10|1.10|16.00|6.00|10.00|3.00|21.20|1.20|17.00|6.50|10.50|3.00"],
            caption=("部门公开表7", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form("government_fund", "政府性基金预算支出表", ["科目编码{2,1}|科目名称{2,1}|本年政府性基金预算支出{1,3}", "合计|基本支出|项目支出"], "- - total basic project", lines(FUND, [[1, 2], None, None], "n8", indented), caption=("部门公开表8", "部门：岚桥县档案馆", "单位：万元")),
        form(
            "other",
            "项目支出表",
            ["类型{2,1}|项目名称{2,1}|项目单位{2,1}|合计{2,1}|本年拨款{1,3}|财政拨款结转结余{1,3}|财政专户管理资金{2,1}|单位资金{2,1}", "一般公共预算|政府性基金预算|国有资本经营预算|一般公共预算|政府性基金预算|国有资本经营预算"],
            "- - - total general_public government_fund state_capital carryover_in.general_public carryover_in.government_fund carryover_in.state_capital special_account unit_funds",
            ["project:档案数字化 :: 特定目标类|档案数字化|岚桥县档案馆本级|66.00|30.00|5.00|1.00|12.00|8.00|4.00|2.50|3.50", "project:库房修缮 :: 其他运转类|库房修缮|岚桥县数字档案中心|33.50|13.50|2.00|3.00|4.25|4.75|1.00|1.75|3.25"],
            caption=("部门公开表10", "部门：岚桥县档案馆", "单位：万元"),
        ),
    ]


def central_budget(form: Former) -> list[Any]:
    return [
        form(
            "income",
            "部门收入总表",
            ["科目{1,2}|合计{2,1}|上年结转{2,1}|一般公共预算拨款收入{2,1}|政府性基金预算拨款收入{2,1}|国有资本经营预算拨款收入{2,1}|事业收入{1,2}|事业单位经营收入{2,1}|上级补助收入{2,1}|附属单位上缴收入{2,1}|其他收入{2,1}", "科目编码|科目名称|金额|其中：教育收费"],
            "- - total carryover_in general_public government_fund state_capital institutional special_account.education operating superior affiliated other",
            lines(FUNCTIONAL, [[1, 2, 3, 4, 5, 7, 8, 9, 10], *[None] * 10], "zy2", indented, total_last=True),
            caption=("部门公开表2", "单位：万元"),
        ),
        form(
            "general_public",
            "一般公共预算支出表",
            ["功能分类科目{1,2}|2023年执行数{2,1}|2024年预算数{1,3}|2024年预算数比2023年执行数{1,2}", "科目编码|科目名称|小计|基本支出|项目支出|增减额|增减%"],
            "- - total@2023:executed total basic project x x",
            [f"{line} | 1.11 | 2.22" for line in lines(FUNCTIONAL, [None, [2, 3], None, None], "zy5", indented, total_last=True)],
            caption=("部门公开表5", "单位：万元"),
        ),
        form("general_public_basic", "一般公共预算基本支出表", ["支出经济分类科目{1,2}|2024年基本支出{1,3}", "科目编码|科目名称|合计|人员经费|公用经费"], "- - total personnel public", lines(ECONOMIC, [[1, 2], None, None], "zy6", indented, total_last=True), caption=("部门公开表6", "单位：万元")),
        form("government_fund", "政府性基金预算支出表", ["科目编码{2,1}|科目名称{2,1}|2024年政府性基金预算支出{1,3}", "合计|基本支出|项目支出"], "- - total basic project", lines(FUND, [[1, 2], None, None], "n8", indented, total_last=True), caption=("部门公开表7", "单位：万元")),
        form(
            "three_public",
            "一般公共预算“三公”经费支出表",
            ["2023年预算数{1,6}|2024年预算数{1,6}", "合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}|合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行维护费{1,3}|公务接待费{2,1}", "小计|公务用车购置费|公务用车运行维护费|小计|公务用车购置费|公务用车运行维护费"],
            " ".join(f"public:{i}=total@{y}" for y in (2023, 2024) for i in PUBLIC),
            ["x :: 20.10|1.10|16.00|6.00|10.00|3.00|21.20|1.20|17.00|6.50|10.50|3.00"],
            caption=("部门公开表8", "单位：万元"),
        ),
    ]


def henan(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "2024年部门收支总体情况表",
            ["收        入{1,2}|支              出{1,7}", "项  目{2,1}|金  额{2,1}|项  目{2,1}|合计{2,1}|一般公共预算{1,2}|政府性基金预算{2,1}|国有资本经营预算{2,1}|财政专户管理资金{2,1}", "小计|其中：财政拨款"],
            "- 0;total - 1;total 1;general_public 1;fiscal 1;government_fund 1;state_capital 1;special_account",
            [
                "source:general_public;use:basic :: 一、一般公共预算|900.00|一、基本支出|600.00|590.00|580.00|||",
                "line:财政拨款;line:人员类项目 :: 其中：财政拨款|880.00|1、人员类项目|500.00|495.00|490.00|||5.00",
                "source:government_fund;line:公用经费项目 :: 二、政府性基金预算|30.00|2、公用经费项目|100.00|95.00|90.00|||5.00",
                "source:state_capital;use:project :: 三、国有资本经营预算||二、项目支出|333.00|303.00|300.00|30.00||",
                "source:special_account;line:其他运转类项目 :: 四、财政专户管理资金|3.00|1、其他运转类项目|33.00|33.00|33.00|||",
                "source:institutional;line:特定目标类项目 :: 五、事业收入||2、特定目标类项目|300.00|270.00|267.00|30.00||",
                "source:year_total;use:year_total :: 本年收入小计|933.00|本年支出小计|933.00|893.00|880.00|30.00||10.00",
                "source:total;use:total :: 收  入  总  计|933.00|支  出  总  计|933.00|893.00|880.00|30.00||10.00",
            ],
            caption=("预算01表", "部门名称：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "income",
            "2024年部门收入总体情况表",
            ["科目编码{1,3}|单位代码{2,1}|单位（科目名称）{2,1}|总计{2,1}|一般公共预算{2,1}|政府性基金预算{2,1}|国有资本经营预算{2,1}|财政专户管理资金{2,1}|事业收入{2,1}|上级补助收入{2,1}|附属单位上缴收入{2,1}|事业单位经营收入{2,1}|其他收入{2,1}|上年结转结余{2,1}", "类|款|项"],
            "- - - - - total general_public government_fund state_capital special_account institutional superior affiliated operating other carryover_in",
            with_unit(lines(FUNCTIONAL, [list(range(1, 11)), *[None] * 10], "hn2", under_unit)),
            caption=("预算02表", "部门名称：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "expenditure",
            "2024年部门支出总体情况表",
            ["科目编码{1,3}|单位代码{2,1}|单位（功能科目名称）{2,1}|合计{2,1}|基本支出{1,5}|项目支出{1,3}", "类|款|项|小计|工资福利支出|商品和服务支出|对个人和家庭的补助|资本性支出|小计|其他运转类|特定目标类"],
            "- - - - - total basic /301=basic /302=basic /303=basic /310=basic project project.其他运转类 project.特定目标类",
            with_unit(lines(FUNCTIONAL, [[1, 6], [2, 3, 4, 5], None, None, None, None, [7, 8], None, None], "hn3", under_unit)),
            caption=("预算03表", "部门名称：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "general_public_basic",
            "2024年一般公共预算基本支出表",
            ["部门预算经济分类{1,3}|政府预算经济分类{1,3}|一般公共预算基本支出{1,3}", "科目编码{1,2}|科目名称{2,1}|科目编码{1,2}|科目名称{2,1}|小计{2,1}|人员经费{2,1}|公用经费{2,1}", "类|款|类|款"],
            "- - - - - - total personnel public",
            [
                "total ::  | |合计| | | |600.00|500.00|100.00",
                "econ:301 :: 301| |工资福利支出| | | |480.00|480.00|",
                "econ:30101 :: 301|01|　基本工资|501|01|工资奖金津补贴|300.00|300.00|",
                "econ:30102 :: 301|02|　津贴补贴|501|01|工资奖金津补贴|180.00|180.00|",
                "econ:302 :: 302| |商品和服务支出| | | |100.00||100.00",
                "econ:30201 :: 302|01|　办公费|502|01|办公经费|60.00||60.00",
                "econ:30217 :: 302|17|　公务接待费|502|06|公务接待费|40.00||40.00",
                "econ:303 :: 303| |对个人和家庭的补助| | | |20.00|20.00|",
                "econ:30302 :: 303|02|　退休费|509|05|离退休费|20.00|20.00|",
            ],
            caption=("预算06表", "部门名称：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "three_public",
            "2024年一般公共预算“三公”经费支出情况表",
            ["项  目|2024年“三公”经费预算数"],
            "- total",
            ["public:total :: 共计|21.20", "public:abroad :: 1、因公出国（境）费用|1.20", "public:reception :: 2、公务接待费|3.00", "public:vehicle :: 3、公务用车费|17.00", "public:vehicle_operation :: 其中：（1）公务用车运行维护费|10.50", "public:vehicle_purchase :: （2）公务用车购置|6.50"],
            caption=("预算07表", "部门名称：岚桥县档案馆", "单位：万元"),
        ),
    ]


def jiangxi(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "收支预算总表",
            ["收入{1,2}|支出{1,2}", "项目|预算数|项目（按支出功能科目类级）|预算数"],
            "- 0;total - 1;total",
            [
                "source:fiscal;func:201 :: 一、财政拨款|915.00|一般公共服务支出|700.00",
                "source:general_public;func:205 :: （一）一般公共预算拨款收入|900.00|教育支出|31.00",
                "source:government_fund;func:208 :: （二）政府性基金预算拨款收入|15.00|社会保障和就业支出|150.00",
                "source:state_capital;func:210 :: （三）国有资本经营预算拨款收入||卫生健康支出|20.00",
                "line:教育收费资金收入;func:221 :: 二、教育收费资金收入|2.00|住房保障支出|25.00",
                "source:institutional;- :: 三、事业收入|3.00||",
                "source:operating;- :: 四、事业单位经营收入|4.00||",
                "source:affiliated;- :: 五、附属单位上缴收入|5.00||",
                "source:superior;- :: 六、上级补助收入|6.00||",
                "source:other;- :: 七、其他收入|7.00||",
                "source:year_total;use:year_total :: 本年收入合计|942.00|本年支出合计|926.00",
                "source:surplus_used;- :: 八、使用非财政拨款结余|1.00||",
                "source:carryover_in;use:carryover_out :: 九、上年结转（结余）|3.00|年末结转结余|20.00",
                "source:total;use:total :: 收入总计|946.00|支出总计|946.00",
            ],
            caption=("部门公开表1", "填报单位:[318]岚桥县档案馆", "单位：万元"),
        ),
        form(
            "income",
            "部门收入总表",
            ["科目{1,2}|合计{2,1}|财政拨款{1,4}|教育收费资金收入{2,1}|事业收入{2,1}|事业单位经营收入{2,1}|附属单位上缴收入{2,1}|上级补助收入{2,1}|其他收入{2,1}|上年结转{2,1}|使用非财政拨款结余{2,1}", "科目编码|科目名称|小计|一般公共预算拨款收入|政府性基金预算拨款收入|国有资本经营预算收入"],
            "- - total fiscal general_public government_fund state_capital special_account.education institutional operating affiliated superior other carryover_in surplus_used",
            lines(FUNCTIONAL, [[1, 5, 6, 7, 8, 9, 10, 11, 12], [2, 3, 4], *[None] * 11], "jx2", indented),
            caption=("部门公开表2", "填报单位:[318]岚桥县档案馆", "单位：万元"),
        ),
        form("general_public_basic", "一般公共预算基本支出表", ["支出经济分类科目{1,2}|2024年基本支出{1,3}", "科目编码|科目名称|合计|人员经费|公用经费"], "- - total personnel public", lines(ECONOMIC, [[1, 2], None, None], "jx6", indented), caption=("部门公开表6", "填报单位:[318]岚桥县档案馆", "单位：万元")),
        form(
            "three_public",
            "财政拨款“三公”经费支出表",
            ["单位编码{2,1}|单位名称{2,1}|合计{2,1}|因公出国(境)费{1,1}|公务接待费{2,1}|公务用车购置及运行维护费{1,3}", "因公出国(境)费|小计|公务用车运行维护费|公务用车购置"],
            "- - public:total=total public:abroad=total public:reception=total public:vehicle=total public:vehicle_operation=total public:vehicle_purchase=total",
            ["x :: 318|岚桥县档案馆|21.20|1.20|3.00|17.00|10.50|6.50"],
            caption=("部门公开表7", "填报单位:[318]岚桥县档案馆", "单位：万元"),
        ),
    ]


def shanxi(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "岚桥县档案馆2024年部门收支总表",
            ["收入{1,4}|支出{1,4}", "项目|2023年|2024年|2024年比2023年增减%|项目|2023年|2024年|2024年比2023年增减%"],
            "- 0;total@2023 0;total x - 1;total@2023 1;total x",
            [
                "source:general_public;func:201 :: 一、一般公共预算|850.00|900.00|5.88|一、一般公共服务支出|650.00|700.00|7.69",
                "source:government_fund;func:205 :: 二、政府性基金||10.00||二、教育支出|30.00|35.00|16.67",
                "source:state_capital;func:208 :: 三、国有资本经营预算||||三、社会保障和就业支出|150.00|160.00|6.67",
                "source:special_account;func:221 :: 四、财政专户管理资金||||四、住房保障支出|20.00|22.00|10.00",
                "source:year_total;use:year_total :: 本年收入合计|850.00|910.00|7.06|本年支出合计|850.00|917.00|7.88",
                "source:carryover_in;use:carryover_out :: 上年结转||7.00||结转下年|||",
                "source:total;use:total :: 收入总计|850.00|917.00|7.88|支出总计|850.00|917.00|7.88",
            ],
            caption=("预算公开表1", "单位：万元"),
        ),
        form(
            "general_public",
            "岚桥县档案馆2024年一般公共预算支出预算表",
            ["项目{1,2}|2023年预算数{1,3}|2024年预算数{1,3}|2024年预算数比2023年预算数增减%{1,3}", "科目编码|科目名称|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出|项目支出"],
            "- - total@2023 basic@2023 project@2023 total basic project x x x",
            [f"{line} | 1.01 | 2.02 | -3.03" for line in lines(FUNCTIONAL, [[1, 2], None, None, [4, 5], None, None], "sx5", indented)],
            caption=("预算公开表5", "单位：万元"),
        ),
        form("general_public_basic", "岚桥县档案馆2024年一般公共预算安排基本支出分经济科目表", ["经济科目名称|预算数|备注"], "- total -", [f"{line} | " for line in lines(ECONOMIC, [None], "sx6", bare)], caption=("预算公开表6", "单位：万元")),
        form(
            "three_public",
            "岚桥县档案馆2024年“三公”经费预算财政拨款情况统计表",
            ["项目|2024年预算数|备注"],
            "- total -",
            ["public:abroad :: 因公出国（境）费用|1.20|", "public:reception :: 公务接待费|3.00|", "public:vehicle :: 公务用车费|17.00|", "public:vehicle_purchase :: 1.公务用车购置费|6.50|", "public:vehicle_operation :: 2.公务用车运行维护费|10.50|", "public:total :: 合计|21.20|"],
            caption=("预算公开表9", "单位：万元"),
        ),
    ]


def liaoning(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "2024年部门收支总体情况表",
            ["收          入{1,2}|支                  出{1,6}", "项目|预算数|支出功能分类|预算数|支出项目类别|预算数|支出经济分类|预算数"],
            "- 0;total - 1;total - 2;total - 3;total",
            [
                "source:fiscal;func:201;use:basic;econ:301 :: 一、财政拨款收入|915.00|一、一般公共服务支出|700.00|一、基本支出|600.00|一、工资福利支出|480.00",
                "source:general_public;func:205;line:人员类项目;econ:302 :: 其中：一般公共预算|900.00|二、教育支出|31.00|其中：人员类项目|500.00|二、商品和服务支出|300.00",
                "source:government_fund;func:208;line:公用经费项目;econ:303 :: 政府性基金预算|15.00|三、社会保障和就业支出|150.00|公用经费项目|100.00|三、对个人和家庭的补助|100.00",
                "source:special_account;func:210;use:project;econ:310 :: 二、财政专户管理资金收入||四、卫生健康支出|20.00|二、项目支出|330.00|四、资本性支出|50.00",
                "source:unit_funds;func:221;-;- :: 三、单位资金|10.00|五、住房保障支出|29.00||||",
                "source:year_total;use:year_total;use:year_total;use:year_total :: 本年收入合计|925.00|本年支出合计|930.00|本年支出合计|930.00|本年支出合计|930.00",
                "source:carryover_in;use:carryover_out;use:carryover_out;use:carryover_out :: 上年结转结余|5.00|结转下年||结转下年||结转下年|",
                "source:total;use:total;use:total;use:total :: 收入总计|930.00|支出总计|930.00|支出总计|930.00|支出总计|930.00",
            ],
            caption=("预算公开01表", "部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "income",
            "2024年部门收入总体情况表",
            ["序号{2,1}|部门（单位）名称{2,1}|总计{2,1}|财政拨款收入{1,4}|财政专户管理资金{2,1}|单位资金{2,1}|上年结转结余{2,1}", "合计|一般公共预算|政府性基金预算|国有资本经营预算"],
            "- - total fiscal general_public government_fund state_capital special_account unit_funds carryover_in",
            [
                "total ::  |合计|930.00|915.00|900.00|15.00|||10.00|5.00",
                "unit:岚桥县档案馆 :: 1|岚桥县档案馆|930.00|915.00|900.00|15.00|||10.00|5.00",
                "unit:岚桥县档案馆本级 :: 2|　岚桥县档案馆本级|900.00|890.00|880.00|10.00|||7.00|3.00",
                "unit:岚桥县数字档案中心 :: 3|　岚桥县数字档案中心|30.00|25.00|20.00|5.00|||3.00|2.00",
            ],
            caption=("预算公开02表", "单位：万元"),
        ),
        form(
            "three_public",
            "2024年“三公”经费预算表",
            ["单位名称{2,1}|2023年预算数{1,6}|2024年预算数{1,6}", "合计|因公出国（境）费|公务接待费|公务用车购置及运行费小计|公务用车购置费|公务用车运行费|合计|因公出国（境）费|公务接待费|公务用车购置及运行费小计|公务用车购置费|公务用车运行费"],
            "- " + " ".join(f"public:{i}=total@{y}" for y in (2023, 2024) for i in ("total", "abroad", "reception", "vehicle", "vehicle_purchase", "vehicle_operation")),
            ["x :: 岚桥县档案馆|20.10|1.10|3.00|16.00|6.00|10.00|21.20|1.20|3.10|16.90|6.40|10.50"],
            caption=("预算公开09表", "单位：万元"),
        ),
    ]


def xinjiang(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "部门收支总体情况表",
            ["收    入{1,2}|支    出{1,2}", "项  目|预算数|功能分类|预算数"],
            "- 0;total - 1;total",
            [
                "source:fiscal;func:201 :: 财政拨款（补助）|915.00|201 一般公共服务支出|700.00",
                "source:general_public;func:205 :: 一般公共预算|900.00|205 教育支出|31.00",
                "source:government_fund;func:208 :: 政府性基金预算|15.00|208 社会保障和就业支出|150.00",
                "source:state_capital;func:210 :: 国有资本经营预算||210 卫生健康支出|20.00",
                "source:special_account;func:221 :: 财政专户（教育收费）|1.00|221 住房保障支出|29.00",
                "source:institutional;- :: 事业收入|2.00||",
                "source:operating;- :: 事业单位经营收入|3.00||",
                "source:other;- :: 其他收入|4.00||",
                "source:surplus_used;- :: 用事业基金弥补收支差额|5.00||",
                "source:total;use:total :: 收  入  总  计|930.00|支  出  总  计|930.00",
            ],
            caption=("表一：", "编制单位：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "income",
            "部门收入总体情况表",
            ["功能分类科目编码{1,3}|功能分类科目名称{2,1}|总  计{2,1}|一般公共预算{2,1}|政府性基金预算{2,1}|国有资本经营预算{2,1}|财政专户（教育收费）{2,1}|事业收入{2,1}|事业单位经营收入{2,1}|其他收入{2,1}|用事业基金弥补收支差额{2,1}", "类|款|项"],
            "- - - - total general_public government_fund state_capital special_account.education institutional operating other surplus_used",
            lines(FUNCTIONAL, [list(range(1, 9)), *[None] * 8], "xj2", split, total_last=True),
            caption=("表二：", "填报部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "expenditure",
            "部门支出总体情况表",
            ["项目{1,4}|支出预算{1,3}", "功能分类科目编码{1,3}|功能分类科目名称{2,1}|合计{2,1}|基本支出{2,1}|项目支出{2,1}", "类|款|项"],
            "- - - - total basic project",
            lines(FUNCTIONAL, [[1, 2], None, None], "xj3", split, total_last=True),
            caption=("表三：", "编制部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "appropriation",
            "财政拨款收支预算总体情况表",
            ["财政拨款收入{1,2}|财政拨款支出{1,5}", "项目|合计|功能分类|合计|一般公共预算|政府性基金预算|国有资本经营预算"],
            "- 0;total - 1;total 1;general_public 1;government_fund 1;state_capital",
            [
                "source:fiscal;func:201 :: 财政拨款（补助）|915.00|201 一般公共服务支出|700.00|700.00||",
                "source:general_public;func:212 :: 一般公共预算|900.00|212 城乡社区支出|15.00||15.00|",
                "source:government_fund;func:208 :: 政府性基金预算|15.00|208 社会保障和就业支出|200.00|200.00||",
                "source:state_capital;- :: 国有资本经营预算||||||",
                "source:total;use:total :: 收 入 总 计|915.00|支 出 总 计|915.00|900.00|15.00|",
            ],
            caption=("表四：", "编制部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "general_public_basic",
            "一般公共预算基本支出情况表",
            ["项目{1,3}|一般公共预算基本支出{1,3}", "经济分类科目编码{1,2}|经济分类科目名称{2,1}|小计{2,1}|人员经费{2,1}|公用经费{2,1}", "类|款"],
            "- - - total personnel public",
            lines(ECONOMIC, [[1, 2], None, None], "xj6", split_in_two, total_last=True),
            caption=("表六：", "编制部门：岚桥县档案馆", "单位：万元"),
        ),
        form(
            "three_public",
            "财政拨款“三公”经费支出情况表",
            ["合计{2,1}|因公出国（境）费{2,1}|公务用车购置及运行费{1,3}|公务接待费{2,1}", "小计|公务用车购置费|公务用车运行费"],
            "public:total=total public:abroad=total public:vehicle=total public:vehicle_purchase=total public:vehicle_operation=total public:reception=total",
            ["x :: 21.20|1.20|17.00|6.50|10.50|3.00"],
            caption=("表八：", "编制单位：岚桥县档案馆", "单位：万元"),
        ),
    ]


def hebei(form: Former) -> list[Any]:
    return [
        form(
            "summary",
            "部门预算收支总表",
            ["序号{2,1}|收入{1,2}|支出{1,2}", "项目|预算数|项目|预算数", "栏次|1|2|3|4"],
            "- - 0;total - 1;total",
            [
                "source:general_public;func:201 :: 1|一、一般公共预算拨款收入|900.00|一、一般公共服务支出|700.00",
                "source:government_fund;func:202 :: 2|二、政府性基金预算拨款收入|15.00|二、外交支出|",
                "source:state_capital;func:208 :: 3|三、国有资本经营预算拨款收入||三、社会保障和就业支出|150.00",
                "source:special_account;func:210 :: 4|四、财政专户管理资金收入|1.00|四、卫生健康支出|20.00",
                "source:unit_funds;func:221 :: 5|五、单位资金收入|2.00|五、住房保障支出|48.00",
                "source:year_total;use:year_total :: 6|本年收入合计|918.00|本年支出合计|918.00",
                "source:carryover_in;use:carryover_out :: 7|上年结转结余|3.00|年终结转结余|3.00",
                "source:total;use:total :: 8|收入总计|921.00|支出总计|921.00",
            ],
            caption=("预算公开表1", "318岚桥县档案馆", "单位：万元"),
        ),
        form(
            "expenditure",
            "部门预算支出总表",
            ["序号{2,1}|功能分类科目{1,2}|合计{2,1}|基本支出{2,1}|项目支出{2,1}|上缴上级支出{2,1}|事业单位经营支出{2,1}|对附属单位补助支出{2,1}", "科目编码|科目名称", "栏次|1|2|3|4|5|6|7|8"],
            "- - - total basic project superior operating affiliated",
            in_order(lines(FUNCTIONAL, [[1, 2, 3, 4, 5], *[None] * 5], "hb3", joined)),
            caption=("预算公开表3", "318岚桥县档案馆", "单位：万元"),
        ),
        form(
            "general_public_basic",
            "一般公共预算财政拨款基本支出表",
            ["序号{2,1}|部门预算支出经济分类{1,2}|政府预算支出经济分类{1,2}|一般公共预算基本支出{1,3}", "科目编码|科目名称|科目编码|科目名称|合计|人员经费|公用经费", "栏次|1|2|3|4|5|6|7"],
            "- - - - - total personnel public",
            [
                "total :: 1| |合计| | |600.00|500.00|100.00",
                "econ:301 :: 2|301|工资福利支出| | |480.00|480.00|",
                "econ:30101 :: 3|30101|基本工资|50101|工资奖金津补贴|300.00|300.00|",
                "econ:30102 :: 4|30102|津贴补贴|50101|工资奖金津补贴|180.00|180.00|",
                "econ:302 :: 5|302|商品和服务支出| | |100.00||100.00",
                "econ:30201 :: 6|30201|办公费|50201|办公经费|60.00||60.00",
                "econ:30217 :: 7|30217|公务接待费|50206|公务接待费|40.00||40.00",
                "econ:303 :: 8|303|对个人和家庭的补助| | |20.00|20.00|",
                "econ:30302 :: 9|30302|退休费|50905|离退休费|20.00|20.00|",
            ],
            caption=("预算公开表6", "318岚桥县档案馆", "单位：万元"),
        ),
        form(
            "three_public",
            "部门预算财政拨款“三公”经费支出表",
            ["序号|项目|资金来源合计|一般公共预算拨款|政府性基金预算拨款|国有资本经营预算拨款", "栏次|1|2|3|4|5"],
            "- - total general_public government_fund state_capital",
            [
                "public:total :: 1|合计|21.20|20.00|1.20|",
                "public:abroad :: 2|因公出国（境）费|1.20|0.70|0.50|",
                "public:vehicle :: 3|公务用车购置及运行维护费|17.00|16.60|0.40|",
                "public:vehicle_purchase :: 4|其中：公务用车购置费|6.50|6.40|0.10|",
                "public:vehicle_operation :: 5|公务用车运行维护费|10.50|10.20|0.30|",
                "public:reception :: 6|公务接待费|3.00|2.70|0.30|",
            ],
            caption=("预算公开表9", "318岚桥县档案馆", "单位：万元"),
        ),
    ]


def unit_by_unit(form: Former) -> list[Any]:
    return [
        form("expenditure", "2024年部门支出总体情况表", ["科目编码{1,3}|单位代码{2,1}|单位（功能科目名称）{2,1}|合计{2,1}|基本支出{2,1}|项目支出{2,1}", "类|款|项"], "- - - - - total basic project",
             [*lines(FUNCTIONAL[2:], [[1, 2], None, None], "u0", under_unit)[:1], *of_unit("岚桥县档案馆本级", lines(FUNCTIONAL[2:], [[1, 2], None, None], "u1", under_unit)), *of_unit("岚桥县数字档案中心", lines(FUNCTIONAL[2:6], [[1, 2], None, None], "u2", under_unit))],
             caption=("预算03表", f"部门名称：{BODY}", "单位：万元")),
    ]


def hainan(form: Former) -> list[Any]:
    return [
        form("appropriation", "财政拨款收支总表", ["收入{1,2}|支出{1,5}", "项目|预算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款"], "- 0;total - 1;total 1;general_public 1;government_fund 1;state_capital", [
            "source:year_total;use:year_total :: 一、本年收入|900.00|一、本年支出|905.00|900.00|5.00|",
            "source:general_public;func:201 :: 1.一般公共预算财政拨款|890.00|201-一般公共服务支出|900.00|895.00|5.00|",
            "source:government_fund;func:208 :: 2.政府性基金预算财政拨款|10.00|208-社会保障和就业支出|5.00|5.00||",
            "source:carryover_in;use:carryover_out :: 二、上年结转结余|7.00|二、结转下年|2.00|2.00||",
            "source:carryover_in.general_public;- :: 1.一般公共预算财政拨款|4.00|||||",
            "source:carryover_in.government_fund;- :: 2.政府性基金预算财政拨款|3.00|||||",
            "source:total;use:total :: 收入总计|907.00|支出总计|907.00|902.00|5.00|",
        ], caption=("表4", "单位：万元")),
        form("income", "部门收入总体情况表", ["项目|预算数|上年数|增减"], "- total total@2023 x", [
            "source:general_public :: 一、一般公共预算拨款|890.00|880.00|10.00",
            "source:government_fund :: 二、政府性基金预算拨款|10.00|9.00|1.00",
            "source:special_account :: 三、财政专户管理资金|1.00|2.00|-1.00",
            "source:unit_funds :: 四、单位资金|6.00|5.00|1.00",
            "source:institutional :: 　事业收入|4.00|3.00|1.00",
            "source:other :: 　其他收入|2.00|2.00|0.00",
            "source:year_total :: 本年收入合计|907.00|896.00|11.00",
            "source:carryover_in :: 上年结转结余|3.00|2.00|1.00",
            "source:total :: 收入总计|910.00|898.00|12.00",
        ], caption=("表2", "单位：万元")),
    ]


def heilongjiang(form: Former) -> list[Any]:
    return [
        form("general_public", "一般公共预算支出表", ["功能分类科目{1,2}|2023年执行数{2,1}|2024年预算数{1,3}|2024年预算数比2023年执行数{1,2}", "科目编码|科目名称|合计|基本支出|项目支出|增减额|增减%"], "- - total@2023:executed total basic project x x", [
            "total :: 总　计{1,2} | 1,110.00 | 1,000.00 | 800.00 | 200.00 | -110.00 | -9.91",
            "func:201 :: 2 0 1 | 一般公共服务支出 | 1,110.00 | 1,000.00 | 800.00 | 200.00 | -110.00 | -9.91",
            "func:20126 :: 201 26 | 档案事务 | 1,110.00 | 1,000.00 | 800.00 | 200.00 | (110.00) | -9.91",
            "func:2012601 :: 201 26 01 | 行政运行 | 900.00 | 800.00 | 800.00 | | -100.00 | -11.11",
            "func:2012604 :: 201-26-04 | 档案馆 | 210.00 | 200.00 | | 200.00 | -10.00 | -4.76",
        ], caption=("预算05表", "单位：万元")),
        form("three_public", "“三公”经费支出预算表", ["单位编码|单位名称|“三公”经费合计|因公出国（境）费|公务接待费|公务用车费小计|公务用车运行费|公务用车购置费"], "- - public:total=total public:abroad=total public:reception=total public:vehicle=total public:vehicle_operation=total public:vehicle_purchase=total", [
            "x :: |总计|21.20|1.20|3.00|17.00|10.50|6.50",
            "unit:岚桥县档案馆本级 :: 318001|岚桥县档案馆本级|20.20|1.20|2.50|16.50|10.00|6.50",
            "unit:岚桥县会议培训服务中心 :: 318002|岚桥县会议培训服务中心|1.00||0.50|0.50|0.50|",
        ], caption=("预算07表", "单位：万元")),
        form("expenditure", "部门支出总表", ["科目编码|科目名称|合计|基本支出|项目支出"], "- - total basic project", [
            "total ::  | 合计 | ￥9,100.00 | ￥9,000.00 | ￥100.00",
            "func:201 :: 201 | 一般公共服务支出 | ¥8,100.50 | ¥8,000.50 | ¥100.00",
            "func:20126 :: 20126 | 档案事务 | 8 100.50 | 8 000.50 | 100.00",
            "func:2012601 :: 2012601 | 行政运行 | 8，000.50 | 8，000.50 | ￥-",
            "func:2012604 :: 2012604 | 档案馆 | 100．00 | - | 100．00",
            "func:208 :: 208 | 社会保障和就业支出 | 999.50 | 999.50 | /",
            "func:20805 :: 20805 | 行政事业单位养老支出 | 999.50 | 999.50 | ——",
            "func:2080505 :: 2080505 | 机关事业单位基本养老保险缴费支出 | 999.50 | 999.50 | 无",
        ], unit="元"),
        form("general_public", "一般公共预算支出情况表", ["科目编码{2,1}|科目名称{2,1}|2022年决算数{2,1}|2023年预算数{2,1}|2023年执行数{2,1}|2024年预算数{1,3}|比2023年预算增减{1,2}", "合计|基本支出|项目支出|金额|幅度（%）"], "- - total@2022:executed total@2023:approved total@2023:executed total basic project x x", [f"{line} | 1.00 | 2.00" for line in lines(FUNCTIONAL, [None, None, None, [4, 5], None, None], "yr", joined)], caption=("表5", f"部门：{BODY}", "单位：万元")),
    ]

# fmt: on
BUDGETS = {
    "sichuan": sichuan,
    "national": national,
    "central_budget": central_budget,
    "henan": henan,
    "jiangxi": jiangxi,
    "shanxi": shanxi,
    "liaoning": liaoning,
    "xinjiang": xinjiang,
    "hebei": hebei,
    "unit_by_unit": unit_by_unit,
    "hainan": hainan,
    "heilongjiang": heilongjiang,
}
