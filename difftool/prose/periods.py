"""Which phase and year an amount in a sentence belongs to, and whether the amount is one at all."""

from __future__ import annotations

import re
from decimal import Decimal

from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED
from difftool.model.funds import NAMED_BUDGET
from difftool.pattern import lazy_pattern
from difftool.prose.clauses import AmountInText
from difftool.prose.directions import FALLING, RISING

# The last of these words before an amount decides.
_PHASE_WORDS: tuple[tuple[str, str], ...] = (
    ("预算执行数", EXECUTED),
    ("预算执行", EXECUTED),
    ("全年预算", ADJUSTED),
    ("调整预算", ADJUSTED),
    ("调整后预算", ADJUSTED),
    ("调整数", ADJUSTED),
    ("年初预算", APPROVED),
    ("预算", APPROVED),
    ("决算", EXECUTED),
    ("执行数", EXECUTED),
    ("实际支出", EXECUTED),
    ("实际完成", EXECUTED),
)
_PHASE = lazy_pattern("|".join(word for word, _ in _PHASE_WORDS))
_PHASES = dict(_PHASE_WORDS)
# 预算 inside the names of funds and of the year's papers says no phase.
_FUNDS = lazy_pattern(
    rf"{NAMED_BUDGET}|(?:完成|占)(?:年初|全年|调整)?预算"
    r"|(?:比|较|与|同|[大小高低]于)(?:20[0-4]\d年度?|上年度?|去年)?(?:年初|全年|调整)?(?:预算|决算|执行)"
)
_YEAR = lazy_pattern(r"(20[0-4]\d)年")
_LAST_YEAR = lazy_pattern(
    r"(?:上年|去年)(?:度)?(?:年初)?(?:预算|决算|执行)|(?:上年|去年)(?:度|同期)?(?:累计|实际)?(?:支出|开支|安排)?数?(?:为|是|的)?$"
    # A clause of its own, "，上年支出合计3,700万元"; what was left of last year, 上年结转, is money of this year.
    r"|[，,；;（(](?:上年|去年)(?:度|同期)?(?![^，,。；;]*结[转余])[^，,。；;]{2,20}$"
)
# A comparison that a comma closes says nothing of the amount behind it: "比上年预算数减少2.78%，其中：购置费0万元".
_TOLD_AGAINST = lazy_pattern(r"[比较与同](?:上年|去年)[^，,。；;]*[，,。；;]")
_COMPLETED = lazy_pattern(r"完成了?(?:年初|(全年|调整后?))?的?预算(?:安排)?数?$")
_COMPARED = lazy_pattern(
    r"(?:比|(?<!经比)较|与|同|[大小高低]于)(?:20[0-4]\d年(?:度)?|上年(?:度)?|去年(?:同期)?|年初|全年预算|调整预算|预算)"
    r"(?:(?!其中|持平|不变|一致|相同|%)[^，,。；;])*$"
)
# "决算数8.42万元，比年初预算9.12万元减少0.70万元": the yardstick is printed too, with its phase.
_YARDSTICK = lazy_pattern(
    r"[比较与同和](?P<base>(?:20[0-4]\d年|上年|去年|年初|全年|调整|预算)[^，,。；;]*(?:预算|决算|执行)(?:安排)?数?为?"
    r"|20[0-4]\d年度?的?(?:[^，,。；;]{0,12}(?:合计|总计|支出|收入|经费))?|(?:上年|去年)(?:度|同期)?(?:累计|实际)?(?:支出|开支)数?)$"
)
# "比上年2.50万元减少0.50万元"; behind a comma, "比上年1.43万元，增加0.68%", the amount may be the change.
_BARE_YARDSTICK = lazy_pattern(r"[比较](?P<base>(?:上年|去年)(?:度|同期)?数?)$")
# "较上年（5.00万元）减少1.00万元", "比上年预算（注：上年5.00万元）减少1.00万元".
_NOTED = lazy_pattern(r"[（(](?:注[：:])?(?:(?:20[0-4]\d年|上年|去年)度?)?(?:预算|决算)?数?[为是]?$")
_NOTE_ENDS = lazy_pattern(r"[^（）()。；;]{0,20}[）)]")
_FROM_IT = lazy_pattern(
    rf"(?:相比[，,]?[^，,。；;\d]{{0,12}}?|[，,]?)(?:{RISING}|{FALLING}|多|少|持平|一致|相同|增|减)"
)
_PERCENT = lazy_pattern(r"[，,](?:(?P<falls>下降|减少|降低)|增长|增加|上升|提高)了?(?P<percent>\d+(?:\.\d+)?)%")
_MOVED_ON = lazy_pattern(
    r"(?:[）)][和及与、][^，,。；;：:]*?|[^，,。；;：:]{0,12}?)(?:变更|调[整剂入至到列]|改[由列在用]|划[转入至归]|转[入至到列]|归[入并]|列入|移[至到列])"
)
# "与上年相比增加（减少）0万元" leaves the choice to the reader; "小于上年预算数29.65万元", "比上年减少了补助资金9万元".
_CHANGE_SAID = lazy_pattern(
    r"(?:[大小高低]于(?:20[0-4]\d年|上年|去年|年初|全年|预算)"
    r"|[比较与同](?:20[0-4]\d年|上年|去年)[^，,。；;]*(?:增加|减少|增长|下降))[^，,。；;]*$"
)
_DIFFERENCE = lazy_pattern(
    rf"(?:{RISING}|{FALLING}|增幅|降幅|增减|节约|节省|(?<!结转)(?<!结转[和及与])(?<!拨款)(?<!专用)结余|超支|压缩|调增|调减|追加|核减|净增|扣减|增|减|多|少|(?<!收支)差额|差值)"
    r"(?:额|数|了|约|的)?(?:为|约|共计|合计)?$"
)
# "由上年的5.00万元减少到4.00万元": what is behind is the amount itself, as it is now.
_REACHED = (
    r"(?:[比较](?:20[0-4]\d年|上年|去年)度?)?"
    rf"(?:{RISING}|{FALLING}|压缩|核减|增|减|降|升)[到至]"
)
_COMES_TO = lazy_pattern(rf"{_REACHED}$")
_MOVED = lazy_pattern(r"(?:调整|调剂|归|转|并|改|划|移)(?:至|到|入|为|列|由)")
# Words that may stand between the name of a line and its amount without changing what the amount is.
_PURE = lazy_pattern(
    r"(?:[，,。．；;：:、“”\"＂（）()【】]|其中|20[0-4]\d(?:年度?|(?=预算|决算|年初|年末))|本年(?:度)?|当年|年初|年末|年终|全年|上年|去年|中央|市级|本级|"
    r"(?:一般)?公共预算|政府性基金|国有资本经营|财政拨款|财政|财政资金|预算|决算|执行|支出|安排|经费|费用|费|数额|数|总额|总计|汇总|总(?=[预决]算|支出|收入)|合计|共计|共有|共|情况(?:说明)?|(?:购置车辆|团组)?\d[\d,，]*(?:批次|人次|个|辆|台)|完成(?:年初|全年|调整)?预算的?\d+(?:\.\d+)?%|占[^，,。；;\d]{0,20}?\d+(?:\.\d+)?%|金额|额|为|是|约|拟|的|今年|年度|完成|未|无|没有|"
    r"[（(](?:类|款|项)[)）]|科目|调整后?|实际|开支|拨款|资金|项目|年|均|按|人民币|分别|各(?=[是为])|[由从](?=上年|去年|20[0-4]\d年)"
    rf"|{_REACHED})*"
)
_ASIDE = lazy_pattern(r"[（(][^（）()]*[)）]")


def phase_said(lead: str) -> str | None:
    """The phase by the last word for one in `lead`, None without any."""
    words = _PHASE.findall(_FUNDS.sub("", lead))
    return _PHASES[words[-1]] if words else None


def completed_phase(lead: str) -> str | None:
    """The phase of the amount that was carried out: "完成年初预算" before "100万元的95%"; None elsewhere."""
    match = _COMPLETED.search(lead)
    return None if match is None else ADJUSTED if match.group(1) else APPROVED


def year_said(lead: str, year: int) -> int | None:
    """The year that `lead` says of the amount itself, None without any; 上年 is the one before `year`."""
    found = [
        int(match.group(1))
        for match in _YEAR.finditer(lead)
        if not re.search(r"(?:比|较|与|同)$", lead[: match.start()])
    ]
    if not found and _LAST_YEAR.search(_TOLD_AGAINST.sub("，", lead)):
        return year - 1
    return found[-1] if found else None


def yardstick_in(lead: str, rest: str) -> str:
    """The words for the amount that something is measured against, "" where the amount after `lead` is none.

    `rest` must go on with the change: 江苏's "小于上年预算数29.65万元" prints the difference itself.
    """
    noted, closed = _NOTED.search(lead), _NOTE_ENDS.match(rest)
    if noted and closed:
        lead, rest = lead[: noted.start()], rest[closed.end() :]
    match = _YARDSTICK.search(lead) or (_BARE_YARDSTICK.search(lead) if rest[:1] not in ("，", ",") else None)
    return match.group("base") if match and _FROM_IT.match(rest) else ""


def is_forgotten_change(amount: Decimal, of_year: Decimal, rest: str) -> bool:
    """Whether an amount before `rest` is the change itself, though the word for it is forgotten.

    广西: "本年收入568.5万元，较2023年度决算数71.62万元，增长14.4%": as last year's amount it fits the percentage not,
    as the change to `of_year` it does.
    """
    match = _PERCENT.match(rest)
    if match is None:
        return False
    percent = Decimal(match.group("percent")) / 100 * (-1 if match.group("falls") else 1)
    step = Decimal(1).scaleb(percent.as_tuple().exponent)  # type: ignore[arg-type]
    change = amount.copy_sign(percent)
    before = of_year - change
    fits_as_change = before > 0 and abs(change / before - percent) <= step
    return fits_as_change and not (amount > 0 and abs(of_year / amount - 1 - percent) <= step)


def is_difference(lead: str) -> bool:
    """Whether the amount after `lead` is by how much something changed."""
    return bool(_DIFFERENCE.search(lead) or _CHANGE_SAID.search(lead))


def is_moved(lead: str) -> bool:
    """Whether the words before an amount tell of money moving to the line that they name."""
    return bool(_MOVED.search(lead))


def is_moved_on(lead: str, rest: str) -> bool:
    """Whether the words after an amount take it to another line: "甲（项）12.5万元变更科目为乙（项）"."""
    return bool(_MOVED_ON.match(rest)) and not re.search(r"(?:预算|决算|执行数|支出)(?:数|安排|为)*$", lead)


def is_pure(between: str) -> bool:
    """Whether only words of form stand between a name and its amount, so that the amount is the line's own."""
    return bool(_PURE.fullmatch(_ASIDE.sub("", between))) or bool(_PURE.fullmatch(between))


def is_compared(lead: str) -> bool:
    """Whether the amount after `lead` is only the yardstick: "比2023年预算数…"."""
    return bool(_COMPARED.search(lead))


def is_change(one: AmountInText) -> bool:
    """Whether an amount is by how much something changed, a yardstick, or money on its way to another line."""
    if is_moved(one.sentence) or is_moved_on(one.lead, one.rest):
        return True
    return not _COMES_TO.search(one.lead) and (is_difference(one.lead) or is_compared(one.lead))
