"""Which pairs can tell a change: a line that one kind of form never prints did not go away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from difftool.compare.basis import same_body
from difftool.compare.roles import OWN
from difftool.model.comparison import Pair
from difftool.model.disclosure import Disclosure
from difftool.model.fact import NARRATIVE
from difftool.model.item import kind_of

_COLUMNS_OF_ALL_FORMS = ("total", "basic", "project")


def comparable(old: Disclosure, new: Disclosure, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs of two sides, and those of one side whose other side could have printed the line.

    Two documents of one body and stage print the same forms, so a missing amount is a blank; a form printed empty
    counts as printed. Across stages and bodies forms differ: a budget has no column of 年末结转, a final account no
    target form. There a kind of line (func:, source:, …) in a column counts only where both documents have some. A
    column of another year or phase counts only where both print it.
    """
    old_forms = {table.statement for table in old.tables} | {fact.statement for fact in old.facts}
    new_forms = {table.statement for table in new.tables} | {fact.statement for fact in new.facts}
    shared_forms = old_forms & new_forms
    alike = same_body(old, new) and old.stage == new.stage
    old_columns = {_column(pair) for pair in pairs if pair.old is not None}
    new_columns = {_column(pair) for pair in pairs if pair.new is not None}
    old_kinds, new_kinds = _kinds(old_columns), _kinds(new_columns)

    def could_be_printed(pair: Pair) -> bool:
        columns, kinds = (old_columns, old_kinds) if pair.old is None else (new_columns, new_kinds)
        if pair.statement not in shared_forms:
            return False
        if pair.role == OWN and pair.statement != NARRATIVE:
            if alike or pair.statement not in kinds:
                return True
            if pair.measure in _COLUMNS_OF_ALL_FORMS and _kind(pair) == "func":
                return "func" in kinds[pair.statement]
        return _column(pair) in columns

    return tuple(pair for pair in pairs if (pair.old and pair.new) or could_be_printed(pair))


def _kinds(columns: Iterable[tuple[str, str, str, str]]) -> dict[str, set[str]]:
    """The kinds of line that a document's own amounts have in each statement; a form printed empty has none."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for statement, kind, _, role in columns:
        if role == OWN:
            kinds[statement].add(kind)
    return dict(kinds)


def _column(pair: Pair) -> tuple[str, str, str, str]:
    return pair.statement, _kind(pair), pair.measure, pair.role


def _kind(pair: Pair) -> str:
    return kind_of(pair.item)
