"""A disclosure of a few lines that is read before the real one, so that what almost every document needs is ready."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from difftool.model.disclosure import Disclosure
from difftool.pipeline import disclosure_in
from difftool.read.text import read_text

TEXT = "rehearsal.txt"


@cache
def rehearsed() -> Disclosure:
    """The disclosure of the rehearsal.

    Hundreds of patterns are compiled and lists of codes loaded at their first use, which takes as long as making a
    short disclosure: here it is done while another process still reads the document.
    """
    text = resources.files("difftool").joinpath(TEXT).read_bytes()
    return disclosure_in(read_text(Path(TEXT), text))
