"""Lines that the glossary explains and no form prints."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.labels_told import Path, codes_of
from difftool.checks.rule import Examination, Finding, Rule
from difftool.codes.names import stem
from difftool.model.comparison import WORDING
from difftool.pattern import lazy_pattern

_EXPLAINS = lazy_pattern(r"^[）)支出]*[：:]?(?:是指|指|反映|主要反映|：)")


class ExplainedLines(Rule):
    code = "explained-lines"
    family = "names and labels"
    title = "The glossary explains lines that the forms have"
    title_zh = "名词解释中的科目"
    why = "名词解释 is to explain this document's lines; others are left from a template or another year."
    why_zh = "名词解释应解释本文件的科目；其余是从模板或其他年度留下来的。"
    needs = "a glossary of lines, and forms by function"
    tolerance = "names of any year"
    grade = WORDING
    message_zh = "名词解释中有 {count} 个科目各表均无：{found}"
    message_en = "the glossary explains {count} lines that no form has: {found}"

    def examine(self, case: Case) -> Examination:
        if not case.form_names:
            return Examination((), 0, "按功能分类的表格", "forms by function")
        judged = 0
        absent: dict[str, Path] = {}
        for path in case.paths:
            last = path.labels[-1]
            if last.level == "项" and last.known and _EXPLAINS.match(path.passage.text[last.end :]):
                judged += 1
                if not in_forms(path, case):
                    absent.setdefault(path.words, path)
        if not absent:
            return Examination((), judged)
        places = tuple(path.passage.place_at(path.labels[-1].start) for path in absent.values())
        finding = Finding("", "、".join(absent), places, {"count": str(len(absent))})
        return Examination((finding,), judged)


def in_forms(path: Path, case: Case) -> bool:
    """Whether a form prints the line, by its name or by a code that the name has had, under the named 款."""
    last, above = path.labels[-1], path.at("款")
    if stem(last.name) not in case.form_names:
        return any(f"func:{code}" in case.printed_names for code in codes_of(last.name))
    if above is None:
        return True
    lines = [item for item, names in case.printed_names.items() if any(stem(name) == stem(last.name) for name in names)]
    parents = codes_of(above.name)
    return not parents or any(item.startswith(f"func:{code}") for item in lines for code in parents)
