"""Where the money of a year comes from, by the ids of lines of income and of the columns of an income form."""

from __future__ import annotations

BEYOND_FUNDS = (
    "special_account",
    "superior",
    "institutional",
    "operating",
    "affiliated",
    "other",
    "unit_funds",
)
"""All other sources of a year's income than fiscal money."""
CARRIED = {"source": ("carryover_in", "surplus_used"), "use": ("carryover_out", "surplus_distribution")}
"""The money beside the year's own on each side of a form: what last year left, and what is left to the next."""
