"""Amounts of no budget line that a sentence gives a name of their own: projects, purchases by kind, funds set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from difftool import codes
from difftool.model.item import kind_of, name_in, stands_within
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount
from difftool.prose.clauses import AmountInText, clause_outside_brackets
from difftool.prose.lines_by_purpose import assets_to_be_acquired, line_of, managed_funds, mention
from difftool.prose.mention import Mention
from difftool.prose.money_names import HOLDINGS, own_name
from difftool.prose.told import Setting

# A sentence that tells why an amount changed tells of money that came or went, not of what there is.
_REASON = lazy_pattern(r"原因|由于|因为|系因|主要是因|同比|新增|(?:增加|减少)了?(?!值)|" + HOLDINGS)
_BESIDE = lazy_pattern(
    rf"单价|单位价值|{HOLDINGS}|原值|(?:原因|由于|因为|主要是因|主要是|系)[^。；;]*$|每[^，,。；;]{{0,6}}$|人均|平均"
)
_ACQUIRING = lazy_pattern(r"购置固定资产$")
_LIST = lazy_pattern(r"(?:主要用于|包括|分别(?:为|是))[^，,。；;：:]*$")
# "常用装备保障项目615.04万元，其中结转结余126万元": the part of the amount before that was carried over.
_CARRIED_OVER = lazy_pattern(r"[，,（(](?:其中)?(?:含)?(?:上年|年初)?结转(?:和|及|与)?(?:结余)?(?:资金)?$")
_REVIEWED = lazy_pattern(
    r"(?:[（(]?[一二三四五六七八九十\d]+[)）.．、])?[“\"]?(?P<name>[^，,。；;：:“”\"]{2,40}?)[”\"]?(?:项目)?(?:绩效)?(?:自评|评价)?(?:情况)?综述[：:]"
)
_REVIEW_AMOUNT = lazy_pattern(r"(?:^|[。；;，,])(?:项目)?(?:全年预算|年初预算|执行|实际支出)数?为?$")


class OwnName(Struct, frozen=True):
    """An amount with the line that its own words make: `said` are the words that tell its year and phase."""

    amount: Amount
    line: Mention
    said: str

    @property
    def project(self) -> str:
        """The name of the project that the line is, "" for other lines and for parts of one."""
        item = self.line.item
        return name_in(item) if kind_of(item) == "project" and not stands_within(item) else ""

    @property
    def is_economic(self) -> bool:
        """Whether the line is one of the economic classification."""
        item = self.line.item
        kind = kind_of(item)
        return kind == "econ" or (kind == "line" and codes.economic_by_name(name_in(item)) is not None)


def by_own_names(text: str, left: Iterable[AmountInText], setting: Setting) -> Iterator[OwnName]:
    """The amounts of a passage that have a name of their own, in order.

    In an item of a list of projects the first amount is the project's, the others are parts of it; in an item below
    such a one all are.
    """
    review = _REVIEWED.match(text)
    if review is not None:
        yield from of_reviewed(review["name"], left)
        return
    lines, project = setting.lines, setting.project
    among_projects = setting.listed or bool(project)
    before: OwnName | None = None
    for one in left:
        if before is not None and before.amount.end == one.offset and _CARRIED_OVER.search(one.lead):
            yield OwnName(one.amount, replace(before.line, measure="carryover_in"), "")
            continue
        goes_on = before is not None and one.lead.startswith("、")
        before = None
        line = (None if among_projects else managed_funds(one)) or assets_to_be_acquired(one)
        if line is not None:
            yield OwnName(one.amount, line, clause_outside_brackets(one.lead))
            continue
        if _REASON.search(one.sentence):
            continue
        listed = goes_on or bool(_LIST.search(one.lead))
        opens = among_projects and not project
        name, said = own_name(one, lines, among_projects=among_projects, listed=listed, opens=opens)
        if not name:
            continue
        if among_projects:
            line = mention(f"project:{project}/line:{name}" if project else f"project:{name}", name)
            project = project or name
        else:
            line = line_of(name, one, lines)
        before = OwnName(one.amount, line, said)
        yield before


def of_reviewed(project: str, left: Iterable[AmountInText]) -> Iterator[OwnName]:
    """The amounts of a passage that reviews one project: what it was given and what it spent."""
    for one in left:
        if _REVIEW_AMOUNT.search(one.lead):
            yield OwnName(one.amount, mention(f"project:{project}", project), one.lead)


def is_beside_the_budget(one: AmountInText) -> bool:
    """Whether an amount is no money of the year: the price from which equipment is listed, what assets are worth."""
    return bool(_BESIDE.search(one.sentence)) and not _ACQUIRING.search(one.lead)
