"""Amounts inside sentences, and the set phrases around them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from maker.figures import Figures
from maker.money import said
from maker.paper import Cell, Key


def spoken(figures: Figures, item: str, name: str, yuan: Decimal, phase: str = "", measure: str = "total") -> Cell:
    """An amount in a sentence, of the document's own year. A zero is said as "0", as these sentences do."""
    key = Key("narrative", item, name, measure, figures.year, phase or figures.phase)
    return Cell(figures.prose.show(yuan) if yuan else "0", key, figures.prose.unit)


def printed(figures: Figures, yuan: Decimal) -> Decimal:
    """The amount as the sentences print it, in 万元: percentages and differences are told from prints."""
    return Decimal(figures.prose.show(yuan))


def percent(part: Decimal, whole: Decimal) -> str:
    """A share to two decimals; of nothing, 100 where something is, as final accounts print it."""
    if not whole:
        return "100" if part else "0"
    return f"{(part / whole * 100).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"


def done(figures: Figures, part: Decimal, whole: Decimal, of: str) -> str:
    """，完成年初预算的 92.45%. Of nothing no percentage exists; some bodies print one all the same."""
    if not whole and not figures.layout.get("percent_of_nothing"):
        return ""
    return f"，完成{of}的 {percent(part, whole)}%"


def path_words(figures: Figures, code: str) -> str:
    """一般公共服务支出（类）发展与改革事务（款）事业运行（项）."""
    names = figures.names
    return f"{names[code[:3]]}（类）{names[code[:5]]}（款）{names[code]}（项）"


def more_or_less(figures: Figures, new: Decimal, old: Decimal) -> str:
    """与上年相比 in words: 增加 3.20 万元，增长 1.25%. Both amounts are compared as printed."""
    a, b = printed(figures, new), printed(figures, old)
    if a == b:
        return "持平"
    word, rate = ("增加", "增长") if a > b else ("减少", "下降")
    return f"{word} {abs(a - b):f} 万元" + (f"，{rate} {percent(abs(a - b), b)}%" if b else "")


def meetings(figures: Figures) -> tuple[Decimal, Decimal]:
    """Yuan for 会议费 and 培训费: of the economic lines, or what the figures say where project money is among it."""
    said_or_lines = []
    for word, code in (("meeting", "30215"), ("training", "30216")):
        line = figures.economic.get(code, Decimal(0))
        said_or_lines.append(said(figures.words[word], "万元") if word in figures.words else line)
    return said_or_lines[0], said_or_lines[1]
