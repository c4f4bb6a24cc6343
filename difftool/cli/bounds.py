"""The options that say how much reading one document may cost, the same for every command that reads."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from difftool.model.bounds import DEFAULT, Bounds

MEGABYTE = 1_000_000

# The field of Bounds, how many of its units are one of the option's, and what is bounded.
OPTIONS = (
    ("seconds", 1, "Seconds of the clock for reading one document; what was read by then is kept."),
    ("memory", MEGABYTE, "Megabytes of memory for reading one document."),
    ("unpacked", MEGABYTE, "Megabytes that all streams or parts of one file may unpack to."),
    ("operators", 1, "Operators on one page of a PDF."),
    ("pages", 1, "Pages of a PDF, or sheets of a workbook."),
    ("nesting", 1, "How deep forms and arrays of a PDF may lie in one another."),
    ("cells", 1, "Cells of all tables in one file."),
)


class BoundedCommand(click.Command):
    """A command whose help tells the bounds in a section of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Arguments are told by the usage line and the text; click counts them among what has a help record since 8.5.
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        bounds = [option for option in options if is_bound(option)]
        others = [option for option in options if not is_bound(option)]
        for title, parameters in (("Options", others), ("Bounds for one document", bounds)):
            records = [record for each in parameters if (record := each.get_help_record(ctx)) is not None]
            with formatter.section(title):
                formatter.write_dl(records)


def is_bound(parameter: click.Parameter) -> bool:
    return (parameter.name or "").startswith("max_")


def bounds_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of the bounds; it gets them together as `bounds`."""

    @functools.wraps(function)
    def with_bounds(*arguments: Any, **options: Any) -> Any:
        told = {name: unit * options.pop(f"max_{name}") for name, unit, _ in OPTIONS}
        return function(*arguments, bounds=Bounds(**told), **options)

    for name, unit, what in reversed(OPTIONS):
        default = getattr(DEFAULT, name)
        seconds = isinstance(default, float)
        with_bounds = click.option(
            f"--max-{name}",
            type=click.FloatRange(0, min_open=True) if seconds else click.IntRange(1),
            default=default if seconds else default // unit,
            show_default=True,
            metavar="SECONDS" if seconds else "MB" if unit == MEGABYTE else "N",
            envvar=f"DIFFTOOL_MAX_{name.upper()}",
            help=what,
        )(with_bounds)
    return with_bounds
