"""What may stand under `problems`, and the errors that end a command, in words and as the page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from difftool.model.problem import DifftoolError, Problem
from difftool.model.problem_kinds import problem_kinds

_HEAD = """# Problems and errors

What difftool says where something could not be read, or not surely: made from the kinds themselves by
`difftool explain --problems --markdown`.

Problems stand beside the facts that could be read: under `problems` of the JSON, and in the report under
没能读出的地方, each with its place. `difftool explain CODE` tells of one.

"""
_ERRORS = """
## Errors

Where nothing can be read or done, one line says why and the exit code is 2. From Python these are exceptions, each a
class of `difftool.model.problem` below `DifftoolError` with its code.

"""


def problem_list() -> str:
    """All kinds of problems by code with their titles."""
    kinds = sorted(problem_kinds(), key=lambda kind: kind.code)
    width = max(len(kind.code) for kind in kinds)
    return "".join(f"{kind.code:{width}}  {kind.title}（{kind.title_zh}）\n" for kind in kinds)


def problem_text(code: str) -> str:
    """What one kind of problem means, "" for a code that none has."""
    kind = next((kind for kind in problem_kinds() if kind.code == code), None)
    if kind is None:
        return ""
    says = "\n              ".join(dict.fromkeys(shape for each in shapes(kind) for shape in templates(each)))
    return f"{kind.code}: {kind.title}（{kind.title_zh}）\n  means:      {kind.means}\n  says:       {says}\n"


def shapes(kind: type[Problem]) -> Iterator[type[Problem]]:
    """The kind, and those that say the same in another way."""
    yield kind
    yield from (each for each in kind.__subclasses__() if "code" not in vars(each))


def templates(kind: type[Problem]) -> tuple[str, str]:
    return kind.template_zh, kind.template


def problems_page() -> str:
    """Every kind of problem and every error as Markdown."""
    kinds = "".join(
        f"| `{kind.code}` | {kind.title}（{kind.title_zh}） | {kind.means} |\n"
        for kind in sorted(problem_kinds(), key=lambda kind: kind.code)
    )
    errors = "".join(f"| `{kind.code}` | {kind.template} |\n" for kind in sorted(_errors(), key=lambda kind: kind.code))
    return (
        f"{_HEAD}| code | what it is | what it means |\n| --- | --- | --- |\n{kinds}"
        f"{_ERRORS}| code | what the line says |\n| --- | --- |\n{errors}"
    )


def _errors(kind: type[DifftoolError] = DifftoolError) -> Iterator[type[DifftoolError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _errors(each)
