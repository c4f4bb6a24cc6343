"""A form as found in a document: its grids over all pages, and what its caption says of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from difftool.model.disclosure import Indicator
from difftool.model.document import Grid
from difftool.model.fact import Fact
from difftool.model.problem import Problem

if TYPE_CHECKING:
    from difftool.forms.layout import Part


class Form(Struct, frozen=True, dict=True):
    """One statement of one entity. `parts` are its grids in order, one for each page or piece that it is printed on.

    `unit` is a key of `difftool.model.money.YUAN`; `stage` is "budget" or "final"; `year` the fiscal year of its title.
    `unit_printed` says that the form prints its unit itself, `unit_unread` is one that it prints and is none known.
    Each part still holds its header rows; a part may also begin without any.
    """

    statement: str
    title: str
    entity: str
    unit: str
    year: int
    stage: str
    parts: tuple[Grid, ...]
    unit_printed: bool = True
    unit_unread: str = ""

    @cached_property
    def laid_out(self) -> tuple[Part, ...]:
        """Every part with its columns and body rows, worked out once."""
        from difftool.forms.layout import lay_out

        return lay_out(self)


class FormReading(Struct, frozen=True):
    """What one form says."""

    facts: tuple[Fact, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    problems: tuple[Problem, ...] = ()
