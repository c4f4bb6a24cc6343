"""What could not be read, in the language of the report."""

from __future__ import annotations

from difftool.checks.quoting import fill
from difftool.model.problem import Problem
from difftool.report.language import CHINESE, say, spoken
from difftool.report.words import measure_name

_MEASURES = frozenset({"under", "meant", "measure"})  # the details that name columns


def problem_message(problem: Problem) -> str:
    """What a problem says: the Chinese or English template of its kind with its details, after the file's name."""
    if spoken() != CHINESE:
        return problem.message
    told = {name: measure_name(str(value)) if name in _MEASURES else str(value) for name, value in problem.details}
    chinese = {name.removesuffix("_zh"): value for name, value in told.items() if name.endswith("_zh")}
    message = fill(problem.template_zh, told | chinese)
    return f"{problem.file}{say('：')}{message}" if problem.file else message
