"""Where the money of an income form comes from, by the measures of its columns."""

BEYOND_FUNDS = (
    "special_account",
    "superior",
    "institutional",
    "operating",
    "affiliated",
    "other",
    "unit_funds",
)
"""All other sources of a year's income."""
