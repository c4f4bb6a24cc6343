"""One rule a file, each a declared class; here they stand in the order in which they are told."""

from __future__ import annotations

from difftool.checks.rule import Rule, RuleBetween
from difftool.checks.rules.balance import Balance
from difftool.checks.rules.change_told_twice import ChangeToldTwice
from difftool.checks.rules.code_tree import CodeTree
from difftool.checks.rules.column_sum import ColumnSum
from difftool.checks.rules.direction import Direction
from difftool.checks.rules.forms_agree import FormsAgree
from difftool.checks.rules.meetings_told import MeetingsTold
from difftool.checks.rules.percent_of_budget import PercentOfBudget
from difftool.checks.rules.percent_of_change import PercentOfChange
from difftool.checks.rules.percent_of_share import PercentOfShare
from difftool.checks.rules.percent_without_base import PercentWithoutBase
from difftool.checks.rules.rounding import Rounding
from difftool.checks.rules.sentence_line import SentenceLine
from difftool.checks.rules.three_public_sum import ThreePublicSum
from difftool.checks.rules.three_public_told import ThreePublicTold
from difftool.checks.rules.totals_told import TotalsTold

__all__ = ["RULES", "RULES_BETWEEN"]

RULES: tuple[Rule, ...] = (
    CodeTree(),
    ThreePublicSum(),
    Balance(),
    Rounding(),
    ColumnSum(),
    FormsAgree(),
    MeetingsTold(),
    SentenceLine(),
    ThreePublicTold(),
    TotalsTold(),
    ChangeToldTwice(),
    Direction(),
    PercentOfBudget(),
    PercentOfChange(),
    PercentOfShare(),
    PercentWithoutBase(),
)

RULES_BETWEEN: tuple[RuleBetween, ...] = ()
