"""All kinds of problems that are declared, for the documentation and for looking a code up."""

from __future__ import annotations

from collections.abc import Iterator

from difftool.model import bound_problems, file_problems, form_problems, scan_problems
from difftool.model.problem import Problem

_MODULES = (file_problems, bound_problems, scan_problems, form_problems)


def problem_kinds() -> Iterator[type[Problem]]:
    """Each kind once, in the order in which they are declared; shapes of one message are one kind."""
    for module in _MODULES:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Problem) and "code" in vars(kind):
                yield kind
