"""One line on the terminal that says what is being done; silent where standard error is no terminal."""

from __future__ import annotations

import shutil
import sys
import unicodedata

_ERASE = "\r\x1b[2K"


class Progress:
    """Says each step in place of the last; leaving the block wipes the line."""

    def __init__(self) -> None:
        self._told = False
        self._doing = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()

    def step(self, doing: str) -> None:
        self._doing = doing
        self._tell(doing)

    def reached(self, what: str) -> None:
        """Say how far the step has come."""
        self._tell(f"{self._doing}: {what}")

    def _tell(self, words: str) -> None:
        """Write the words in one line: what is longer than the terminal is wide could not be wiped."""
        if sys.stderr.isatty():
            width = shutil.get_terminal_size().columns
            sys.stderr.write(f"{_ERASE}{fitting(words, width - 3)} …")
            sys.stderr.flush()
            self._told = True


def fitting(words: str, width: int) -> str:
    """As much of the beginning as is at most so wide, where Chinese letters are two columns wide."""
    for end, letter in enumerate(words):
        width -= 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width < 0:
            return words[:end]
    return words


def counted(count: int) -> str:
    return "one document" if count == 1 else f"{count} documents"
