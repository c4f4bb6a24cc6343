"""年初预算为 B 万元，支出决算为 A 万元，完成年初预算的 P%: the rate recomputed."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import fits, percent, percent_range
from difftool.checks.percentages import Miss, told_misses
from difftool.checks.rule import Examination, Rule
from difftool.checks.sentences import Amount, amounts_in, step_of
from difftool.model.comparison import CONTRADICTION
from difftool.pattern import lazy_pattern

_RATE = lazy_pattern(
    r"完成(?P<of>年初预算|全年预算|调整预算|预算)?(?:数|安排)?(?:的|率)?(?:为|约)?(?P<percent>\d+(?:\.\d+)?)%"
)
_BUDGET = lazy_pattern(r"(年初预算|全年预算|调整预算|预算)(?:数|支出|安排)?(?:为|是|[:：])?$")
_OUTCOME = lazy_pattern(r"(?:决算数?|执行数?|实际支出|支出)(?:为|是|[:：])?$")


class PercentOfBudget(Rule):
    code = "percent-of-budget"
    family = "sentence against itself"
    title = "The rate of completion follows from outcome and budget"
    title_zh = "预算完成率"
    why = "The rate is the outcome divided by the budget that the sentence names."
    why_zh = "完成率等于决算数除以句中所说的预算数。"
    needs = "a sentence with a budget, an outcome and a rate"
    tolerance = "what rounding of the printed amounts and of the percentage can make"
    grade = CONTRADICTION
    message_zh = "{words}：按文中金额应为 {expected}，印为 {found}{hint}"
    message_en = "{words}: the amounts give {expected}, {found} is printed{hint}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        misses: list[Miss] = []
        for passage in case.passages:
            text = passage.text
            amounts = list(amounts_in(text))
            for match in _RATE.finditer(text):
                before = [amount for amount in amounts if amount.end <= match.start()]
                outcome, budget = outcome_of(text, before), budget_of(text, before, match["of"] or "")
                if outcome is None or budget is None or budget.value <= 0:
                    continue
                if any(is_outcome(text, amount) and budget.end <= amount.start < outcome.start for amount in before):
                    # "三公经费预算 B，决算 A，…其中：公务接待费决算 A2，完成预算的": the budget of A2 is not printed.
                    continue
                judged += 1
                printed, step = Decimal(match["percent"]), step_of(match["percent"])
                bounds = percent_range(outcome.value, outcome.quantum, budget.value, budget.quantum)
                if not fits(printed, step, bounds):
                    right = percent(outcome.value, budget.value, step)
                    words = f"{budget.raw}、{outcome.raw}，{match.group()}"
                    misses.append(Miss(right, printed, step, words, passage.place_at(match.start())))
        return Examination(told_misses(misses), judged)


def outcome_of(text: str, amounts: list[Amount]) -> Amount | None:
    """The last amount that is called an outcome."""
    return next((amount for amount in reversed(amounts) if is_outcome(text, amount)), None)


def is_outcome(text: str, amount: Amount) -> bool:
    before = text[: amount.start]
    return _OUTCOME.search(before) is not None and _BUDGET.search(before) is None


def budget_of(text: str, amounts: list[Amount], name: str) -> Amount | None:
    """The last amount that bears the budget's name; 预算 alone is any budget, where the text names one only."""
    named = [(m.group(1), a) for a in amounts if (m := _BUDGET.search(text[: a.start]))]
    same = [amount for called, amount in named if called == name]
    if same:
        return same[-1]
    return named[-1][1] if name in ("", "预算") and len({called for called, _ in named}) == 1 else None
