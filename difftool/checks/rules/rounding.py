"""Sums that miss by what rounding can make: told, so that a reader need not wonder, but no contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from difftool.checks.case import Case
from difftool.checks.figures import say, say_fact
from difftool.checks.names import column_name, form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import ROUNDING
from difftool.model.fact import Fact
from difftool.model.place import Place
from difftool.proof.identity import Identity

_SHOWN = 6


class Rounding(Rule):
    code = "rounding"
    family = "trees and totals"
    title = "Sums that miss by rounding alone"
    title_zh = "尾数差"
    why = "Amounts converted from 元 to 万元 are rounded one by one; their sum may then miss the printed total."
    why_zh = "各数由元换算为万元时分别进舍，相加可能与印出的合计差在尾数上。"
    needs = "forms with sums"
    tolerance = "half a printed step for each term: beyond it a difference is a contradiction"
    grade = ROUNDING
    message_zh = "{form}有 {count} 处合计与分项相差在四舍五入范围内（印为 / 分项相加）：{examples}"
    message_en = "{form}: {count} sums miss by what rounding can make: {examples}"

    def examine(self, case: Case) -> Examination:
        by_form: dict[str, list[Identity]] = defaultdict(list)
        judged = [identity for identity in case.identities if identity.holds]
        for identity in judged:
            if not identity.exact:
                by_form[identity.whole.statement].append(identity)
        return Examination(tuple(self.tell(form, missed) for form, missed in by_form.items()), len(judged))

    def tell(self, form: str, missed: list[Identity]) -> Finding:
        first = missed[0]
        examples = "；".join(f"{named(i.whole)} {say_fact(i.whole)} / {sum_of(i.parts)}" for i in missed[:_SHOWN])
        return Finding(
            expected=sum_of(first.parts),
            found=say_fact(first.whole),
            cells=cells_of(missed),
            details={"form": form_name(form), "count": str(len(missed)), "examples": examples},
            details_en={"form": form_name_en(form)},
        )


def cells_of(missed: Sequence[Identity]) -> tuple[Place, ...]:
    """A sum with its parts; of several sums the sums alone, for their parts are most of the form."""
    wholes = [identity.whole for identity in missed]
    return tuple(dict.fromkeys(fact.where for fact in (missed[0].facts if len(missed) == 1 else wholes)))


def named(fact: Fact) -> str:
    """The line, and the column where it is not 合计."""
    return line_name(fact) if fact.measure == "total" else f"{line_name(fact)}（{column_name(fact.measure)}）"


def sum_of(parts: tuple[Fact, ...]) -> str:
    return say(sum((part.amount for part in parts), start=parts[0].amount * 0), min(part.quantum for part in parts))
