"""A form as found in a document: its grids over all pages, and what its caption says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from difftool.model.disclosure import Indicator
from difftool.model.document import Grid
from difftool.model.fact import Fact
from difftool.model.problem import Problem

if TYPE_CHECKING:
    from difftool.forms.layout import Part


@dataclass(frozen=True, slots=True)
class Form:
    """One statement of one entity. `parts` are its grids in order, one for each page or piece that it is printed on.

    `unit` is a key of `difftool.model.money.YUAN`; `stage` is "budget" or "final"; `year` the fiscal year of its title.
    `unit_printed` says that the form prints its unit itself.
    Each part still holds its header rows; a part may also begin without any. `laid_out` belongs to
    `difftool.forms.layout.lay_out`, which keeps there what it found.
    """

    statement: str
    title: str
    entity: str
    unit: str
    year: int
    stage: str
    parts: tuple[Grid, ...]
    unit_printed: bool = True
    laid_out: list[Part] = field(default_factory=list, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class FormReading:
    """What one form says."""

    facts: tuple[Fact, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    problems: tuple[Problem, ...] = ()
