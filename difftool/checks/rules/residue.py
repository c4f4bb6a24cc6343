"""What a template has left in print: XX局, XXXX年, filling-in instructions."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.quoting import quoted
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.disclosure import BUDGET
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_RESIDUE = lazy_pattern(
    r"(?<![A-Za-z\d])[XxＸ×]{2,}(?:局|委|办|厅|部|单位|部门|中心|年|月|万元|元|个|人|项目|辆|%)"
    r"|[×]{2,}|[○〇]{2,}(?:局|委|办|部门|单位)"
    r"|仍保留该表格式|并在本表下方作下述说明|请(?:各单位|各部门)?(?:填写|填报|据实)|(?:此处|可)(?:根据|按)实际情况(?:填写|修改|增减)"
    r"|(?:增加|增长)[（(/](?:减少|下降|降低)[）)]?\d"
    r"|本年度\d{4}年|公开时请删除|填报说明[:：]|（如有|（若有|_{3,}年|此项内容如无请删除"
)
_LOST_HEAD = lazy_pattern(r"^[：:][^\d]")
# "三公经费预（决）算数": a head for both stages, the other one not struck out.
_BOTH_STAGES = lazy_pattern(r"预[（(]决[）)]算|决[（(]预[）)]算")
_SHOWN = 6


class Residue(Rule):
    code = "residue"
    family = "wording"
    title = "Nothing of the template is left in print"
    title_zh = "模板残留"
    why = "Placeholders and filling-in instructions are for the author, not for the public."
    why_zh = "占位符和填表说明是给编制人看的，不是给公众看的。"
    needs = "running text"
    tolerance = "none"
    grade = WORDING
    message_zh = "残留模板文字 {count} 处：{found}"
    message_en = "{count} remains of a template: {found}"

    def examine(self, case: Case) -> Examination:
        found: list[tuple[str, Place]] = []
        for passage in case.passages:
            for match in _RESIDUE.finditer(passage.text):
                words = passage.text[max(0, match.start() - 10) : match.end() + 10]
                found.append((words, passage.place_at(match.start())))
            if _LOST_HEAD.match(passage.text) and len(passage.text) > 6:
                found.append((passage.text[:16], passage.where))
        if case.disclosure.stage == BUDGET:
            odd = {fact.name: fact.where for fact in case.forms if _BOTH_STAGES.search(fact.name)}
            found += list(odd.items())
        if not found:
            return Examination((), len(case.passages))
        words = quoted(words for words, _ in found[:_SHOWN])
        places = tuple(dict.fromkeys(place for _, place in found))
        return Examination((Finding("", words, places, {"count": str(len(found))}),), len(case.passages))
