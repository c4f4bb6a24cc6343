"""What an amount was told of, and what a passage is read with."""

from __future__ import annotations

from msgspec import Struct

from difftool.model.fact import Fact
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention


class Told(Struct, frozen=True):
    """An amount told of a line: `subject` names it, `end` is where the amount ends in its passage."""

    subject: Mention
    facts: tuple[Fact, ...]
    end: int


class Setting(Struct, frozen=True):
    """What a passage is read with: the lines that it may name, the document's year and stage, and what stands above it.

    `headed` is the phase that the heading says: budgets tell last year's 三公 under "决算情况". `among_projects` says
    that what is above lists projects below their sum, and `listed` that the passage is an item of that list. `fund` is
    the one whose parts the passage may tell, "total" for none, and `part` is "basic" or "project" where economic lines
    in it are lines of that expenditure; `project` is the one above whose parts it tells.
    """

    lines: Lines
    year: int
    stage: str
    headed: str | None = None
    among_projects: bool = False
    listed: bool = False
    fund: str = "total"
    part: str = ""
    project: str = ""
