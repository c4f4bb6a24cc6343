"""What stands behind the numbers: checks that held or failed, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.model.comparison import CONTRADICTION, FAIL, NOT_APPLICABLE, PASS, UNDECIDABLE, Check
from difftool.report.context import Context, reads_itself
from difftool.report.language import ENGLISH, say, spoken
from difftool.report.pictures import check_spots, place_strips
from difftool.report.problem_words import problem_message
from difftool.report.view import CheckRow, CheckSummary, ProblemRow
from difftool.report.words import ALONE, GRADES, SIDES

_GRAVE = ("", CONTRADICTION)


def checks_of(context: Context) -> CheckSummary:
    """Contradictions and lesser failures in full, the others by their messages."""
    checks = context.comparison.checks
    grave, minor = grave_checks(checks), minor_checks(checks)
    passed = [check for check in checks if check.status == PASS]
    undecided = [check for check in checks if check.status == NOT_APPLICABLE and check.grade == UNDECIDABLE]
    if checks:
        sentence = "{passed} 项规则相符；另有 {failed} 处自相矛盾，{minor} 处尾差、格式或措辞，{undecided} 项无法判定。"
    else:
        sentence = "没有可以核对的勾稽关系。"
    return CheckSummary(
        sentence=say(sentence, passed=len(passed), failed=len(grave), minor=len(minor), undecided=len(undecided)),
        failed=tuple(_check_row(context, check) for check in grave),
        minor=tuple(_check_row(context, check) for check in minor),
        passed=_messages(passed),
        undecided=_messages(undecided),
    )


def _messages(checks: Iterable[Check]) -> tuple[tuple[str, str], ...]:
    return tuple((say(SIDES.get(check.side, check.side)), check_message(check)) for check in checks)


def check_message(check: Check) -> str:
    """The check's message in the language spoken, as far as it has one."""
    return (check.message_en or check.message) if spoken() == ENGLISH else check.message


def grave_checks(checks: Iterable[Check]) -> list[Check]:
    """The checks that failed by more than rounding, form or wording."""
    return [check for check in checks if check.status == FAIL and check.grade in _GRAVE]


def minor_checks(checks: Iterable[Check]) -> list[Check]:
    """The other failed checks, matters of form before matters of rounding."""
    weight = {grade: number for number, grade in enumerate(GRADES)}
    minor = [check for check in checks if check.status == FAIL and check.grade not in _GRAVE]
    return sorted(minor, key=lambda check: weight.get(check.grade, 0))


def problems_of(context: Context) -> tuple[ProblemRow, ...]:
    """What could not be read, of both documents; one document alone is told once."""
    sides = [("old", context.comparison.old), ("new", context.comparison.new)]
    if reads_itself(context.comparison):
        sides = sides[1:]
    return tuple(
        ProblemRow(
            side=say(SIDES[side]),
            message=problem_message(problem),
            code=problem.code,
            source=None if problem.where is None else context.links[side].reference(problem.where),
        )
        for side, disclosure in sides
        for problem in disclosure.problems
    )


def _check_row(context: Context, check: Check) -> CheckRow:
    spots = check_spots(context, check)
    cells = [context.links[side].reference(place) for side, place in spots]
    return CheckRow(
        side=say(SIDES[ALONE]) if reads_itself(context.comparison) else say(SIDES.get(check.side, check.side)),
        rule=check.rule,
        grade=_grade_words(context, check),
        message=check_message(check),
        expected=check.expected,
        found=check.found,
        cells=tuple(dict.fromkeys(cells)),
        strips=place_strips(context, dict.fromkeys(spots)),
    )


def _grade_words(context: Context, check: Check) -> str:
    if check.side not in context.links and check.grade in _GRAVE:
        return say("互相矛盾")
    return say(GRADES.get(check.grade, "不符"))
