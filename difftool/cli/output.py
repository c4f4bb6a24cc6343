"""Write a result to a file or the terminal, and turn a declared error into one line and exit code 2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from difftool.model.problem import CannotWrite, DifftoolError


@contextmanager
def told_in_one_line() -> Iterator[None]:
    try:
        yield
    except DifftoolError as error:
        click.echo(f"difftool: {error}", err=True)
        raise SystemExit(2) from error


def write(text: str, output: Path | None) -> None:
    """Write UTF-8 to `output`, or to standard output where there is none."""
    if output is None:
        click.echo(text.encode("utf-8"), nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotWrite(path=output, detail=error.strerror or error) from error
