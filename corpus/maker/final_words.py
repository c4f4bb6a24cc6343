"""The sentences of a final account."""

from __future__ import annotations

from decimal import Decimal

from maker.figures import Figures
from maker.money import said
from maker.paper import Paper
from maker.public_expenses import NAMES, expenses
from maker.sentences import done, meetings, more_or_less, path_words, percent, printed, spoken

ZERO = Decimal(0)


def explain(figures: Figures, paper: Paper) -> None:
    """Totals and their make-up, then each line against its budget, then 三公 and the rest."""
    year, whole = figures.year, figures.total()
    against = ""
    if "prior_total" in figures.words:
        compared = more_or_less(figures, whole, said(figures.words["prior_total"], "万元"))
        against = f"与上年相比，{compared}，主要是{figures.words['prior_reason']}。"
    paper.heading("一、收入支出决算总体情况说明")
    both = [spoken(figures, item, "收、支总计", whole) for item in ("source:total", "use:total")]
    paper.say(f"{year} 年度收入总计 {{}} 万元，支出总计 {{}} 万元。{against}", *both)
    income(figures, paper)
    spending(figures, paper)
    paper.heading("四、财政拨款收入支出决算总体情况说明")
    fiscal = figures.total(*figures.fiscal)
    both = [spoken(figures, item, "财政拨款总计", fiscal, measure="fiscal") for item in ("source:total", "use:total")]
    paper.say(f"{year} 年度财政拨款收入总计 {{}} 万元，财政拨款支出总计 {{}} 万元。", *both)
    general_public(figures, paper)
    basic(figures, paper)
    three_public(figures, paper)
    rest(figures, paper)


def income(figures: Figures, paper: Paper) -> None:
    whole = figures.total()
    labels = {
        "fiscal": "财政拨款收入",
        "superior": "上级补助收入",
        "institutional": "事业收入",
        "operating": "经营收入",
        "affiliated": "附属单位上缴收入",
        "other": "其他收入",
    }
    amounts = dict.fromkeys(labels, ZERO) | {"fiscal": figures.total(*figures.fiscal)}
    if "institutional" in figures.funds:
        amounts["institutional"] = figures.total("institutional")
    shares = [f"{label} {{}} 万元，占 {share(figures, amounts[item], whole)}%" for item, label in labels.items()]
    paper.heading("二、收入决算情况说明")
    paper.say(
        f"{figures.year} 年度收入合计 {{}} 万元，其中：{'；'.join(shares)}。",
        spoken(figures, "source:year_total", "收入合计", whole),
        *(spoken(figures, f"source:{item}", label, amounts[item]) for item, label in labels.items()),
    )


def spending(figures: Figures, paper: Paper) -> None:
    whole = figures.total()
    labels = {
        "basic": "基本支出",
        "project": "项目支出",
        "superior": "上缴上级支出",
        "operating": "经营支出",
        "affiliated": "对附属单位补助支出",
    }
    amounts = dict.fromkeys(labels, ZERO)
    amounts |= {column: figures.total(column=column) for column in ("basic", "project")}
    shares = [f"{label} {{}} 万元，占 {share(figures, amounts[item], whole)}%" for item, label in labels.items()]
    paper.heading("三、支出决算情况说明")
    paper.say(
        f"{figures.year} 年度支出合计 {{}} 万元，其中：{'；'.join(shares)}。",
        spoken(figures, "use:year_total", "支出合计", whole),
        *(spoken(figures, f"use:{item}", label, amounts[item]) for item, label in labels.items()),
    )


def general_public(figures: Figures, paper: Paper) -> None:
    """The section that says 年初预算 and 支出决算 of each line, why they differ, and so which money moved."""
    budget = figures.approved
    assert budget is not None
    lines = figures.of("general_public")
    whole, approved = figures.total("general_public"), budget.total("general_public")
    groups = [node for node in figures.tree(lines) if len(node.code) == 3]
    paper.heading("五、一般公共预算财政拨款支出决算情况说明")
    paper.heading("（一）一般公共预算财政拨款支出决算结构情况", 3)
    parts = [f"{node.name} {{}} 万元，占 {share(figures, node.values['total'], whole)}%" for node in groups]
    paper.say(
        f"{figures.year} 年度一般公共预算财政拨款支出用于以下方面：{'；'.join(parts)}。",
        *(spoken(figures, f"func:{node.code}", node.name, node.values["total"]) for node in groups),
    )
    paper.heading("（二）一般公共预算财政拨款支出决算具体情况", 3)
    paper.say(
        f"{figures.year} 年度财政拨款支出年初预算数为 {{}} 万元，支出决算数为 {{}} 万元，"
        f"完成年初预算的 {share(figures, whole, approved)}%，其中：",
        spoken(figures, "source:fiscal", "财政拨款支出", approved, "approved"),
        spoken(figures, "source:fiscal", "财政拨款支出", whole),
    )
    for sentence in figures.words.get("general", []):
        paper.say(sentence)
    before = {line.code: line.total for line in budget.of("general_public")}
    now = {line.code: line.total for line in lines}
    names = budget.names | figures.names
    for place, code in enumerate(sorted(before.keys() | now.keys()), start=1):
        old, new = before.get(code, ZERO), now.get(code, ZERO)
        a, b = printed(figures, old), printed(figures, new)
        why = ""
        if a != b:
            than = "大于" if b > a else "小于"
            reason = figures.reasons.get(code, figures.words.get("default_reason", ""))
            why = f"，决算数{than}年初预算数的主要原因是：{reason}" if reason else f"，决算数{than}年初预算数"
        paper.say(
            f"{place}、{path_words(figures, code)}。年初预算为 {{}} 万元，支出决算为 {{}} 万元"
            f"{done(figures, b, a, '年初预算')}{why}。",
            spoken(figures, f"func:{code}", names[code], old, "approved"),
            spoken(figures, f"func:{code}", names[code], new),
        )


def basic(figures: Figures, paper: Paper) -> None:
    whole = figures.total("general_public", column="basic")
    paper.heading("六、一般公共预算财政拨款基本支出决算情况说明")
    paper.say(
        f"{figures.year} 年度一般公共预算财政拨款基本支出 {{}} 万元，其中：人员经费 {{}} 万元，占基本支出的 "
        f"{share(figures, figures.personnel(), whole)}%；公用经费 {{}} 万元，占基本支出的 "
        f"{share(figures, figures.public(), whole)}%。",
        spoken(figures, "use:basic", "基本支出", whole, measure="general_public"),
        spoken(figures, "use:basic", "人员经费", figures.personnel(), measure="personnel"),
        spoken(figures, "use:basic", "公用经费", figures.public(), measure="public"),
    )


def three_public(figures: Figures, paper: Paper) -> None:
    budget = figures.approved
    assert budget is not None
    approved, executed = expenses(budget.public_expenses), expenses(figures.public_expenses)
    paper.heading("七、财政拨款“三公”经费支出决算情况说明")
    opening = {
        "total": f"{figures.year} 年度“三公”经费财政拨款支出预算为",
        "abroad": "1.因公出国（境）费支出预算为",
        "vehicle": "2.公务用车购置费及运行维护费支出预算为",
        "vehicle_purchase": "公务用车购置费支出预算为",
        "vehicle_operation": "公务用车运行维护费支出预算为",
        "reception": "3.公务接待费支出预算为",
    }
    for item, words in opening.items():
        a, b = printed(figures, approved[item]), printed(figures, executed[item])
        than = "持平" if a == b else ("小于" if b < a else "大于")
        why = "" if a == b else f"，决算数{than}预算数的主要原因是{figures.words['public_reason']}"
        paper.say(
            f"{words} {{}} 万元，支出决算为 {{}} 万元{done(figures, b, a, '预算')}{why}。",
            spoken(figures, f"public:{item}", NAMES[item], approved[item], "approved"),
            spoken(figures, f"public:{item}", NAMES[item], executed[item]),
        )


def rest(figures: Figures, paper: Paper) -> None:
    year = figures.year
    paper.heading("八、政府性基金预算收入支出决算情况")
    fund = figures.total("government_fund")
    if fund:
        paper.say(
            f"{year} 年度政府性基金预算财政拨款支出 {{}} 万元。",
            spoken(figures, "use:year_total", "政府性基金预算财政拨款支出", fund, measure="government_fund"),
        )
    else:
        paper.say(f"{year} 年度本单位无政府性基金收支。")
    paper.heading("九、关于机关运行经费支出说明")
    if "agency" in figures.words:
        paper.say(
            f"{year} 年度机关运行经费支出 {{}} 万元。",
            spoken(figures, "public:agency_operation", "机关运行经费", figures.public()),
        )
    else:
        paper.say("本单位为事业单位，不属于机关运行经费的适用范围。")
    paper.heading("十、一般性支出情况说明")
    meeting, training = meetings(figures)
    paper.say(
        f"{year} 年开支会议费 {{}} 万元，开支培训费 {{}} 万元，无举办节庆、晚会、论坛、赛事活动。",
        spoken(figures, "public:meeting", "会议费", meeting),
        spoken(figures, "public:training", "培训费", training),
    )
    if "procurement" in figures.words:
        paper.heading("十一、关于政府采购支出说明")
        paper.say(
            f"{year} 年度政府采购支出总额 {{}} 万元。",
            spoken(figures, "public:procurement", "政府采购", said(figures.words["procurement"], "万元")),
        )


def share(figures: Figures, part: Decimal, whole: Decimal) -> str:
    """A percentage told from the amounts as printed."""
    return percent(printed(figures, part), printed(figures, whole))
