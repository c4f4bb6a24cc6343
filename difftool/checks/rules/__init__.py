"""One rule a file, each a declared class; here they stand in the order in which they are told."""

from __future__ import annotations

from difftool.checks.rule import Rule, RuleBetween
from difftool.checks.rules.annex_blanks import AnnexBlanks
from difftool.checks.rules.balance import Balance
from difftool.checks.rules.carryover_told import CarryoverTold
from difftool.checks.rules.change_told_twice import ChangeToldTwice
from difftool.checks.rules.code_in_sentence import CodeInSentence
from difftool.checks.rules.code_name_variants import CodeNameVariants
from difftool.checks.rules.code_tree import CodeTree
from difftool.checks.rules.column_sum import ColumnSum
from difftool.checks.rules.contents_headings import ContentsHeadings
from difftool.checks.rules.contents_order import ContentsOrder
from difftool.checks.rules.contents_parts import ContentsParts
from difftool.checks.rules.contents_titles import ContentsTitles
from difftool.checks.rules.copied_purpose import CopiedPurpose
from difftool.checks.rules.cost_within_projects import CostWithinProjects
from difftool.checks.rules.counts import Counts
from difftool.checks.rules.difference import Difference
from difftool.checks.rules.direction import Direction
from difftool.checks.rules.empty_forms import EmptyForms
from difftool.checks.rules.execution_praised import ExecutionPraised
from difftool.checks.rules.explained_lines import ExplainedLines
from difftool.checks.rules.form_numbers import FormNumbers
from difftool.checks.rules.forms_agree import FormsAgree
from difftool.checks.rules.garbled import Garbled
from difftool.checks.rules.indicator_sign import IndicatorSign
from difftool.checks.rules.indicator_size import IndicatorSize
from difftool.checks.rules.indicator_type import IndicatorType
from difftool.checks.rules.indicator_weight import IndicatorWeight
from difftool.checks.rules.kind_of_spending import KindOfSpending
from difftool.checks.rules.level_labels import LevelLabels
from difftool.checks.rules.line_names import LineNames
from difftool.checks.rules.line_order import LineOrder
from difftool.checks.rules.lines_in_both import LinesInBoth
from difftool.checks.rules.list_level import ListLevel
from difftool.checks.rules.listed_codes import ListedCodes
from difftool.checks.rules.listed_lines import ListedLines
from difftool.checks.rules.meetings_told import MeetingsTold
from difftool.checks.rules.missing_annex import MissingAnnex
from difftool.checks.rules.move_unexplained import MoveUnexplained
from difftool.checks.rules.overall_rows import OverallRows
from difftool.checks.rules.percent_of_budget import PercentOfBudget
from difftool.checks.rules.percent_of_change import PercentOfChange
from difftool.checks.rules.percent_of_share import PercentOfShare
from difftool.checks.rules.percent_without_base import PercentWithoutBase
from difftool.checks.rules.prior_base import PriorBase
from difftool.checks.rules.prior_figures import PriorFigures
from difftool.checks.rules.procurement_parts import ProcurementParts
from difftool.checks.rules.procurement_share import ProcurementShare
from difftool.checks.rules.project_money import ProjectMoney
from difftool.checks.rules.project_names import ProjectNames
from difftool.checks.rules.reason_both_ways import ReasonBothWays
from difftool.checks.rules.reason_direction import ReasonDirection
from difftool.checks.rules.reason_of_part import ReasonOfPart
from difftool.checks.rules.required_forms import RequiredForms
from difftool.checks.rules.residue import Residue
from difftool.checks.rules.review_split import ReviewSplit
from difftool.checks.rules.rounding import Rounding
from difftool.checks.rules.sentence_line import SentenceLine
from difftool.checks.rules.slid_columns import SlidColumns
from difftool.checks.rules.split_named import SplitNamed
from difftool.checks.rules.stale_year import StaleYear
from difftool.checks.rules.thousands import Thousands
from difftool.checks.rules.three_public_sum import ThreePublicSum
from difftool.checks.rules.three_public_told import ThreePublicTold
from difftool.checks.rules.title_heads import TitleHeads
from difftool.checks.rules.totals_told import TotalsTold
from difftool.checks.rules.two_bases import TwoBases
from difftool.checks.rules.two_definitions import TwoDefinitions
from difftool.checks.rules.two_reasons import TwoReasons
from difftool.checks.rules.undisclosed_lines import UndisclosedLines
from difftool.checks.rules.unit_name_variants import UnitNameVariants
from difftool.checks.rules.unit_names import UnitNames
from difftool.checks.rules.units_mixed import UnitsMixed

__all__ = ["RULES", "RULES_BETWEEN"]

RULES: tuple[Rule, ...] = (
    CodeTree(),
    ThreePublicSum(),
    Balance(),
    Rounding(),
    ColumnSum(),
    SlidColumns(),
    FormsAgree(),
    LinesInBoth(),
    LineOrder(),
    OverallRows(),
    AnnexBlanks(),
    ReviewSplit(),
    UnitsMixed(),
    ListedLines(),
    ListedCodes(),
    MeetingsTold(),
    CostWithinProjects(),
    SentenceLine(),
    ThreePublicTold(),
    TotalsTold(),
    UndisclosedLines(),
    KindOfSpending(),
    ProjectMoney(),
    CarryoverTold(),
    ChangeToldTwice(),
    TwoBases(),
    Counts(),
    Difference(),
    Direction(),
    PercentOfBudget(),
    PercentOfChange(),
    PercentOfShare(),
    PercentWithoutBase(),
    ProcurementShare(),
    ProcurementParts(),
    ReasonDirection(),
    ReasonBothWays(),
    TwoReasons(),
    ReasonOfPart(),
    MoveUnexplained(),
    CopiedPurpose(),
    EmptyForms(),
    RequiredForms(),
    MissingAnnex(),
    CodeInSentence(),
    ContentsHeadings(),
    ContentsOrder(),
    ContentsParts(),
    ContentsTitles(),
    TitleHeads(),
    ExplainedLines(),
    FormNumbers(),
    LevelLabels(),
    ListLevel(),
    SplitNamed(),
    LineNames(),
    UnitNameVariants(),
    CodeNameVariants(),
    UnitNames(),
    ProjectNames(),
    IndicatorSign(),
    IndicatorSize(),
    IndicatorType(),
    IndicatorWeight(),
    ExecutionPraised(),
    Garbled(),
    Residue(),
    StaleYear(),
    Thousands(),
    TwoDefinitions(),
)

RULES_BETWEEN: tuple[RuleBetween, ...] = (
    PriorBase(),
    PriorFigures(),
)
