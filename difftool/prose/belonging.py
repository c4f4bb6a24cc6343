"""Whether an amount is of the line named before it, of the line in hand, or of something of the same name."""

from __future__ import annotations

import re

from difftool import codes
from difftool.model.item import is_category, kind_of
from difftool.pattern import lazy_pattern
from difftool.prose.clauses import AmountInText, clause_end, ends_sentence, sentence_end
from difftool.prose.mention import Mention
from difftool.prose.periods import is_pure
from difftool.prose.subjects import public_mentions
from difftool.prose.told import Setting
from difftool.prose.totals import told_of_projects
from difftool.prose.wholes import WHOLES, of_another_fund

# 三公 expenses that are economic lines too; 机关运行经费 and the sum of the 三公 are none.
_ECONOMIC_TOO = tuple(
    f"public:{item}" for item in ("abroad", "vehicle_purchase", "vehicle_operation", "reception", "meeting", "training")
)
# The columns of a line that a total's name means inside the line's sentence.
PARTS_OF_LINE = {"use:basic": "basic", "use:project": "project", "total": ""}
_USED_FOR = lazy_pattern(r"[，,](?:主要)*用于(?:主要用于)?[：:]?$")
_PARTS_FOLLOW = lazy_pattern(r"^[，,]?[（(]?其中")
# What names the whole of a body or of a fund, though in words that are not known.
_WHOLE = lazy_pattern(
    r"(?<!经费)总(?:收|支|预|决|额|计)|[合共总]计|收支|整体|本年|全年|拨款|财政|预算(?:支出|收入)"
    r"|(?:部门|(?<!事业)单位)(?:本级)?(?:预算|支出|收入|总|共|安排)"
)
_ORIGIN = lazy_pattern(r"(?:当年|本年|结转(?:[和、]?结余)?)(?:预算|财政)?(?:拨款)?资金安排的?$")
_OTHER_SIDE = lazy_pattern(r"[，,；;、](支出)(?:总额|合计)?[为是]?")
_ECONOMIC_LIST = lazy_pattern(
    r"(?:基本工资|津贴补贴|绩效工资|办公费|印刷费|邮电费|差旅费|水费|电费|劳务费|工会经费|福利费)(?:支出)?[\d,]+(?:\.\d+)?万?元"
)


def goes_on(named: Mention, lead: str, subject: Mention, labelled: bool, offset: int = 0) -> bool:
    """Whether a bare "支出决算为" goes on with the line of the label above it, instead of naming the whole.

    `offset` is where the lead begins in its passage, which the line can open: "（一）因公出国费用。预算支出为0万元".
    """
    bare = named.item in WHOLES and not named.also and is_pure(lead[max(subject.end - offset, 0) : named.start])
    if named.item.endswith(":year_total") and subject.item.endswith(":total"):
        return False  # "总支出9万元，其中本年支出合计8万元"
    if of_another_fund(named, subject):
        return False  # 西安: "一般公共预算拨款支出9万元、政府性基金拨款支出0万元"
    same_sentence = not ends_sentence(lead) and kind_of(subject.item) != "source"
    return bare and (subject.firm or labelled or same_sentence)


def is_within_line(named: Mention, lead: str, subject: Mention, *, divided: bool) -> bool:
    """Whether a part or a carry-over is that of the line in hand: "住房公积金（项）5万元，其中：基本支出5万元".

    Of a line named without its level only what follows 其中 or what it is used for is surely a part, and what goes on
    behind that, which `divided` says: "“农林水支出”科目9万元，主要用于人员经费5万元、项目支出4万元".
    """
    if kind_of(subject.item) != "func":
        return False
    if subject.firm and sentence_end(lead).startswith("其中"):
        return is_part(named)  # 内蒙古: "行政运行（2130201）支出9万元，较上年增加1万元；其中人员经费8万元"
    if ends_sentence(lead):
        return False
    if subject.firm or _PARTS_FOLLOW.search(lead):
        return is_part(named)
    return named.item in PARTS_OF_LINE and (divided or bool(_USED_FOR.search(lead[: named.start])))


def is_part(named: Mention) -> bool:
    """Whether a column of a line is named, by the name that is also that of a large part of the whole body."""
    return named.item in PARTS_OF_LINE or "carryover" in named.item


def is_part_of_untold(named: Mention, lead: str, before: str, *, divided: bool) -> bool:
    """Whether an amount is a part of the amount right before it, whose line is not known.

    `before` are the words before that amount. 广西: "机构运行9万元，其中：基本支出8万元，项目支出1万元".
    """
    if not is_part(named) or ends_sentence(lead) or not (divided or _PARTS_FOLLOW.search(lead)):
        return False
    return not _WHOLE.search(clause_end(before))


def is_bare_line(named: Mention) -> bool:
    """Whether a 款 or 项 is named by its bare name, which a project can bear too."""
    return not named.firm and kind_of(named.item) == "func" and not is_category(named.item)


def is_other_side(lead: str, subject: Mention) -> bool:
    """Whether an amount is of expenditure, told after one of income: "财政拨款收入9万元；支出8万元"."""
    return kind_of(subject.item) == "source" and "收入" in subject.name and "支出" in lead and "收入" not in lead


def other_side_of(lead: str, subject: Mention) -> Mention | None:
    """The total of expenditure right behind that of income: "部门收入9万元，支出8万元"."""
    match = _OTHER_SIDE.fullmatch(lead) if subject.item in ("source:total", "source:year_total") else None
    if match is None or subject.measure != "total" or subject.also:
        return None
    return Mention(subject.item.replace("source:", "use:"), match.group(1), *match.span(1), False)


def is_of_body(named: Mention) -> bool:
    """Whether a total or a large part of all income and expenditure is named."""
    return kind_of(named.item) in ("source", "use", "total")


def in_economic_list(named: Mention, text: str) -> bool:
    """Whether an amount is of an economic line of the same name: "基本工资5万元、住房公积金2万元"."""
    shared = named.item in _ECONOMIC_TOO or codes.economic_by_name(named.name) is not None
    return shared and bool(_ECONOMIC_LIST.search(text))


def is_last_of_several(named: Mention, lead: str) -> bool:
    """Whether an amount is of several expenses together: "会议费、培训费共5万元"."""
    before = lead[: named.start]
    if "均" in lead[named.end :]:
        return False  # "会议费、培训费均为0万元": each is
    return bool(re.search(r"[、及和与]$", before)) and any(public_mentions(before)) and kind_of(named.item) == "public"


def is_share_by_origin(named: Mention, lead: str, sentence: str) -> bool:
    """Whether an amount is only what one year's money pays of the 三公 expenses.

    广西: "“三公”经费预算5万元，其中，当年预算资金安排的“三公”经费3万元，上年结转资金安排的“三公”经费2万元".
    """
    origin = _ORIGIN.search(lead[: named.start]) if kind_of(named.item) == "public" else None
    return origin is not None and ("结转" in origin.group() or "其中" in sentence)


def is_project_of_fund(named: Mention, one: AmountInText, setting: Setting) -> bool:
    """Whether an item of a list of projects opens with a fund, which is no income there: 国有资本经营预算."""
    return setting.listed and one.lead == one.before and (kind_of(named.item) == "source" or named.measure != "total")


def is_of_something_else(named: Mention, one: AmountInText, setting: Setting) -> bool:
    """Whether an amount is of a project, an economic line or several expenses, not of the line named."""
    if (setting.among_projects and is_bare_line(named)) or (setting.listed and is_part(named)):
        return True
    if is_of_body(named) and (told_of_projects(one.sentence) or is_project_of_fund(named, one, setting)):
        return True
    if is_share_by_origin(named, one.lead, one.sentence):
        return True
    return (not named.firm and in_economic_list(named, one.text)) or is_last_of_several(named, one.lead)
