"""Other bodies' names in the forms of a body that says it has no unit below it."""

from __future__ import annotations

import difflib
import re

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_ALONE = lazy_pattern(
    r"(?:没有|无|不含|未设)[^。，；]{0,8}(?:二级|下属|下级|所属|直属|独立核算)[^。，；]{0,8}(?:单位|机构)"
    r"|(?:只有|仅|仅有|只含|仅包括|包括|仅含)[^。，；]{0,6}本级(?:预算|决算)?[^。，；、]{0,4}$|无所属预算单位"
)
_CODE = lazy_pattern(r"^\[?\d{3,}\]?[-—_]?")
_NEAR = 0.6


class UnitNames(Rule):
    code = "unit-names"
    family = "names and labels"
    title = "The forms of a body without units name that body alone"
    title_zh = "单位名称"
    why = "A former name or another body's in a form leaves open whose money it is."
    why_zh = "表中出现旧名称或别的单位的名称，就不知道是谁的钱。"
    needs = "a sentence that the body has no units below it, and forms that name units"
    tolerance = "one name within the other"
    grade = WORDING
    message_zh = "本单位无下属单位，表中却出现“{found}”（应为“{expected}”）"
    message_en = "the body has no units, yet a form names “{found}” (expected “{expected}”)"

    def examine(self, case: Case) -> Examination:
        own = bare(case.disclosure.entity)
        if not own or not any(_ALONE.search(sentence.text) for sentence in case.sentences):
            return Examination()
        named: dict[str, list[Place]] = {}
        for fact in case.forms:
            if kind_of(fact.item) == "unit":
                unit, _, _ = name_in(fact.item).partition("/")  # a line below it names it too
                named.setdefault(bare(unit), []).append(fact.where)
        for table in case.disclosure.tables:
            if table.entity:
                named.setdefault(bare(table.entity), []).append(table.where)
        findings = [
            Finding(own, name, tuple(dict.fromkeys(places)))
            for name, places in named.items()
            if name and name not in own and own not in name and len(name) >= 5 and not short_form(name, own)
        ]
        return Examination(tuple(findings), len(named))


def bare(name: str) -> str:
    return re.sub(r"[（(]?(?:本级|机关|本部|汇总)[）)]?$|[\s“”\"]", "", _CODE.sub("", name.strip()))


def short_form(name: str, own: str) -> bool:
    """Whether a name drops words of the other: 市发展改革委 and 长沙市发展和改革委员会."""
    return difflib.SequenceMatcher(None, name, own).ratio() > _NEAR and all(char in own for char in name)
