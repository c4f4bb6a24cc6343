"""What the documents themselves say: quoted sentences and printed rows."""

from __future__ import annotations

from dataclasses import dataclass

from difftool.report.sources import Reference


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    source: Reference


@dataclass(frozen=True, slots=True)
class Strip:
    """A printed row, `told` its caption, `at` its exact place in words: a picture, or `words` where `uri` is ""."""

    uri: str
    width: int
    height: int
    words: str
    told: str
    side: str
    at: str
    source: Reference
