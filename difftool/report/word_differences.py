"""Which words of a sentence were taken out and which were put in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from difftool.pattern import lazy_pattern
from difftool.report.view import Piece

_WORD = lazy_pattern(r"\d[\d,]*(?:\.\d+)?%?|[A-Za-z]+|.", re.DOTALL)
_SHORTEST_KEPT = 2  # words; a single letter left between two differences only makes them hard to read
_LEAST_KEPT = 0.3  # of the words; what has less in common is read one after the other


def word_differences(old: str, new: str) -> tuple[Piece, ...]:
    """The two sentences as one, in pieces that are in both, in the old or in the new; numbers are never cut apart."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    opcodes = matcher.get_opcodes()
    found: list[Piece] = []
    gone = come = ""
    kept = 0
    for at, (tag, old_from, old_to, new_from, new_to) in enumerate(opcodes):
        is_edge = at in (0, len(opcodes) - 1)
        if tag == "equal" and (is_edge or old_to - old_from >= _SHORTEST_KEPT):
            found += _replaced(gone, come)
            gone = come = ""
            found.append(Piece("both", "".join(before[old_from:old_to])))
            kept += old_to - old_from
        else:
            gone += "".join(before[old_from:old_to])
            come += "".join(after[new_from:new_to])
    found += _replaced(gone, come)
    if kept < _LEAST_KEPT * max(len(before), len(after)):
        found = _replaced(old, new)
    return tuple(found)


def _replaced(gone: str, come: str) -> list[Piece]:
    return [Piece(side, text) for side, text in (("old", gone), ("new", come)) if text]
