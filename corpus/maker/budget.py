"""A budget (部门预算): its explanation in words, then its forms."""

from __future__ import annotations

from decimal import Decimal

from maker import performance, public_expenses
from maker.coded import PRIOR, coded_form
from maker.columns import Column
from maker.economic import listed
from maker.figures import FUNDS, Figures
from maker.money import said
from maker.paper import Form, Paper
from maker.public_expenses import NAMES, expenses
from maker.sentences import meetings, more_or_less, path_words, percent, printed, spoken
from maker.two_sided import appropriation_form, summary_form

ZERO = Decimal(0)
EMPTY = "说明：本单位{year}年没有安排{fund}支出，故本表无数据。"


def budget(figures: Figures) -> Paper:
    """The whole document: title, contents, words, forms."""
    paper = Paper(justified=not figures.layout.get("ragged"))
    forms = budget_forms(figures)
    paper.heading(f"{figures.year}年度{figures.entity}部门预算", 0)
    paper.heading("目录", 2)
    for place, form in enumerate(forms, start=1):
        paper.say(f"{place}. {form.title}")
    paper.heading(f"第一部分 {figures.year}年部门预算说明", 1)
    explain(figures, paper)
    paper.heading(f"第二部分 {figures.year}年部门预算表", 1)
    paper.blocks.extend(forms)
    return paper


def budget_forms(figures: Figures) -> list[Form]:
    """The forms in their order, named as the layout says."""
    year = f"{figures.year}年" if figures.layout.get("title_year") else ""
    kind = figures.layout.get("title_words", "总表")
    ending = {"总表": "表", "总体情况表": "总体情况表", "预算总表": "预算总表"}[kind]
    plain = {"总表": "表", "总体情况表": "情况表", "预算总表": "预算表"}[kind]
    spent = expenditure_columns(figures)
    simple = (Column("合计", "total"), Column("基本支出", "basic"), Column("项目支出", "project"))
    forms = [
        summary_form(figures, f"{year}部门收支{kind}", "注：本表反映部门本年度的收支总体情况。"),
        coded_form(
            figures,
            "income",
            f"{year}部门收入{ending}",
            income_columns(figures),
            figures.lines,
            "注：本表反映部门本年度取得的各项收入。",
        ),
        coded_form(
            figures, "expenditure", f"{year}部门支出{ending}", spent, figures.lines, "注：本表反映部门本年度各项支出。"
        ),
        appropriation_form(figures, f"{year}财政拨款收支{kind}", "注：本表反映部门本年度财政拨款的总收支。"),
        coded_form(
            figures,
            "general_public",
            f"{year}一般公共预算支出{plain}",
            general_public_columns(figures),
            figures.of("general_public"),
            "注：本表反映部门本年度一般公共预算支出。",
        ),
        listed(figures, f"{year}一般公共预算基本支出{plain}", "注：本表反映部门本年度一般公共预算基本支出。"),
        public_expenses.budget_form(
            figures, f"{year}一般公共预算“三公”经费支出{plain}", "注：本表反映部门本年度财政拨款安排的“三公”经费。"
        ),
        coded_form(
            figures,
            "government_fund",
            f"{year}政府性基金预算支出{plain}",
            simple,
            figures.of("government_fund"),
            "注：本表反映部门本年度政府性基金预算支出。",
            EMPTY.format(year=figures.year, fund="政府性基金预算"),
        ),
        coded_form(
            figures,
            "state_capital",
            f"{year}国有资本经营预算支出{plain}",
            simple,
            [],
            "注：本表反映部门本年度国有资本经营预算支出。",
            EMPTY.format(year=figures.year, fund="国有资本经营预算"),
        ),
    ]
    if figures.projects:
        forms.append(performance.project_form(figures, f"{year}项目支出绩效目标表"))
        units = figures.words["units"]
        forms.append(performance.overall_form(figures, f"{year}部门整体支出绩效目标表", units))
    return forms


def income_columns(figures: Figures) -> tuple[Column, ...]:
    """Where the money comes from: funds under one name, then the body's own income."""
    if figures.layout.get("income") == "regular":
        given = (Column("金额", "fiscal"), Column("其中：经费拨款", "fiscal_regular"))
        head: tuple[Column, ...] = (Column("本级财政拨款", parts=given),)
    else:
        funds = tuple(Column(FUNDS[fund], fund) for fund in ("general_public", "government_fund"))
        head = (Column("财政拨款", parts=(*funds, Column("国有资本经营预算", "state_capital"))),)
    own = (Column("财政专户管理资金", "special_account"), Column("上级补助收入", "superior"))
    return (
        Column("合计", "total"),
        *head,
        *own,
        Column("事业收入", "institutional"),
        Column("上年结转", "carryover_in"),
    )


def general_public_columns(figures: Figures) -> tuple[Column, ...]:
    """As for expenditure; a body that prints last year's budget beside sets this year's columns under its own year."""
    columns = expenditure_columns(figures)
    if not figures.layout.get("prior_column"):
        return columns
    return (Column(f"{figures.year - 1}年预算数", PRIOR), Column(f"{figures.year}年预算数", parts=columns))


def expenditure_columns(figures: Figures) -> tuple[Column, ...]:
    """合计, 基本支出, 项目支出; in three levels 基本支出 falls into 小计, 人员经费, 公用经费 under one name."""
    total, project = Column("合计", "total", width=14), Column("项目支出", "project", width=14)
    if figures.layout.get("headers") != "three_level":
        return (total, Column("基本支出", "basic", width=14), project)
    parts = (Column("小计", "basic"), Column("人员经费", "personnel"), Column("公用经费", "public"))
    return (Column("本年支出预算", parts=(total, Column("基本支出", parts=parts), project)),)


def explain(figures: Figures, paper: Paper) -> None:
    """The sentences of a budget, section by section."""
    year, whole = figures.year, figures.total()
    words = figures.words
    numbered = iter("一二三四五六七八九十")

    def section(title: str) -> None:
        paper.heading(f"{next(numbered)}、{title}")

    section("部门职责及机构设置")
    paper.say(words.get("duties", "承担上级交办的各项工作。"))
    paper.say(words.get("units_words", f"纳入{year}年部门预算编制范围的只有{figures.entity}本级，无下属预算单位。"))
    section("部门收支总体情况")
    against = ""
    if figures.prior:
        against = f"收支总额比上年预算数{more_or_less(figures, whole, figures.prior.total())}。"
    income = [spoken(figures, "source:total", "收入预算", whole)]
    named = []
    for fund in figures.funds:
        income.append(spoken(figures, f"source:{fund}", FUNDS[fund], figures.total(fund)))
        named.append(f"{FUNDS[fund]}{'拨款' if fund != 'institutional' else ''} {{}} 万元")
    paper.say(f"（一）收入预算：{year}年本单位收入预算 {{}} 万元，其中：{'，'.join(named)}。{against}", *income)
    groups = [node for node in figures.tree(figures.lines) if len(node.code) == 3]
    spent = [spoken(figures, f"func:{node.code}", node.name, node.values["total"]) for node in groups]
    listed_words = "，".join(f"{node.name} {{}} 万元" for node in groups)
    paper.say(
        f"（二）支出预算：{year}年本单位支出预算 {{}} 万元，其中：{listed_words}。",
        spoken(figures, "use:total", "支出预算", whole),
        *spent,
    )
    section("一般公共预算支出安排情况")
    basic, project = (figures.total("general_public", column=column) for column in ("basic", "project"))
    paper.say(
        "（一）基本支出：本年基本支出预算数 {} 万元，用于在职人员工资、社会保障缴费和办公、水电等日常开支。",
        spoken(figures, "use:basic", "基本支出", basic),
    )
    aims = words.get("project_words", "主要用于履行职责所需的专项工作。")
    paper.say(
        f"（二）项目支出：本年项目支出预算数 {{}} 万元，{aims}", spoken(figures, "use:project", "项目支出", project)
    )
    if figures.prior:
        section("支出预算增减变化情况")
        changes(figures, paper)
    for sentence in words.get("general", []):
        paper.say(sentence)
    section("其他重要事项说明")
    public(figures, paper)


def changes(figures: Figures, paper: Paper) -> None:
    """A sentence for each line of the general public budget, against last year's, with the reason where there is one.

    A line that is gone has its sentence only where a reason tells of it.
    """
    prior = figures.prior
    assert prior is not None
    before = {line.code: line.total for line in prior.of("general_public")}
    now = {line.code: line.total for line in figures.of("general_public")}
    told = [code for code in sorted(before.keys() | now.keys()) if code in now or code in figures.reasons]
    for place, code in enumerate(told, start=1):
        names = figures if code in now else prior
        new, old = now.get(code, ZERO), before.get(code, ZERO)
        amount = spoken(figures, f"func:{code}", names.names[code], new)
        why = f"，主要原因是：{figures.reasons[code]}" if code in figures.reasons else ""
        compared = more_or_less(figures, new, old)
        words = f"{place}.{path_words(names, code)}：{figures.year}年预算数为 {{}} 万元，比上年预算数{compared}{why}。"
        paper.say(words, amount)


def public(figures: Figures, paper: Paper) -> None:
    """机关运行经费, 三公, 会议费 and 培训费, 政府采购."""
    year, yuan = figures.year, expenses(figures.public_expenses)
    if "agency" in figures.words:
        paper.say(
            f"（一）机关运行经费：{year}年机关运行经费预算 {{}} 万元，用于保障日常运转。",
            spoken(figures, "public:agency_operation", "机关运行经费", figures.public()),
        )
    else:
        paper.say("（一）机关运行经费：本单位为事业单位，不属于机关运行经费的统计范围。")
    order = ("total", "reception", "vehicle", "vehicle_purchase", "vehicle_operation", "abroad")
    paper.say(
        f"（二）“三公”经费预算：{year}年本单位“三公”经费预算数为 {{}} 万元，其中，公务接待费 {{}} 万元，"
        "公务用车购置及运行费 {} 万元（其中，公务用车购置费 {} 万元，公务用车运行费 {} 万元），"
        "因公出国（境）费 {} 万元。",
        *(spoken(figures, f"public:{item}", NAMES[item], yuan[item]) for item in order),
    )
    meeting, training = meetings(figures)
    paper.say(
        f"（三）一般性支出：{year}年本单位会议费预算 {{}} 万元，培训费预算 {{}} 万元，不举办节庆、论坛等活动。",
        spoken(figures, "public:meeting", "会议费", meeting),
        spoken(figures, "public:training", "培训费", training),
    )
    if "procurement" in figures.words:
        bought = spoken(figures, "public:procurement", "政府采购", said(figures.words["procurement"], "万元"))
        paper.say(f"（四）政府采购：{year}年本单位政府采购预算总额 {{}} 万元。", bought)
    last = "五" if "procurement" in figures.words else "四"
    share = percent(printed(figures, figures.total(column="project")), printed(figures, figures.total()))
    paper.say(f"（{last}）预算绩效：本单位全部支出纳入绩效目标管理，项目支出占支出预算的 {share}%。")
