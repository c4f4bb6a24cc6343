"""三公经费, meetings, training and procurement in sentences and annexes against the form of them."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.checks.against_forms import Against, compare
from difftool.checks.case import Case
from difftool.checks.rule import Examination, Rule
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import FINAL
from difftool.model.fact import ADJUSTED, APPROVED, NARRATIVE, Fact
from difftool.model.item import kind_of


class ThreePublicTold(Rule):
    code = "three-public-told"
    family = "form against sentence"
    title = "三公经费 are the same in the text, the annexes and their form"
    title_zh = "“三公”经费：文字与表格"
    why = "The text explains the three-public form; a line has one 预算数 and one 决算数."
    why_zh = "文字是对“三公”经费表的说明；每一项只有一个预算数、一个决算数。"
    needs = "a three-public form and sentences or annexes about its lines"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "{source}称“{line}”{phase}为 {found}，{form}{of}为 {expected}{hint}"
    message_en = "the {source} gives {line} ({phase_en}) {found}, the {form}{of} gives {expected}{hint}"

    def examine(self, case: Case) -> Examination:
        pairs = []
        for fact in case.disclosure.facts:
            told = kind_of(fact.item) == "public" and fact.statement != "three_public"
            if told and fact.measure == "total" and fact.year == case.disclosure.year:
                pairs.append(Against(fact, printed_for(fact, case), case.usual_step(fact), line_of(fact)))
        return compare(pairs, case.causes, "“三公”经费表", "a three-public form")


def printed_for(fact: Fact, case: Case) -> Sequence[Fact]:
    """What the form prints for a line in that phase; its 预算数 in a final account that says "预算" alone."""
    form = [f for f in case.amounts(fact.item) if f.statement == "three_public"]
    same_phase = [f for f in form if f.phase == fact.phase]
    if same_phase or case.disclosure.stage != FINAL or fact.phase != APPROVED:
        return same_phase
    if fact.statement == NARRATIVE:
        sentence = case.sentence_at(fact.where, fact.raw)
        if sentence is not None and "年初" in sentence.text:
            return []
    return [f for f in form if f.phase == ADJUSTED]


def line_of(fact: Fact) -> str:
    """The line, vehicles being one: without purchases 公务用车运行维护费 repeats 公务用车购置及运行维护费."""
    return "public:vehicle" if fact.item.startswith("public:vehicle") else fact.item
