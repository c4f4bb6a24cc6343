"""The language of a report: every phrase is written in Chinese in the code, other languages come from a catalogue."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources

CHINESE, ENGLISH = "zh-CN", "en"
LANGUAGES = (CHINESE, ENGLISH)

_spoken: ContextVar[str] = ContextVar("language of the report", default=CHINESE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything said inside is said in this language, one of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language}")
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    return _spoken.get()


def say(phrase: str, **values: object) -> str:
    """The phrase in the language spoken, its `{fields}` filled in; a phrase without translation stays Chinese."""
    words = phrase if spoken() == CHINESE else catalogue(spoken()).get(phrase, phrase)
    return words.format(**values) if values else words


@cache
def catalogue(language: str) -> dict[str, str]:
    """Chinese phrases and what they are in another language, from the CSV file of that language."""
    text = resources.files("difftool.templates").joinpath(f"words.{language}.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return dict(rows)
