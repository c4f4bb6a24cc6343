"""Write a result to a file or the terminal, and turn a declared error into one line and exit code 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.model.problem import CannotWrite, DifftoolError

if TYPE_CHECKING:
    from difftool.read.origin import Origin


@contextmanager
def told_in_one_line() -> Iterator[None]:
    try:
        yield
    except DifftoolError as error:
        tell_error(error)
        raise SystemExit(2) from error


def tell_error(error: DifftoolError) -> None:
    click.echo(f"difftool: {error}", err=True)


def refuse_overwriting(outputs: Iterable[Path | None], origins: Iterable[Origin]) -> None:
    """Raise `CannotWrite` where an output is one of the documents to read, which may be the only copy of it."""
    known = [output for output in outputs if output is not None and output.exists()]
    if not known:
        return
    from difftool.read.origin import found

    for origin in origins:
        for given in [origin] if isinstance(origin, str | Path) else origin:
            for _, path in found(given):
                for output in known:
                    if path.exists() and path.samefile(output):
                        raise CannotWrite(path=output, detail="it is one of the documents to read")


def write(content: str | bytes, output: Path | None) -> None:
    """Write text as UTF-8, or bytes as they are, to `output`, or to standard output where there is none."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None:
        try:
            click.echo(data, nl=False)
        except BrokenPipeError:  # whoever reads has seen enough: `difftool extract FILE | head`
            raise
        except OSError as error:
            raise CannotWrite(path="standard output", detail=error.strerror or error) from error
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
    except OSError as error:
        raise CannotWrite(path=output, detail=error.strerror or error) from error
