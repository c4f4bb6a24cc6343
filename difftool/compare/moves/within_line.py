"""Money that stays in its line but changes between 基本支出 and 项目支出."""

from __future__ import annotations

from difftool.compare.moves.confidence import digits_in, part, total
from difftool.compare.moves.ledger import BASIC, PROJECT, Ledger
from difftool.model.comparison import EXACT, Move, Part


def moves_within_lines(ledger: Ledger, taken: frozenset[str]) -> list[Move]:
    """Lines whose total stayed to the step of the print while one column fell by what the other rose."""
    moves = []
    for item in sorted(ledger.leaves - taken):
        line = ledger.lines[item]
        basic, project = line.delta(BASIC), line.delta(PROJECT)
        if abs(basic) <= ledger.slack or abs(basic + project) > 2 * ledger.slack or abs(line.delta()) > ledger.slack:
            continue
        amount = min(abs(basic), abs(project))
        giving, receiving = (BASIC, PROJECT) if basic < 0 else (PROJECT, BASIC)
        parts = (
            part("one column fell by what the other rose", "0.55"),
            part("the line's total stayed", "0.15"),
            part("an uneven amount", "0.1" if digits_in(amount, ledger.step) >= 100 else "0"),
        )
        moves.append(
            Move(
                statement=ledger.statement,
                measure=giving,
                givers=(Part(item, amount),),
                receivers=(Part(item, amount, receiving),),
                amount=amount,
                evidence=EXACT,
                confidence=total(parts),
                confidence_parts=parts,
            )
        )
    return moves
