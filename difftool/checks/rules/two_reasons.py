"""One change of one line with two reasons: more pensioners here, a new standard there."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.pattern import lazy_pattern

_REASON = lazy_pattern(r"^[，,。；;]?[^。；，]{0,6}?原因(?:是|为)?[：:]?(?P<reason>[^。；]{4,60})")
_NAMED = lazy_pattern(r"([\u4e00-\u9fff（）()]{3,24}?)(?:[（(]\d{3,7}[）)])\d[\d,.]*(?:亿元|万元|元)[，,][^，,]{0,12}$")
_ALIKE = 0.45


class TwoReasons(Rule):
    code = "two-reasons"
    family = "sentence against itself"
    title = "One change of a line has one reason"
    title_zh = "同一变动的原因"
    why = "The same amount of the same line rose or fell for one reason, wherever the text tells of it."
    why_zh = "同一科目、同一数额的变动只有一个原因，无论写在哪里。"
    needs = "a line named with its code whose change is told twice"
    tolerance = "reasons that share words"
    grade = WORDING
    message_zh = "“{line}”同为{words}，原因一处写作“{expected}”，另一处写作“{found}”"
    message_en = "{line}, {words} both times: the reason is “{expected}” here and “{found}” there"

    def examine(self, case: Case) -> Examination:
        told: dict[tuple[str, Decimal, Decimal], list[tuple[ToldChange, str]]] = defaultdict(list)
        for sentence in case.sentences:
            for change in case.changes_in(sentence):
                named = _NAMED.search(sentence.text[: change.start])
                reason = _REASON.match(sentence.passage.text[sentence.start + change.end :])
                if named and reason and change.subject is not None and change.change.value:
                    name = re.sub(r"^机关|支出$|的|[（）()]", "", named[1].split("：")[-1])
                    told[name, change.subject.value, change.signed].append((change, reason["reason"]))
        findings = []
        for (name, _, _), tellings in told.items():
            first, why = tellings[0]
            for change, other in tellings[1:]:
                if not unlike(why, other):
                    continue
                places = (first.sentence.place(first.start), change.sentence.place(change.start))
                findings.append(Finding(why, other, places, {"line": name, "words": first.words}))
                break
        return Examination(tuple(findings), sum(len(tellings) > 1 for tellings in told.values()))


def unlike(one: str, other: str) -> bool:
    bare_one, bare_other = (re.sub(r"\d{4}年|增加|减少|提高|调整", "", reason) for reason in (one, other))
    return difflib.SequenceMatcher(None, bare_one, bare_other, autojunk=False).ratio() < _ALIKE
