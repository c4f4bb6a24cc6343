"""Text layers that say other characters than the page shows: of the print of a disclosure most is Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.pattern import lazy_pattern
from difftool.read.pdf.faces import UNREADABLE
from difftool.read.pdf.runs import Run

FEW = 10  # characters of foreign names and symbols that a page may have
SHARE = 20  # so many times as much is Chinese on a page that prints such names: seen are 200 times and more
_CHINESE = lazy_pattern(r"[\u2e80-\u9fff]")
# Where broken maps of characters lead: controls, letters of other scripts, private use, nowhere.
_ELSEWHERE = lazy_pattern(rf"[\x00-\x1f\x7f-\x9f\xc0-\u1fff\ue000-\uf8ff{UNREADABLE}]")


def is_garbled(runs: Sequence[Run]) -> bool:
    """Whether many characters of a page are none that a Chinese document prints."""
    text = "".join(["".join(run.texts) for run in runs])
    elsewhere = len(_ELSEWHERE.findall(text))
    return elsewhere > FEW and elsewhere * SHARE > len(_CHINESE.findall(text))
