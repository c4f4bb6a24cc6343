"""The comparison of two disclosures, or of a final account with the budget figures that it states."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.compare.basis import basis_of
from difftool.compare.changes import changes_between
from difftool.compare.moves import find_moves, like_for_like
from difftool.compare.pairs import pair_disclosures, pair_with_itself
from difftool.compare.targets import target_changes
from difftool.compare.text_changes import text_changes
from difftool.garbage import collecting_rarely
from difftool.model.comparison import BUDGET_FINAL, Comparison, Pair
from difftool.model.disclosure import BUDGET, Disclosure


def compare_disclosures(old: Disclosure, new: Disclosure) -> Comparison:
    """What changed from `old` to `new`, and what only moved to another line.

    Any two disclosures can be compared; `basis` says how they stand to each other. Amounts are yuan. `checks` stay
    empty: rules are another room's work.
    """
    with collecting_rarely():
        compared = _compare(old, new, pair_disclosures(old, new), basis_of(old, new))
        return replace(compared, text_changes=text_changes(old, new), target_changes=target_changes(old, new))


def compare_with_itself(final: Disclosure) -> Comparison:
    """What changed from the budget figures that a final account states itself to its outturn.

    `old` of the comparison is the same document with those budget figures only.
    """
    pairs = pair_with_itself(final)
    stated = replace(
        final,
        stage=BUDGET,
        facts=tuple(pair.old for pair in pairs if pair.old is not None),
        reasons=(),
        stated_moves=(),
        indicators=(),
        problems=(),
    )
    return _compare(stated, final, pairs, BUDGET_FINAL)


def _compare(old: Disclosure, new: Disclosure, pairs: tuple[Pair, ...], basis: str) -> Comparison:
    moves = find_moves(old, new, pairs)
    changes = like_for_like(changes_between(old, new, pairs, basis), moves)
    return Comparison(old, new, basis, pairs=pairs, changes=changes, moves=moves)
