"""One code, two names: 债务利息及费用支出 in one form, 债务付息及费用支出 in the next."""

from __future__ import annotations

from itertools import combinations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.codes.names import stem
from difftool.model.comparison import WORDING
from difftool.model.item import name_in


class CodeNameVariants(Rule):
    code = "code-name-variants"
    family = "names and labels"
    title = "A code bears one name in all forms"
    title_zh = "科目名称：各表之间"
    why = "The classification has one name for each code: another one is old, misspelt, or stands beside a wrong code."
    why_zh = "每个科目编码只有一个名称：写法不同，可能是旧名称、错字，或者编码填错。"
    needs = "standard forms that print codes with names"
    tolerance = "brackets, 的, 和 or 与 or 及, 支出 at the end, and a name that holds the other"
    grade = WORDING
    message_zh = "同一科目 {code} 的名称不一：{found} 与 {expected}"
    message_en = "the code {code} is named {found} and {expected}"

    def examine(self, case: Case) -> Examination:
        findings = []
        for item, names in case.printed_names.items():
            standard = [(name, fact) for name, fact in names.items() if fact.statement != "other"]
            for (name, fact), (other, twin) in combinations(standard, 2):
                if are_apart(stem(name), stem(other)):
                    code = {"code": name_in(item)}
                    findings.append(Finding(name, other, (fact.where, twin.where), code, code))
                    break
        return Examination(tuple(findings), len(case.printed_names))


def are_apart(one: str, other: str) -> bool:
    """Whether two names are none of one line: neither is the other cut short or with a word before it."""
    return one not in other and other not in one
