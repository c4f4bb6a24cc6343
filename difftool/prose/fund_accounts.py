"""The account of one fund in a sentence: what it brought along, took in, spent and hands on."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.pattern import lazy_pattern
from difftool.prose.mention import Mention

# "政府性基金预算财政拨款年初结转和结余9万元，本年收入8万元，本年支出7万元，年末结转和结余10万元"
_ACCOUNT = lazy_pattern(
    r"(?:(?P<government_fund>政府性基金)|(?P<state_capital>国有资本经营)|(?P<general_public>一般公共预算))(?:预算)?"
    r"(?:财政拨款)?(?:收入|支出|收支|决算|[、，,：:]|20[0-4]\d年度?|本年度?)*(?:年初|上年)(?:财政拨款)?结转"
)
_CARRIED = ("source:carryover_in", "use:carryover_out")


def of_account(named: Mention, sentence: str) -> Mention:
    """The mention as one of the fund whose account the sentence tells, as far as it goes; else as it is."""
    found = list(_ACCOUNT.finditer(sentence)) if named.measure == "total" else []
    if not found:
        return named
    fund = str(found[-1].lastgroup)
    if named.item in _CARRIED:
        return replace(named, item=f"{named.item}.{fund}")
    if named.item == "source:year_total":
        return replace(named, item=f"source:{fund}")
    return replace(named, measure=fund) if named.item == "use:year_total" else named
