"""Parts of procurement against their total: goods, works and services; what was reserved and all other."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import Passage
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_AMOUNT = rf"(?:为|预算|金额|支出)*{AMOUNT}"
_TOTAL = lazy_pattern(
    rf"政府采购(?:支出|预算)?(?:总额|总计|合计|总金额|金额)(?:[（(][^）)]*[）)])?(?:为|共计)?{_AMOUNT}(?=[，,。]其中)"
)
_KINDS = [lazy_pattern(rf"(?:政府采购)?{kind}(?:类)?(?:采购)?(?:金额)?{_AMOUNT}") for kind in ("货物", "工程", "服务")]
_RESERVED = lazy_pattern(rf"在面向中小企业预留[^。；]*?中标或成交的，采购金额{_AMOUNT}")
_OTHER = lazy_pattern(rf"在其他政府采购项目中[^。；]*?中标或成交的，采购金额{_AMOUNT}")
_NEAR = 3


class ProcurementParts(Rule):
    code = "procurement-parts"
    family = "sentence against itself"
    title = "Procurement is the sum of goods, works and services, and not less than what was reserved and all other"
    title_zh = "政府采购的分项"
    why = "政府采购法 knows goods, works and services; what is reserved for small enterprises is apart from all other."
    why_zh = "政府采购法只分货物、工程、服务；预留给中小企业的份额是另一种分法。"
    needs = "sentences with the total of procurement and its parts"
    tolerance = "half a printed step for each term"
    grade = CONTRADICTION
    message_zh = "政府采购总额印为 {found}，{how} {expected}"
    message_en = "procurement is {found} in all, {how} {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        passages = case.passages
        for number, passage in enumerate(passages):
            total = _TOTAL.search(passage.text)
            if total is None:
                continue
            whole, step = amount_of(*total.groups())
            parts = [pattern.search(passage.text, total.end()) for pattern in _KINDS]
            if all(parts):
                judged += 1
                terms = [amount_of(*part.groups()) for part in parts if part is not None]
                summed = sum((value for value, _ in terms), Decimal(0))
                if abs(summed - whole) > (sum((quantum for _, quantum in terms), step)) / 2:
                    findings.append(
                        told(whole, summed, step, (passage.place_at(total.start()),), "货物、工程、服务相加为")
                    )
            apart = reserved_and_other(passages[number : number + _NEAR])
            if apart is not None:
                judged += 1
                summed, where = apart
                if summed > whole + step:
                    places = (passage.place_at(total.start()), where)
                    findings.append(told(whole, summed, step, places, "预留项目与其他项目的采购金额相加却有"))
        return Examination(tuple(findings), judged)


def reserved_and_other(passages: tuple[Passage, ...]) -> tuple[Decimal, Place] | None:
    for passage in passages:
        one, other = _RESERVED.search(passage.text), _OTHER.search(passage.text)
        if one and other:
            return amount_of(*one.groups())[0] + amount_of(*other.groups())[0], passage.place_at(one.start())
    return None


def told(whole: Decimal, summed: Decimal, step: Decimal, places: tuple[Place, ...], how: str) -> Finding:
    english = "its kinds add up to" if how.startswith("货物") else "yet what was reserved and all other add up to"
    return Finding(say(summed, step), say(whole, step), places, {"how": how}, {"how": english})
