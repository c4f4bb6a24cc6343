"""详见…自评表, where the document has no such form."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.contents import bare_title
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_SEE = lazy_pattern(
    r"(?:详见|参见|见附件[^，。；]{0,6})[《“\"]?(?:\d{4}年度?)?([\u4e00-\u9fff（）()]{4,20}?(?:自评|评价)表)(?![\u4e00-\u9fff\d])"
)


class MissingAnnex(Rule):
    code = "missing-annex"
    family = "forms required"
    title = "An evaluation form that the text refers to is there"
    title_zh = "文字所指的自评表"
    why = "A reader who is sent to a form for the details must find it."
    why_zh = "文字让读者去看哪张表，文件中就应有哪张表。"
    needs = "a sentence that refers to an evaluation form by its title"
    tolerance = "the title within a longer one"
    grade = FORM
    message_zh = "文字称详见“{found}”，本文件未附此表"
    message_en = "the text refers to “{found}”, which the document does not have"

    def examine(self, case: Case) -> Examination:
        titles = {bare_title(table.title) for table in case.disclosure.tables}
        titles |= {bare_title(passage.text) for passage in case.disclosure.passages if not _SEE.search(passage.text)}
        told: dict[str, list[Place]] = {}
        judged = 0
        for passage in case.passages:
            for match in _SEE.finditer(passage.text):
                judged += 1
                if not any(bare_title(match[1]) in title for title in titles):
                    told.setdefault(match[1], []).append(passage.place_at(match.start()))
        return Examination(tuple(Finding("", title, tuple(places)) for title, places in told.items()), judged)
