"""类, 款 and 项 named in sentences: each at its own level, each under its own parent."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.labels_told import Path, codes_of
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place


class LevelLabels(Rule):
    code = "level-labels"
    family = "names and labels"
    title = "A 类, 款 or 项 is named at its own level and under its own parent"
    title_zh = "类、款、项层级"
    why = "政府收支分类科目: every 款 belongs to one 类 and every 项 to one 款."
    needs = "sentences that name lines with their level"
    tolerance = "names of any year"
    grade = WORDING
    message_zh = "文字“{found}”：{expected}"
    message_en = "the text names “{found}”: {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        told: dict[tuple[str, str], list[Place]] = {}
        for path in case.paths:
            for words, wrong in faults(path):
                if wrong:
                    told.setdefault((words, wrong), []).append(path.passage.place_at(path.labels[0].start))
                judged += 1
        findings = tuple(
            Finding(wrong, words, tuple(places), details_en={"expected": wrong})
            for (words, wrong), places in told.items()
        )
        return Examination(findings, judged)


def faults(path: Path) -> list[tuple[str, str]]:
    """For each label the words that hold it and what is wrong with it, "" where nothing is."""
    found = []
    above: set[str] = set()
    before = ""
    for label in path.labels:
        known = codes_of(label.name) if label.known else set()
        here = {code for code in known if len(code) == label.depth}
        words = f"{before}{label.name}（{label.level}）"
        if known and not here:
            level = {3: "类", 5: "款", 7: "项"}[min(map(len, known))]
            found.append((words, f"“{label.name}”是{level}级科目（{min(known, key=len)}），不是{label.level}级"))
        elif here and above and not any(code.startswith(parent) for code in here for parent in above):
            found.append((words, f"“{label.name}”（{'、'.join(sorted(here)[:3])}）不在{before}之下"))
        else:
            found.append((words, ""))
        above = here
        before = f"{label.name}（{label.level}）" if here else ""
    return found
