"""A line said to be for projects that has none: "…而安排的年度项目支出" beside project expenditure of 0."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.names import line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_FOR_PROJECTS = lazy_pattern(r"(?:主要)?用于[^。]*?(?:安排|发生)的(?:年度)?项目支出")
_FORMS = ("expenditure", "general_public")


class KindOfSpending(Rule):
    code = "kind-of-spending"
    family = "form against sentence"
    title = "A line said to be spent on projects has project expenditure"
    title_zh = "科目用途与支出性质"
    why = "The forms split each line into 基本支出 and 项目支出; what the text says of its use must fit that split."
    why_zh = "各表把每个科目分为基本支出和项目支出；文字所说的用途应与之相符。"
    needs = "a sentence on the use of a line, and a form with both columns"
    tolerance = "none"
    grade = WORDING
    message_zh = "文字称“{line}”用于项目支出，表中该科目全部为基本支出 {expected}"
    message_en = "the text says that {line} is for projects, yet all of it is basic expenditure, {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for fact in case.narrative:
            sentence = case.sentence_at(fact.where, fact.raw) if kind_of(fact.item) == "func" else None
            match = _FOR_PROJECTS.search(sentence.passage.text) if sentence is not None else None
            if sentence is None or match is None or match.start() < sentence.start:
                continue
            basic = column(fact, "basic", case)
            if not basic or len(case_lines(sentence.passage.text)) > 1:
                continue
            judged += 1
            projects = column(fact, "project", case)
            if basic[0].amount == fact.amount and not any(each.amount for each in projects):
                places = (sentence.passage.place_at(match.start()), *(each.where for each in (*basic, *projects)))
                findings.append(Finding(say_fact(basic[0]), "0", places, {"line": line_name(fact)}))
        return Examination(tuple(findings), judged)


def column(fact: Fact, measure: str, case: Case) -> list[Fact]:
    return [f for f in case.amounts(fact.item, measure=measure, phase=fact.phase) if f.statement in _FORMS]


def case_lines(text: str) -> list[str]:
    """The uses that a passage tells: with more than one, which line a use belongs to is open."""
    return re.findall(r"(?:主要)?用于", text)
