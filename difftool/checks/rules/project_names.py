"""A project under one name in the text, under another in the forms."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import amounts_in
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_QUOTED = lazy_pattern(r"[“\"《]([^“”\"《》，。；]{6,40})[”\"》]")
_NAMED = lazy_pattern(
    r"(?:^|[，。；、：:])(?:优化)?([\u4e00-\u9fff]{8,30}?(?:经费|资金|补助|项目))(?=等|[，。；、：:\d])"
)
_NEAR = 0.88
_TAIL = 6
_SHORTER = 0.45


class ProjectNames(Rule):
    code = "project-names"
    family = "names and labels"
    title = "A project bears one name"
    title_zh = "项目名称"
    why = "Under two names one project looks like two."
    why_zh = "一个项目用两个名称，看起来就是两个项目。"
    needs = "forms that name projects, and a text that names them"
    tolerance = "white space and quotation marks"
    grade = WORDING
    message_zh = "同一项目两种名称：文字“{found}”，表中“{expected}”"
    message_en = "one project bears two names: “{found}” in the text, “{expected}” in the forms"

    def examine(self, case: Case) -> Examination:
        projects: dict[str, Fact] = {}
        for fact in case.forms:
            if kind_of(fact.item) == "project":
                projects.setdefault(bare(name_in(fact.item)), fact)
        if not projects:
            return Examination((), 0, "列出项目的表", "forms that name projects")
        text = bare("".join(passage.text for passage in case.passages))
        holders: dict[Decimal, set[str]] = defaultdict(set)
        for fact in case.own_year:
            if kind_of(fact.item) == "project":
                holders[fact.amount].add(fact.item)
        judged = 0
        findings: dict[str, Finding] = {}
        for passage in case.passages:
            for match in (*_QUOTED.finditer(passage.text), *_NAMED.finditer(passage.text)):
                name = bare(match[1])
                if name in projects or any(name in known or known in name for known in projects):
                    judged += name in projects
                    continue
                amounts = {amount.value for amount in amounts_in(passage.text[match.end() : match.end() + 24])}
                having = set().union(*(holders[amount] for amount in amounts & holders.keys()))
                for known, fact in projects.items():
                    alone = having == {fact.item} and known not in text
                    if near(name, known) or (alone and alike(name, known)):
                        judged += 1
                        place: Place = passage.place_at(match.start(1))
                        findings.setdefault(name, Finding(known, name, (place, fact.where)))
        return Examination(tuple(findings.values()), judged)


def bare(name: str) -> str:
    return re.sub(r"[\s“”\"（）()—-]", "", name)


def near(name: str, known: str) -> bool:
    """Whether a word was left out or changed in a long name; other digits make another project."""
    digits = re.sub(r"[^\d一二三四五六七八九十]", "", name) == re.sub(r"[^\d一二三四五六七八九十]", "", known)
    return digits and difflib.SequenceMatcher(None, name, known, autojunk=False).ratio() >= _NEAR


def alike(name: str, known: str) -> bool:
    """Whether names have a common end and much else in common."""
    same_end = name[-_TAIL:] == known[-_TAIL:]
    return same_end and difflib.SequenceMatcher(None, name, known, autojunk=False).ratio() > _SHORTER
