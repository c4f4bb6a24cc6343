"""A fall put down to thrift on a line whose money, as the next sentence says, was moved to another."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.names import line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.disclosure import Reason
from difftool.model.fact import Fact
from difftool.model.item import name_in
from difftool.pattern import lazy_pattern

_MOVED = lazy_pattern(r"调整|调剂|调出|划转|转入|转列|列入|归|科目|改列|从|结转")


class MoveUnexplained(Rule):
    code = "move-unexplained"
    family = "sentence against itself"
    title = "A line that gave money to another says so"
    title_zh = "科目调整与减少原因"
    why = "What was moved to another line was not saved: the reason of the fall must name the move."
    why_zh = "调到其他科目的钱不是节约下来的：减少的原因应当写明调整。"
    needs = "a sentence that says from which line money was moved, and the reason why that line fell"
    tolerance = "reasons that speak of a move in any words"
    grade = WORDING
    message_zh = "“{line}”减少的原因写作“{found}”，另一处却称其部分支出已调整到“{expected}”"
    message_en = (
        "{line} is said to have fallen for “{found}”, yet part of it was moved to {expected}, as another place says"
    )

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings: dict[tuple[str, str], Finding] = {}
        for move in case.disclosure.stated_moves:
            for giver in move.givers:
                if not move.receivers or move.item in ("", giver):
                    continue
                for reason in case.disclosure.reasons:
                    if reason.item != giver or reason.text in move.quote or of_a_rise(reason, case):
                        continue
                    judged += 1
                    if not _MOVED.search(reason.text):
                        names = {"line": named(giver, case)}
                        found = Finding(named(move.receivers[0], case), reason.text, (reason.where, move.where), names)
                        findings.setdefault((giver, move.receivers[0]), found)
        return Examination(tuple(findings.values()), judged)


def of_a_rise(reason: Reason, case: Case) -> bool:
    """Whether a reason is given for a rise: 西安 2022 has one for a line that was new in the year."""
    sentence = case.sentence_at(reason.where, reason.text)
    if sentence is None:
        return False
    start = sentence.text.find(reason.text)
    before = [told for told in case.changes_in(sentence) if told.end <= start]
    return bool(before) and before[-1].rise and before[-1].change.value > 0


def named(item: str, case: Case) -> str:
    facts: list[Fact] = [fact for fact in case.disclosure.facts if fact.item == item]
    return line_name(facts[0]) if facts else name_in(item)
