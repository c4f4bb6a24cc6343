"""Whom performance forms are about: a project, a unit or all together, by a label's value or by the title."""

from __future__ import annotations

from msgspec import Struct

from difftool.forms.labels import name_of, squeeze
from difftool.pattern import lazy_pattern

_CODE = lazy_pattern(r"^[0-9A-Z]{6,}[-_—－]")
_TITLE = lazy_pattern(r"(.{2,}?)(?:项目)?(?:支出)?绩效目标(?:申报)?表$")
# Titles that name no project: 部门专项业务经费绩效目标表, 2026年市级一般性项目绩效目标表.
_GENERAL = lazy_pattern(
    r"(?:20\d\d年(?:度)?)?(?:省级|市级|区级|县级|部门|单位|预算|政策|和|及|项目|专项|资金|业务|经费|支出|总体|整体|重点|一般性|主要|一级|年度)*"
)
TOTAL_NAMES = ("合计", "总计", "金额合计", "资金合计")


class Subject(Struct):
    """Whom the amounts and indicators are of."""

    item: str
    name: str
    project: str = ""


def project_in_title(text: str) -> str:
    """The project that a title names ("公安办案业务经费项目绩效目标表"), "" where it names none."""
    match = _TITLE.fullmatch(squeeze(text))
    return "" if match is None or _GENERAL.fullmatch(match.group(1)) else match.group(1)


def subject_of(kind: str, text: str) -> Subject:
    """Whom a text names, less the code before it: 合计 is all together, else the item is of this kind."""
    bare = _CODE.sub("", squeeze(text))
    name = name_of(bare.rsplit("_", 1)[-1] if kind == "project" else bare)
    if name in TOTAL_NAMES:
        return Subject("total", name)
    return Subject(f"{kind}:{name}", name, name if kind == "project" else "")
