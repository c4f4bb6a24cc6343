"""What the documents themselves say: quoted sentences and printed rows."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.sources import Reference


class Quote(Struct, frozen=True):
    text: str
    source: Reference


class Strip(Struct, frozen=True):
    """A printed row, `told` its caption, `at` its exact place: a picture, or `words` where `uri` is "".

    `middle` is where the framed cell stands, in percent of the picture's width.
    """

    uri: str
    middle: int
    width: int
    height: int
    words: str
    told: str
    side: str
    at: str
    source: Reference
