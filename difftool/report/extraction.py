"""One line on how a disclosure was read: how much, how much of it is borne out, and how much is not accounted for."""

from __future__ import annotations

from decimal import Decimal

from difftool.model.disclosure import Disclosure
from difftool.model.fact import NARRATIVE


def reading_summary(disclosure: Disclosure) -> str:
    """The line that `difftool extract` says on the terminal."""
    printed = [fact for fact in disclosure.facts if fact.statement != NARRATIVE]
    borne_out = sum(bool(fact.verified) for fact in printed)
    accounting = disclosure.accounting
    parts = [f"{len(disclosure.facts):,} facts, {len(printed):,} of them in {len(disclosure.tables)} forms"]
    if printed:
        parts.append(f"sums bear out {borne_out:,} of these")
    if accounting.numbers:
        done, percent = accounting.numbers - accounting.unread, (accounting.share * 100).quantize(Decimal("0.01"))
        parts.append(f"{done:,} of {accounting.numbers:,} numbers accounted for ({percent} %)")
    parts.append(f"{len(disclosure.problems)} problems" if len(disclosure.problems) != 1 else "1 problem")
    return "; ".join(parts)
