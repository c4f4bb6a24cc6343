"""2,776.75 beside 2731.79 in one form."""

from __future__ import annotations

from collections import defaultdict

from difftool.checks.case import Case
from difftool.checks.names import form_name, form_name_en
from difftool.checks.quantities import MAIN_FORMS
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact
from difftool.pattern import lazy_pattern

_GROUPED = lazy_pattern(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = lazy_pattern(r"-?\d{4,}(?:\.\d+)?")


class Thousands(Rule):
    code = "thousands"
    family = "wording"
    title = "A form groups its thousands or does not"
    title_zh = "千位分隔符"
    why = "Figures typed in by hand among computed ones often show themselves by their print."
    why_zh = "手工填入的数夹在计算出的数中间，常从写法上看得出来。"
    needs = "a form with amounts of four digits and more"
    tolerance = "none"
    grade = WORDING
    message_zh = "{form}中千位分隔符不一致：{expected} 与 {found}（{count} 处）"
    message_en = "{form}: {expected} beside {found} ({count} of them)"

    def examine(self, case: Case) -> Examination:
        printed: dict[str, tuple[list[Fact], list[Fact]]] = defaultdict(lambda: ([], []))
        for fact in case.forms:
            raw = fact.raw.strip()
            if fact.statement in MAIN_FORMS and _GROUPED.fullmatch(raw):
                printed[fact.statement][0].append(fact)
            elif fact.statement in MAIN_FORMS and _PLAIN.fullmatch(raw):
                printed[fact.statement][1].append(fact)
        findings = []
        for statement, (grouped, plain) in printed.items():
            if grouped and plain:
                usual, odd = sorted((grouped, plain), key=len, reverse=True)
                names = {"form": form_name(statement), "count": str(len(odd))}
                places = tuple(dict.fromkeys(fact.where for fact in odd))
                words = (usual[0].raw.strip(), odd[0].raw.strip())
                findings.append(Finding(*words, places, names, {"form": form_name_en(statement)}))
        return Examination(tuple(findings), len(printed))
