"""会议费 and 培训费 in sentences against the economic lines of the basic-expenditure form."""

from __future__ import annotations

from difftool.checks.against_forms import UNIT_SLIP, UNIT_SLIP_EN, Against, said
from difftool.checks.case import Case
from difftool.checks.names import form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION
from difftool.model.fact import Fact

_LINES = {
    "public:meeting": "econ:30215",
    "public:training": "econ:30216",
    "public:reception": "econ:30217",
    "public:abroad": "econ:30212",
    "public:vehicle_operation": "econ:30231",
}
# Shanghai's districts number their lines otherwise: there 30212 is 机关事业单位退休人员活动费.
_WORDS = {
    "public:meeting": "会议",
    "public:training": "培训",
    "public:reception": "接待",
    "public:abroad": "出国",
    "public:vehicle_operation": "车",
}
# Costs that one sentence tells together.
_BESIDE = {"public:meeting": "public:training", "public:training": "public:meeting"}


class MeetingsTold(Rule):
    code = "meetings-told"
    family = "form against sentence"
    title = "Meetings, training, reception and travel in the text fit their lines in the forms"
    title_zh = "会议费、培训费等：文字与经济分类"
    why = "30215 会议费 of the basic form is a part of all 会议费; where the text says less, one is wrong."
    why_zh = "基本支出表中的 30215 会议费只是全部会议费的一部分；文字中的数更小，必有一处不对。"
    needs = "sentences about these costs, and a basic-expenditure form by economic lines"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "文字称“{line}”为 {found}，{form}中该科目为 {expected}{hint}"
    message_en = "the text gives {line} {found}, the {form} prints {expected} for it{hint}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        seen: set[tuple[str, str]] = set()
        for fact in case.narrative:
            line = _LINES.get(fact.item)
            if line is None or fact.year != case.disclosure.year or (fact.item, str(fact.amount)) in seen:
                continue
            seen.add((fact.item, str(fact.amount)))
            printed = [
                f
                for f in case.amounts(line, phase=fact.phase)
                if f.statement == "general_public_basic" and f.measure == "total" and _WORDS[fact.item] in f.name
            ]
            if not printed:
                continue
            judged += 1
            pair = Against(fact, printed, case.usual_step(fact))
            beside = _BESIDE.get(fact.item, "")
            if not pair.agrees and (
                fact.amount < printed[0].amount or no_projects(case) or told_as_in_form(beside, fact, case)
            ):
                slip, expected, found = said(printed[0], fact)
                findings.append(
                    Finding(
                        expected=expected,
                        found=found,
                        cells=(fact.where, printed[0].where),
                        details={
                            "line": line_name(fact),
                            "form": form_name(printed[0].statement),
                            "hint": UNIT_SLIP if slip else "",
                        },
                        details_en={
                            "form": form_name_en(printed[0].statement),
                            "hint": UNIT_SLIP_EN if slip else "",
                        },
                    )
                )
        return Examination(tuple(findings), judged)


def told_as_in_form(item: str, fact: Fact, case: Case) -> bool:
    """Whether the text gives the cost told beside this one as the basic form prints it: then it speaks of that form.

    江苏 prints both in a form of their own, of all money: what that form prints is no question of the basic one.
    """
    if any(f.item == fact.item for f in case.forms):
        return False
    told = [f for f in case.narrative if (f.item, f.year, f.phase) == (item, fact.year, fact.phase) and f.amount]
    line = _LINES.get(item, "")
    form = [f for f in case.amounts(line, measure="total", phase=fact.phase) if f.statement == "general_public_basic"]
    return bool(told and form) and all(Against(f, form, case.usual_step(f)).agrees for f in told)


def no_projects(case: Case) -> bool:
    """Whether project expenditure is printed as 0, so that no line can have a part outside the basic form."""
    projects = [fact for (quantity, _), facts in case.quantities.items() if quantity == "project" for fact in facts]
    return bool(projects) and all(fact.amount == 0 for fact in projects)
