"""The checks of disclosures as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from difftool.model.comparison import Check
from difftool.model.disclosure import Disclosure
from difftool.report.appendix import check_message
from difftool.report.check_counts import counted, findings_of, unread
from difftool.report.comparison_data import check_data
from difftool.report.language import CHINESE, say, speaking
from difftool.report.plain_data import heading_data, problem_data
from difftool.report.problem_words import problem_message
from difftool.report.sources import file_name, place_words
from difftool.report.words import GRADES

Checked = Iterable[tuple[Disclosure, Sequence[Check]]]

CHECKS_SCHEMA = "difftool.checks/1"


def checks_json(checked: Checked) -> str:
    """Every check of every disclosure as JSON, as a comparison has them, and what could not be read to be checked."""
    data = {
        "schema": CHECKS_SCHEMA,
        "documents": [
            {
                "disclosure": heading_data(disclosure),
                "checks": [check_data(check) for check in checks],
                "problems": [problem_data(problem) for problem in disclosure.problems],
            }
            for disclosure, checks in checked
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def checks_text(checked: Checked, language: str = CHINESE) -> str:
    """The findings of each disclosure and what could not be read, one a line, and a line that counts the rest."""
    lines: list[str] = []
    with speaking(language):
        for disclosure, checks in checked:
            lines.append(f"{file_name(disclosure.source)}  {disclosure.entity} {disclosure.year}")
            for check in findings_of(checks):
                where = say("、").join(dict.fromkeys(place_words(place) for place in check.cells[:4]))
                grade = say(GRADES.get(check.grade, check.grade))
                lines.append(f"  [{grade}] {check_message(check)}  ({check.rule}; {where})")
            for problem in unread(disclosure, checks):
                where = f"; {place_words(problem.where)}" if problem.where is not None else ""
                lines.append(f"  [{say('没能读出')}] {problem_message(problem)}  ({problem.code}{where})")
            lines.append(f"  {counted(checks)}")
    return "\n".join(lines) + "\n"
