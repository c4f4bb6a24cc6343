"""A rise put down to 公用经费 whose 公用经费 fell, as another sentence tells."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.pattern import lazy_pattern

_PART = lazy_pattern(r"^(?:其中)?[：:]?(?:[（(][一二三四\d]+[）)]|\d[.、．]|[①-⑳])?(人员经费|公用经费)[：:]")
_REASON = lazy_pattern(r"^[，,。；;]?[^。；，]{0,6}?原因(?:是|为)?[：:]?(?P<reason>[^。；]{4,60})")
_CODED = lazy_pattern(r"([\u4e00-\u9fff]{2,30})[（(]\d{7}[）)]\d[\d,.]*(?:亿元|万元|元)[，,][^，,]{0,12}$")


class ReasonOfPart(Rule):
    code = "reason-of-part"
    family = "sentence against itself"
    title = "A rise put down to one part has that part rise"
    title_zh = "原因与分项增减"
    why = "What 公用经费 or 人员经费 of a line did is told apart; the reason of the whole must fit it."
    why_zh = "一个科目的公用经费、人员经费各有增减的说明；整体的原因应与它们相符。"
    needs = "changes of a line, whole and by 人员经费 and 公用经费"
    tolerance = "none"
    grade = WORDING
    message_zh = "“{words}”归因于“{expected}”，而其{part}“{found}”"
    message_en = "“{words}” is put down to “{expected}”, yet its {part} changed the other way: “{found}”"

    def examine(self, case: Case) -> Examination:
        parts: dict[tuple[str, str], ToldChange] = {}
        wholes: list[tuple[str, str, ToldChange, str]] = []
        for sentence in case.sentences:
            part = _PART.match(sentence.passage.text)
            for change in case.changes_in(sentence):
                named = _CODED.search(sentence.text[: change.start])
                if named is None or not change.change.value:
                    continue
                if part:
                    parts.setdefault((named[1], part[1]), change)
                    continue
                why = _REASON.match(sentence.passage.text[sentence.start + change.end :])
                causes = [name for name in ("人员经费", "公用经费") if why is not None and name in why["reason"]]
                if why is not None and len(causes) == 1:
                    wholes.append((named[1], causes[0], change, why["reason"]))
        findings = []
        judged = 0
        for line, name, change, reason in wholes:
            other = parts.get((line, name))
            judged += other is not None
            if other is not None and other.rise != change.rise:
                places = (change.sentence.place(change.start), other.sentence.place(other.start))
                findings.append(Finding(reason, other.words, places, {"words": change.words, "part": name}))
        return Examination(tuple(findings), judged)
