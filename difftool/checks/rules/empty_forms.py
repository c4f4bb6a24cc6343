"""Empty forms without a word, and words of emptiness over forms with amounts."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.names import form_name, form_name_en
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION, FORM
from difftool.model.disclosure import Passage

_FUNDS = {"government_fund": "政府性基金", "state_capital": "国有资本经营"}
_NONE = "(?:没有|无|未安排|不涉及|未发生|没有使用)[^。，；]{{0,12}}{word}[^。，；]{{0,24}}(?:收入|支出|预算|拨款|收支)"
_ANY_WORD = re.compile(r"没有|无|未|空表|为空|为0|0万元|0元|零|不涉及")
_OTHER_MEANING = re.compile(r"无(?:偿|形|法|需|关)|结转|增减|变化")


class EmptyForms(Rule):
    code = "empty-forms"
    family = "forms required"
    title = "An empty form says that it is empty, and a filled one does not"
    title_zh = "空表说明"
    why = "地方预决算公开操作规程: an empty form is published with a note that says so."
    needs = "fund or state-capital forms"
    tolerance = "a note anywhere in the text"
    grade = FORM
    message_zh = "{form}：{found}，{expected}"
    message_en = "{form}: {found}, {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for form, word in _FUNDS.items():
            tables = [table for table in case.disclosure.tables if table.statement == form]
            amounts = [fact for fact in case.own_year if fact.statement == form and fact.amount]
            if not tables and not amounts:
                continue
            judged += 1
            names = {"form": form_name(form)}
            names_en = {"form": form_name_en(form)}
            denial = next((p for p in case.passages if amounts and denies(p, word)), None)
            if denial is not None:
                whole = max(amounts, key=lambda fact: fact.amount)
                expected = "文字却说没有"
                findings.append(
                    Finding(
                        expected,
                        f"表中有 {say_fact(whole)}",
                        (whole.where, denial.where),
                        names,
                        {
                            **names_en,
                            "expected": "yet the text says there is none",
                            "found": f"it prints {say_fact(whole)}",
                        },
                        CONTRADICTION,
                    )
                )
            elif tables and not amounts and not any(speaks(p, word) for p in case.disclosure.passages):
                findings.append(
                    Finding(
                        "应有说明",
                        "空表而无说明",
                        (tables[0].where,),
                        names,
                        {**names_en, "expected": "a note should say so", "found": "empty"},
                    )
                )
        return Examination(tuple(findings), judged)


def denies(passage: Passage, word: str) -> bool:
    """Whether a sentence says that there is no money of a fund in this year."""
    denials = (match.group() for match in re.finditer(_NONE.format(word=word), passage.text))
    return any(not _OTHER_MEANING.search(words) for words in denials)


def speaks(passage: Passage, word: str) -> bool:
    return word in passage.text and _ANY_WORD.search(passage.text) is not None
