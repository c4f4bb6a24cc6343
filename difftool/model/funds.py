"""The budgets that fiscal money comes from: ids as in the fact contract, and the names that documents print."""

from __future__ import annotations

NAMES = {
    "general_public": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
}
FUNDS = tuple(NAMES)
"""The budgets of fiscal money, each the id of a measure and of the form of its own."""
APPROPRIATED = ("fiscal", *FUNDS)
"""Fiscal money as a whole, and by budget."""
NAMED_BUDGET = (
    r"(?:一般)?公共(?:服务)?预算|政府性基金预算|国有资本经营预算|社会保险基金预算|部门预算|单位预算|综合预算"
    r"|预算拨款|预算管理|预算单位|预算资金|预算内外?"
)
"""Names that hold the word 预算 without saying a phase, as alternatives of a pattern."""
