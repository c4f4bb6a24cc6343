"""What is left of the bounds while one document of pages is read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from difftool.model.bounds import BYTES, CELLS, CODES, TIME, Bounds
from difftool.model.problem import DamagedFile, DifftoolError, Problem, TookTooLong, too_large


class TooMuch(Exception):
    """A bound was reached: `code` says of which kind, the message which one and how to raise it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Budget:
    """What is left of the bounds while one document is read."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.bytes_left = bounds.unpacked
        self.cells_left = bounds.cells
        self._end = time.monotonic() + bounds.seconds

    def check_time(self) -> None:
        if self.late:
            raise TooMuch(TIME, f"reading takes more than {self.bounds.seconds:g} seconds (--max-seconds)")

    @property
    def late(self) -> bool:
        return time.monotonic() > self._end

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time that does not count: recognition of pictures has its own bounds."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - begun

    def spend(self, decoded: int) -> None:
        """Count decoded bytes."""
        self.bytes_left -= decoded
        if self.bytes_left < 0:
            raise TooMuch(BYTES, f"the streams hold more than {self.bounds.unpacked:,} bytes (--max-unpacked)")

    def spend_cells(self, more: int) -> None:
        """Count cells of tables."""
        self.cells_left -= more
        if self.cells_left < 0:
            raise TooMuch(CELLS, f"the tables have more than {self.bounds.cells:,} cells (--max-cells)")


def nothing_read(path: Path, problem: Problem, bounds: Bounds) -> DifftoolError:
    """The error for a file of which nothing could be read, for this first reason."""
    if problem.code == TIME:
        return TookTooLong(path=path, seconds=bounds.seconds)
    if problem.code in CODES:
        return too_large(problem.code, path, problem.message)
    return DamagedFile(path=path, detail=problem.message)
