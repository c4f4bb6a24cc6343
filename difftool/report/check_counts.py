"""The findings of `difftool check` in the order in which they weigh, how many of what weight, and what was not read."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.comparison import FAIL, PASS, Check
from difftool.model.disclosure import Disclosure
from difftool.model.form_problems import SumsFail
from difftool.model.problem import Problem
from difftool.report.appendix import grave_checks, minor_checks
from difftool.report.language import say


def findings_of(checks: Sequence[Check]) -> list[Check]:
    """The checks that failed, contradictions first; among those of one grade the order of the rules is kept."""
    return [*grave_checks(checks), *minor_checks(checks)]


def unread(disclosure: Disclosure, checks: Sequence[Check]) -> list[Problem]:
    """What could not be read, or not surely, and so was not checked; sums that fail are findings where any are told."""
    told = bool(grave_checks(checks))
    return [each for each in disclosure.problems if not (told and isinstance(each, SumsFail))]


def counted(checks: Sequence[Check]) -> str:
    """How many contradict themselves, how many are lesser, how many rules hold, and how many say nothing."""
    passed = sum(check.status == PASS for check in checks)
    return say(
        "{grave} 处自相矛盾，{minor} 处尾差、格式或措辞；{passed} 项规则全部相符；{others} 项不适用或无法判定。",
        grave=len(grave_checks(checks)),
        minor=len(minor_checks(checks)),
        passed=passed,
        others=sum(check.status != FAIL for check in checks) - passed,
    )
