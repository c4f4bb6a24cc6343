"""Empty forms without a word, and words of emptiness over forms with amounts."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.names import form_name, form_name_en
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION, FORM
from difftool.model.disclosure import Passage, Table
from difftool.model.fact import Fact
from difftool.model.place import PagePlace, Place
from difftool.pattern import lazy_pattern

_FUNDS = {"government_fund": "政府性基金", "state_capital": "国有资本经营"}
_NONE = "(?:没有|无|未安排|不涉及|未发生|没有使用)[^。，；]{{0,12}}{word}[^。，；]{{0,24}}(?:收入|支出|预算|拨款|收支)"
_ANY_WORD = lazy_pattern(r"没有|无|未|空表|为空|空白|为0|0万元|0元|零|不涉及")
_NOTE = lazy_pattern(r"^[（(]?(?:备?注|说明)[:：]?[^。]{0,12}(?:无|没有|空)|本表(?:无|为空|没有)")
_OTHER_MEANING = lazy_pattern(r"无(?:偿|形|法|需|关)|结转|增减|变化")


class EmptyForms(Rule):
    code = "empty-forms"
    family = "forms required"
    title = "An empty form says that it is empty, and a filled one does not"
    title_zh = "空表说明"
    why = "地方预决算公开操作规程: an empty form is published with a note that says so."
    why_zh = "地方预决算公开操作规程：空表也要公开，并注明原因。"
    needs = "fund or state-capital forms"
    tolerance = "a note anywhere in the text"
    grade = FORM
    message_zh = "{form}：{found}，{expected}"
    message_en = "{form}: {found}, {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        silent: list[tuple[str, Place]] = []
        for form, word in _FUNDS.items():
            tables = [table for table in case.disclosure.tables if table.statement == form]
            amounts = [fact for fact in case.own_year if fact.statement == form and fact.amount]
            judged += bool(tables or amounts)
            denial = next((p for p in case.passages if denies(p, word)), None)
            if amounts and denial is not None:
                findings.append(denied(form, max(amounts, key=lambda fact: fact.amount), denial))
            elif tables and not amounts and not any(speaks(p, word, tables[0]) for p in case.disclosure.passages):
                silent.append((form, tables[0].where))
        if silent:
            findings.append(without_note(silent))
        return Examination(tuple(findings), judged)


def denied(form: str, fact: Fact, denial: Passage) -> Finding:
    return Finding(
        expected="文字却说没有",
        found=f"表中有 {say_fact(fact)}",
        cells=(fact.where, denial.where),
        details={"form": form_name(form)},
        details_en={
            "form": form_name_en(form),
            "expected": "yet the text says there is none",
            "found": f"it prints {say_fact(fact)}",
        },
        grade=CONTRADICTION,
    )


def without_note(silent: list[tuple[str, Place]]) -> Finding:
    return Finding(
        expected="应有说明",
        found="空表而无说明",
        cells=tuple(place for _, place in silent),
        details={"form": "、".join(form_name(form) for form, _ in silent)},
        details_en={
            "form": ", ".join(form_name_en(form) for form, _ in silent),
            "expected": "a note should say so",
            "found": "empty",
        },
    )


def denies(passage: Passage, word: str) -> bool:
    """Whether a sentence says that there is no money of a fund in this year."""
    denials = (match.group() for match in re.finditer(_NONE.format(word=word), passage.text))
    return any(not _OTHER_MEANING.search(words) for words in denials)


def speaks(passage: Passage, word: str, table: Table) -> bool:
    """Whether a passage says that a form is empty: it names the fund, or is the note below the form."""
    if not _ANY_WORD.search(passage.text):
        return False
    where, form = passage.where, table.where
    below = isinstance(where, PagePlace) and isinstance(form, PagePlace) and where.on_page_of(form)
    return word in passage.text or below or _NOTE.search(passage.text) is not None
