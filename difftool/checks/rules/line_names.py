"""Lines named in sentences otherwise than in the forms: old names, cut or misspelt ones."""

from __future__ import annotations

import difflib

from difftool.checks.case import Case
from difftool.checks.labels_told import Label, codes_of
from difftool.checks.rule import Examination, Finding, Rule
from difftool.codes.names import stem
from difftool.model.comparison import WORDING
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place

_NEAR = 0.75


class LineNames(Rule):
    code = "line-names"
    family = "names and labels"
    title = "A line bears one name in the text and in the forms"
    title_zh = "科目名称：文字与表格"
    why = "The text explains lines of the forms; an old or a garbled name leaves open which line is meant."
    why_zh = "文字说明的是表中的科目；旧名称或写错的名称使人不知道指哪个科目。"
    needs = "sentences that name lines with their level, and forms by function"
    tolerance = "brackets, 的 and a missing 支出"
    grade = WORDING
    message_zh = "文字称“{found}”，表中为“{expected}”"
    message_en = "the text says “{found}”, the forms “{expected}”"

    def examine(self, case: Case) -> Examination:
        judged = 0
        told: dict[tuple[str, str], list[Place]] = {}
        for path in case.paths:
            for label in path.labels:
                judged += 1
                name = name_in_forms(label, case)
                if name:
                    told.setdefault((label.name, name), []).append(path.passage.place_at(label.start))
        if not case.form_names:
            return Examination((), 0, "按功能分类的表格", "forms by function")
        findings = tuple(Finding(name, words, tuple(places)) for (words, name), places in told.items())
        return Examination(findings, judged)


def name_in_forms(label: Label, case: Case) -> str:
    """The name that the forms have for what a label means, "" where they have the same or nothing like it."""
    if stem(label.name) in case.form_names:
        return ""
    if label.known:
        for code in sorted(codes_of(label.name)):
            names = list(case.printed_names.get(f"func:{code}", {}))
            if len(code) == label.depth and names:
                return names[0]
        return ""
    near = [
        name
        for item, names in case.printed_names.items()
        if kind_of(item) == "func" and len(name_in(item)) == label.depth
        for name in names
    ]
    return next(iter(difflib.get_close_matches(label.name, near, n=1, cutoff=_NEAR)), "")
