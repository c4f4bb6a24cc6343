"""Percentages that miss: each a finding, but those off by the last digit alone are told together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.checks.quoting import quoted
from difftool.checks.rule import Finding
from difftool.model.comparison import ROUNDING
from difftool.model.place import Place

_SHOWN = 8


class Miss(Struct, frozen=True):
    """A printed percentage that its amounts do not give; `step` is its last printed digit."""

    right: Decimal
    printed: Decimal
    step: Decimal
    words: str
    where: Place
    hint: str = ""
    hint_en: str = ""

    @property
    def last_digit_only(self) -> bool:
        return abs(self.right - self.printed) <= self.step


def told_misses(misses: Sequence[Miss]) -> tuple[Finding, ...]:
    """A finding for each miss; one finding for all that are off by the last digit, which is rounding done badly."""
    places: dict[tuple[str, Decimal], list[Place]] = {}
    for miss in misses:
        places.setdefault((miss.words, miss.printed), []).append(miss.where)
    once = list({(miss.words, miss.printed): miss for miss in misses}.values())
    found = [
        Finding(
            expected=f"{miss.right}%",
            found=f"{miss.printed}%",
            cells=tuple(dict.fromkeys(places[miss.words, miss.printed])),
            details={"words": quoted([miss.words]), "hint": miss.hint},
            details_en={"hint": miss.hint_en},
        )
        for miss in once
        if not miss.last_digit_only
    ]
    small = [miss for miss in once if miss.last_digit_only]
    if small:
        words = quoted(f"{miss.words}（应为{miss.right}%）" for miss in small[:_SHOWN])
        found.append(
            Finding(
                expected=f"{small[0].right}%",
                found=f"{small[0].printed}%",
                cells=tuple(miss.where for miss in misses if miss.last_digit_only),
                details={"words": words, "hint": f"，末位进舍有误，共 {len(small)} 处"},
                details_en={"hint": f", off in the last digit, {len(small)} in all"},
                grade=ROUNDING,
            )
        )
    return tuple(found)
