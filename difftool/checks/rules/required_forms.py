"""The forms that a budget or a final account must publish."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.names import form_name, form_name_en
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.item import kind_of

_ALWAYS = (
    "summary",
    "income",
    "expenditure",
    "appropriation",
    "general_public",
    "general_public_basic",
    "three_public",
    "government_fund",
)
_STATE_CAPITAL_SINCE = 2021
# With fewer forms than this the document publishes its forms elsewhere.
_FEWEST = 5
_WORDS = {"government_fund": "政府性基金", "state_capital": "国有资本经营", "three_public": "三公"}


class RequiredForms(Rule):
    code = "required-forms"
    family = "forms required"
    title = "Every form that the year and stage require is there"
    title_zh = "应公开的表"
    why = (
        "地方预决算公开操作规程 lists the forms of a budget and of a final account; state capital came to them in 2021."
    )
    why_zh = "地方预决算公开操作规程列明预算和决算应公开的表；国有资本经营预算的表自 2021 年起增加。"
    needs = "a document with forms"
    tolerance = "a form that a sentence says to be left out for want of such money"
    grade = FORM
    message_zh = "缺少应公开的表：{found}"
    message_en = "required forms are missing: {found}"

    def examine(self, case: Case) -> Examination:
        there = {table.statement for table in case.disclosure.tables} | {fact.statement for fact in case.forms}
        if any(fact.statement == "general_public" and kind_of(fact.item) == "econ" for fact in case.forms):
            # 深圳 prints one form of economic lines over basic and project expenditure.
            there.add("general_public_basic")
        required = [*_ALWAYS, *(["state_capital"] if case.disclosure.year >= _STATE_CAPITAL_SINCE else [])]
        if sum(form in there for form in required) < _FEWEST:
            return Examination((), 0, "各表", "forms")
        absent = [form for form in required if form not in there and not excused(form, case)]
        if not absent:
            return Examination((), len(required))
        finding = Finding(
            expected="、".join(map(form_name, required)),
            found="、".join(map(form_name, absent)),
            cells=(),
            details_en={
                "expected": ", ".join(map(form_name_en, required)),
                "found": ", ".join(map(form_name_en, absent)),
            },
        )
        return Examination((finding,), len(required))


def excused(form: str, case: Case) -> bool:
    """Whether the text speaks of the money of a form that is not there."""
    word = _WORDS.get(form)
    return word is not None and any(word in passage.text for passage in case.passages)
