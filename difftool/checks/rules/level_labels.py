"""类, 款 and 项 named in sentences: each at its own level, each under its own parent."""

from __future__ import annotations

from msgspec import Struct

from difftool.checks.case import Case
from difftool.checks.labels_told import LEVELS, Path, codes_of
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place


class LevelLabels(Rule):
    code = "level-labels"
    family = "names and labels"
    title = "A 类, 款 or 项 is named at its own level and under its own parent"
    title_zh = "类、款、项层级"
    why = "政府收支分类科目: every 款 belongs to one 类 and every 项 to one 款."
    why_zh = "政府收支分类科目：每个款属于一个类，每个项属于一个款。"
    needs = "sentences that name lines with their level"
    tolerance = "names of any year"
    grade = WORDING
    message_zh = "文字“{found}”：{expected}"
    message_en = "the text names “{found}”: {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        told: dict[Fault, list[Place]] = {}
        for path in case.paths:
            judged += len(path.labels)
            for fault in faults(path):
                told.setdefault(fault, []).append(path.passage.place_at(path.labels[0].start))
        findings = tuple(
            Finding(fault.wrong, fault.words, tuple(places), details_en={"expected": fault.wrong_en})
            for fault, places in told.items()
        )
        return Examination(findings, judged)


class Fault(Struct, frozen=True):
    """A label at the wrong place: the words that hold it, and what is wrong."""

    words: str
    wrong: str
    wrong_en: str


def faults(path: Path) -> list[Fault]:
    """What is wrong with the labels of a path: a name at another level than its own, or under another parent."""
    found = []
    above: set[str] = set()
    before = ""
    for label in path.labels:
        known = codes_of(label.name) if label.known else set()
        here = {code for code in known if len(code) == label.depth}
        words = f"{before}{label.name}（{label.level}）"
        beside = beside_its_parent(label.depth, known, above)
        if known and (not here or beside):
            code = min(beside or known, key=len)
            level = LEVELS[len(code)]
            wrong = f"“{label.name}”是{level}级科目（{code}），不是{label.level}级"
            found.append(Fault(words, wrong, f"“{label.name}” is a {level} ({code}), not a {label.level}"))
        elif here and above and not under(here, above):
            codes = "、".join(sorted(here)[:3])
            wrong = f"“{label.name}”（{codes}）不在{before}之下"
            found.append(Fault(words, wrong, f"“{label.name}” ({codes}) does not stand under {before}"))
        above = here
        before = f"{label.name}（{label.level}）" if here else ""
    return found


def under(codes: set[str], parents: set[str]) -> bool:
    return any(code.startswith(parent) for code in codes for parent in parents)


def beside_its_parent(depth: int, known: set[str], parents: set[str]) -> set[str]:
    """The codes of a name that stand beside the line that it is told to stand under.

    长沙 2026: "普通教育（款）职业教育（项）", of which both are 款 of 教育支出; the 项 of that name is another line's.
    """
    if under({code for code in known if len(code) == depth}, parents):
        return set()
    heads = {parent[:-2] for parent in parents if len(parent) > 3}
    return {code for code in known if len(code) == depth - 2 and code[:-2] in heads}
