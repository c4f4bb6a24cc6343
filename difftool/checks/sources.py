"""Where the money of an income form comes from, by the measures of its columns."""

FUNDS = ("general_public", "government_fund", "state_capital")
"""The funds that the treasury pays out of, which a form may print as one column, 财政拨款."""
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
