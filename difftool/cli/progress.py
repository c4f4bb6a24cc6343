"""One line on the terminal that says what is being done; silent where standard error is no terminal."""

from __future__ import annotations

import sys

_ERASE = "\r\x1b[2K"


class Progress:
    """Says each step in place of the last; leaving the block wipes the line."""

    def __init__(self) -> None:
        self._told = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()

    def step(self, doing: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"{_ERASE}{doing} …")
            sys.stderr.flush()
            self._told = True


def counted(count: int) -> str:
    return "one file" if count == 1 else f"{count} files"
