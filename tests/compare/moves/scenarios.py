"""Pairs of documents in which money changed its line, or only seems to: made from figures, in many wordings.

Each wording is put into documents of other figures, lines and ways of naming a line, so that no test holds on to one
sample. What is expected follows from the wording and the figures alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct, field

BODY = "临江县综合服务中心"
NAMES = {
    "201": "一般公共服务支出",
    "20104": "发展与改革事务",
    "2010401": "行政运行",
    "2010402": "一般行政管理事务",
    "2010404": "战略规划与实施",
    "2010408": "物价管理",
    "2010450": "事业运行",
    "2010499": "其他发展与改革事务支出",
    "20126": "档案事务",
    "2012604": "档案馆",
    "2012699": "其他档案事务支出",
    "207": "文化旅游体育与传媒支出",
    "20702": "文物",
    "2070204": "文物保护",
    "2070205": "博物馆",
    "2070299": "其他文物支出",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080502": "事业单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出",
    "213": "农林水支出",
    "21301": "农业农村",
    "2130106": "科技转化与推广服务",
    "2130109": "农产品质量安全",
    "2130124": "农村合作经济",
    "2130148": "渔业发展",
    "2130199": "其他农业农村支出",
    "21303": "水利",
    "2130305": "水利工程建设",
    "2130306": "水利工程运行与维护",
    "2130399": "其他水利支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "2210203": "购房补贴",
}
# Lines between which money moves in the scenarios: first the givers and receivers of one 款, then of others.
SETS = (
    ("2130148", "2130199", "2130124", "2130106"),
    ("2130305", "2130399", "2130306", "2130109"),
    ("2010408", "2010499", "2010404", "2010450"),
    ("2070204", "2070299", "2070205", "2130124"),
    ("2130106", "2130306", "2070205", "2130399"),
    ("2010404", "2012604", "2010408", "2012699"),
    ("2012699", "2070204", "2130109", "2130305"),
)
STEADY = ("2010401", "2010402", "2080502", "2080505", "2080506", "2210201", "2210203")
CAUSES = ("人员增加", "补助标准提高", "设备更新", "会议减少", "缴费基数上调", "新增值守任务")
USES = ("安防设施维护费", "数据采集费", "课题经费", "值守人员劳务费", "租赁费", "宣传册印制费")
ROLES = ("g", "r", "s", "t")
# What documents print before and after such a sentence.
OPENINGS = (
    "",
    "",
    "",
    "经主管部门同意，",
    "为真实反映资金用途，",
    "因机构职责划分变化，",
    "依照{year}年科目设置，",
    "此外，",
    "（1）",
)
ENDINGS = ("", "", "", "，预算总额不变", "，对收支规模没有影响", "，与实际用途一致", "，口径更加清晰")


class Wording(Struct, frozen=True):
    """A sentence with places for lines (`{g}` gives, `{r}` receives, `{s}` and `{t}` as `moves` says).

    `place` is the role under whose line the sentence stands, "" for a paragraph of its own. `{a}` is the amount that
    moved, `{b}` and `{c}` those of the parts of a split or merger, `{x}` what it is for, `{d}` a change of another
    cause, `{p}` a percentage; `{year}`, `{last}`, `{next}` and `{past}` are years. `moves` names givers and receivers by role ("g>r", "g>rs", "gs>r", "g:project>g:basic"), "" where none.
    """

    text: str
    moves: str = "g>r"
    place: str = ""

    @property
    def has_amount(self) -> bool:
        return "{a" in self.text or "{b" in self.text


Expected = tuple[frozenset[str], frozenset[str], str, Decimal]
"""Codes that give, codes that receive, column (or "project>basic" inside one line), yuan."""


class Scenario(Struct, frozen=True):
    """Two texts (no `old` where the final account is compared with its own budget figures) and the moves expected."""

    wording: Wording
    old: str
    new: str
    moves: tuple[Expected, ...]
    sentence: str = ""


Columns = dict[str, tuple[int, int]]
"""Code → 基本支出 and 项目支出, in hundreds of yuan."""


class _Figures(Struct):
    old: Columns = field(default_factory=dict)
    new: Columns = field(default_factory=dict)


def scenarios(wording: Wording, seeds: Sequence[int]) -> Iterator[Scenario]:
    """The wording in documents of other figures, one for each seed."""
    for seed in seeds:
        yield _scenario(wording, random.Random(f"{seed} {wording.text} {wording.place}"))


def _scenario(wording: Wording, chance: random.Random) -> Scenario:
    chosen = dict(zip(ROLES, chance.choice(SETS), strict=True))
    figures, whole, parts = _figures(wording, chosen, chance)
    year = chance.randrange(2020, 2026)
    told = _told(wording, chosen, whole, parts, year, chance)
    kind = chance.choice(("budgets", "budget-final", "alone")) if ":" not in wording.moves else "budgets"
    stage = "budget" if kind == "budgets" else "final"
    causes = {code: chance.choice(CAUSES) for code in figures.new}
    remarks = {chosen[wording.place]: told} if wording.place else {}
    general = [] if wording.place else [told]
    new = document(figures.new, figures.old, year, stage, remarks, general, causes, chance)
    old_year = year - 1 if kind == "budgets" else year
    old = "" if kind == "alone" else document(figures.old, figures.old, old_year, "budget", {}, [], causes, chance)
    return Scenario(wording, old, new, _expected(wording, chosen, figures, whole, parts), told)


def _figures(wording: Wording, chosen: Mapping[str, str], chance: random.Random) -> tuple[_Figures, int, list[int]]:
    """The amounts of both documents, what moved in all, and the parts of a split or merger."""
    figures = _Figures()
    for code in STEADY:
        amount = chance.randrange(2_000, 90_000)
        figures.old[code] = (amount, 0)
        figures.new[code] = (amount + chance.choice((0, 0, amount // chance.randrange(9, 40))), 0)
    givers, _, receivers = wording.moves.partition(">") if ":" not in wording.moves else ("", "", "")
    parts = [chance.randrange(1_100, 9_900) for _ in range(max(len(givers), len(receivers), 1))]
    whole = sum(parts)
    clean = chance.random() < 0.4
    for role, code in chosen.items():
        before = after = chance.randrange(20_000, 60_000)
        if role in givers:
            after -= parts[givers.index(role)] if len(givers) > 1 else whole
            after -= 0 if clean else chance.randrange(300, 900)
        elif role in receivers:
            after += parts[receivers.index(role)] if len(receivers) > 1 else whole
            after += 0 if clean or len(receivers) > 1 else chance.randrange(1_000, 1_900)
        elif not wording.moves and role in "gr":
            after += (-1 if role == "g" else 1) * chance.randrange(1_100, 9_900)
        figures.old[code], figures.new[code] = (0, before), (0, after)
    if ":" in wording.moves:
        figures.old[chosen["g"]], figures.new[chosen["g"]], whole = _columns(wording.moves, chance)
    return figures, whole, parts


def _columns(moves: str, chance: random.Random) -> tuple[tuple[int, int], tuple[int, int], int]:
    basic, project, moved = (chance.randrange(*span) for span in ((30_000, 50_000), (30_000, 50_000), (1_100, 9_900)))
    sign = 1 if moves.endswith("basic") else -1
    return (basic, project), (basic + sign * moved, project - sign * moved), moved


def _expected(
    wording: Wording, chosen: Mapping[str, str], figures: _Figures, whole: int, parts: Sequence[int]
) -> tuple[Expected, ...]:
    if not wording.moves:
        return ()
    if ":" in wording.moves:
        line = frozenset([chosen["g"]])
        giving, receiving = (end.partition(":")[2] for end in wording.moves.split(">"))
        return ((line, line, f"{giving}>{receiving}", Decimal(whole * 100)),)
    givers, receivers = (frozenset(chosen[role] for role in side) for side in wording.moves.split(">"))
    amount = whole
    if not wording.has_amount and len(givers) == len(receivers) == 1:
        (giver,), (receiver,) = givers, receivers
        fall = sum(figures.old[giver]) - sum(figures.new[giver])
        rise = sum(figures.new[receiver]) - sum(figures.old[receiver])
        amount = min(fall, rise)
    elif not wording.has_amount:
        amount = (
            sum(sum(figures.new[code]) - sum(figures.old[code]) for code in receivers)
            if len(receivers) > 1
            else sum(sum(figures.old[code]) - sum(figures.new[code]) for code in givers)
        )
    return ((givers, receivers, "total", Decimal(amount * 100)),)


class _Style:
    """How lines are named and amounts printed in one document."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.unit = chance.choice(("万元", "万元", "元", " 万元"))

    def line(self, code: str) -> str:
        top, middle, low = NAMES[code[:3]], NAMES[code[:5]], NAMES[code]
        ways = [
            f"{top}（类）{middle}（款）{low}（项）",
            f"{middle}（款）{low}（项）",
            f"{low}（项）",
            f"{code}{low}",
            f"{low}（{code}）",
            f"{code}科目",
            f"“{low}”科目",
            f"“{low}”",
            f"{low}科目",
            f"{middle}款{low}项",
            f"{top}-{middle}-{low}",
            f"{code}（{low}）",
            f"{code}-{low}",
            f"“{code} {low}”",
        ]
        if low.startswith("其他"):
            ways.append(f"“{low.removesuffix('支出')}”科目")
        return self.chance.choice(ways)

    def money(self, amount: int) -> str:
        if self.unit == "元":
            return f"{amount * 100:,}元" if self.chance.random() < 0.5 else f"{amount * 100}元"
        number = f"{amount / 100:.2f}"
        return (number.rstrip("0").rstrip(".") if self.chance.random() < 0.3 else number) + self.unit


def _told(
    wording: Wording, chosen: Mapping[str, str], whole: int, parts: Sequence[int], year: int, chance: random.Random
) -> str:
    style = _Style(chance)
    words = {role: style.line(code) for role, code in chosen.items()}
    amounts = {"a": whole, "b": parts[0], "c": parts[-1], "d": chance.randrange(200, 290)}
    words |= {key: style.money(amount) for key, amount in amounts.items()}
    words["p"] = f"{chance.randrange(101, 4900) / 100:.2f}%"
    words["x"] = chance.choice(USES)
    years = {"year": year, "last": year - 1, "next": year + 1, "past": year - 4}
    opening = "" if wording.place else chance.choice(OPENINGS)
    return (opening + wording.text + chance.choice(ENDINGS)).format(**words, **years)


def document(
    own: Columns,
    compared: Columns,
    year: int,
    stage: str,
    remarks: Mapping[str, str],
    general: Sequence[str],
    causes: Mapping[str, str],
    chance: random.Random,
) -> str:
    """A budget or final account as text: the sentences of each line, then the form of the general public budget."""
    word = "预算" if stage == "budget" else "决算"
    lines = [BODY, f"{year}年度部门{word}公开", "", "一、主要职责", "", "组织实施有关服务工作。", ""]
    lines += [f"二、一般公共预算{'拨款' if stage == 'budget' else '财政拨款'}支出{word}具体情况", ""]
    for number, code in enumerate(sorted(own), start=1):
        was, now = sum(compared[code]), sum(own[code])
        path = f"{NAMES[code[:3]]}（类）{NAMES[code[:5]]}（款）{NAMES[code]}（项）"
        change = _change(was, now)
        if stage == "budget":
            text = f"{number}.{path}{year}年预算{now / 100:.2f}万元，比上年预算{change}"
        else:
            text = f"{number}.{path}。年初预算为{was / 100:.2f}万元，支出决算为{now / 100:.2f}万元，决算数较年初预算数{change}"
        reason = remarks.get(code) or (f"主要原因是{causes[code]}" if was != now and code in STEADY else "")
        lines += [text + (f"，{reason}" if reason else "") + "。", ""]
    lines += ["三、其他需要说明的情况", ""]
    for text in general:
        lines += [text + "。", ""]
    lines += ["政府性基金预算：本年度无政府性基金安排的支出。", ""]
    title = f"{year}年一般公共预算支出表" if stage == "budget" else "一般公共预算财政拨款支出决算表"
    lines += [title, "", f"部门：{BODY}", "", "单位：万元", ""]
    lines += ["科目编码\t科目名称\t合计\t基本支出\t项目支出"]
    lines += ["\t".join(("", "合计", *_printed(own, "")))]
    for code in sorted({code[:length] for code in own for length in (3, 5, 7)}):
        lines += ["\t".join((code, NAMES[code], *_printed(own, code)))]
    return "\n".join(lines) + "\n"


def _change(was: int, now: int) -> str:
    if was == now:
        return "持平"
    return f"{'增加' if now > was else '减少'}{abs(now - was) / 100:.2f}万元"


def _printed(own: Columns, prefix: str) -> list[str]:
    basic = sum(amounts[0] for code, amounts in own.items() if code.startswith(prefix))
    project = sum(amounts[1] for code, amounts in own.items() if code.startswith(prefix))
    return [f"{amount / 100:.2f}" if amount else "" for amount in (basic + project, basic, project)]
