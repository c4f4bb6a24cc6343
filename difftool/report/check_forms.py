"""The checks of disclosures as text for a terminal and as JSON, and the rules in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from difftool.checks.rule import Described
from difftool.model.comparison import FAIL, PASS, Check
from difftool.model.disclosure import Disclosure
from difftool.model.problem import UnknownRule
from difftool.report.appendix import check_message
from difftool.report.language import CHINESE, say, speaking
from difftool.report.plain_data import check_data, heading_data
from difftool.report.sources import file_name, place_words

Checked = Iterable[tuple[Disclosure, Sequence[Check]]]

CHECKS_SCHEMA = "difftool.checks/1"
_GRADES = {
    "zh-CN": {"contradiction": "矛盾", "rounding": "尾差", "form": "表格", "wording": "文字"},
    "en": {"contradiction": "contradiction", "rounding": "rounding", "form": "form", "wording": "wording"},
}
_SUMMARY = {
    "zh-CN": "{fails} 处不符；{passes} 条规则全部相符；{others} 条不适用或无法判定",
    "en": "{fails} findings; {passes} rules hold; {others} do not apply or cannot be judged",
}


def checks_json(checked: Checked) -> str:
    """Every check of every disclosure as JSON, in the form that a comparison's checks have."""
    data = {
        "schema": CHECKS_SCHEMA,
        "documents": [
            {"disclosure": heading_data(disclosure), "checks": [check_data(check) for check in checks]}
            for disclosure, checks in checked
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def checks_text(checked: Checked, language: str = CHINESE) -> str:
    """The findings of each disclosure, one a line with grade, rule and place, and a line that counts the rest."""
    lines: list[str] = []
    with speaking(language):
        for disclosure, checks in checked:
            lines.append(f"{file_name(disclosure.source)}  {disclosure.entity} {disclosure.year}")
            fails = [check for check in checks if check.status == FAIL]
            for check in fails:
                where = say("、").join(dict.fromkeys(place_words(place) for place in check.cells[:4]))
                grade = _GRADES[language].get(check.grade, check.grade)
                lines.append(f"  [{grade}] {check_message(check)}  ({check.rule}; {where})")
            passes = sum(check.status == PASS for check in checks)
            others = len(checks) - passes - len(fails)
            lines.append("  " + _SUMMARY[language].format(fails=len(fails), passes=passes, others=others))
    return "\n".join(lines) + "\n"


def all_rules() -> list[Described]:
    from difftool.checks.rules import RULES, RULES_BETWEEN

    return [*RULES, *RULES_BETWEEN]


def rule_list() -> str:
    """All rules by code with their titles."""
    rules = all_rules()
    width = max(len(rule.code) for rule in rules)
    return "".join(f"{rule.code:{width}}  {rule.title}（{rule.title_zh}）\n" for rule in rules)


def rule_text(code: str) -> str:
    """What one rule asks. Raises `UnknownRule` for a code that none has."""
    rule = next((rule for rule in all_rules() if rule.code == code), None)
    if rule is None:
        raise UnknownRule(rule=code)
    return (
        f"{rule.code}: {rule.title}（{rule.title_zh}）\n"
        f"  why:        {rule.why}\n"
        f"  needs:      {rule.needs}\n"
        f"  lets pass:  {rule.tolerance}\n"
        f"  grade:      {rule.grade}\n"
        f"  says:       {rule.message_zh}\n"
        f"              {rule.message_en}\n"
    )
