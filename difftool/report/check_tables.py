"""The checks of disclosures as Markdown, CSV and a workbook."""

from __future__ import annotations

import csv
import io

from difftool.model.comparison import FAIL, NOT_APPLICABLE, PASS, Check
from difftool.report.appendix import check_message
from difftool.report.blocks import Block, Column, Grid, GridRow, Heading, Paragraph
from difftool.report.check_counts import counted, findings_of, unread
from difftool.report.check_forms import Checked
from difftool.report.language import CHINESE, say, speaking
from difftool.report.markdown import markdown_of
from difftool.report.problem_words import problem_message
from difftool.report.sources import file_name, place_words
from difftool.report.tabular import Sheet
from difftool.report.visible_text import no_formula
from difftool.report.words import GRADES, entity_name, issue_name
from difftool.report.workbook import workbook_of

_STATES = {PASS: "相符", NOT_APPLICABLE: "无法判定"}
CHECK_COLUMNS = ("file", "rule", "status", "grade", "expected", "found", "message", "message_en", "where")


def checks_csv(checked: Checked) -> str:
    """Every check of every disclosure as CSV, one a line under a header; no text runs as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CHECK_COLUMNS)
    for disclosure, checks in checked:
        file = file_name(disclosure.source)
        for check in checks:
            told = check.rule, check.status, check.grade, check.expected, check.found, check.message, check.message_en
            writer.writerow(no_formula(each) for each in (file, *told, _places(check)))
    return text.getvalue()


def checks_markdown(checked: Checked, language: str = CHINESE) -> str:
    """The findings of each disclosure as Markdown, a heading and a table each, with a line that counts the rest."""
    with speaking(language):
        blocks: list[Block] = []
        for disclosure, checks in checked:
            issue = say("，").join((entity_name(disclosure), issue_name(disclosure)))
            blocks += [Heading(file_name(disclosure.source), 1), Paragraph(issue)]
            fails = findings_of(checks)
            if fails:
                blocks.append(_grid(fails))
            problems = [problem_message(problem) for problem in unread(disclosure, checks)]
            if problems:
                blocks.append(Paragraph(say("没能读出的地方") + say("：") + say("；").join(problems)))
            blocks.append(Paragraph(counted(checks)))
        return markdown_of(blocks)


def checks_workbook(checked: Checked, language: str = CHINESE) -> bytes:
    """Every check of every disclosure as one sheet of an XLSX file."""
    with speaking(language):
        titles = say("文件"), say("核对"), say("规则"), say("说明"), say("应为"), say("实为"), say("出处")
        columns = tuple(zip(titles, (30, 12, 22, 70, 15, 15, 24), strict=True))
        rows = tuple(_sheet_row(file_name(one.source), check) for one, checks in checked for check in checks)
        return workbook_of(say("核对"), [Sheet(say("核对"), columns, rows)])


def _sheet_row(file: str, check: Check) -> tuple[str, ...]:
    word = say(GRADES.get(check.grade, "不符")) if check.status == FAIL else say(_STATES[check.status])
    return file, word, check.rule, check_message(check), check.expected, check.found, _places(check)


def _grid(fails: list[Check]) -> Grid:
    titles = say("核对"), say("说明"), say("应为"), say("实为"), say("规则"), say("出处")
    rows = (
        (
            say(GRADES.get(check.grade, "不符")),
            check_message(check),
            check.expected,
            check.found,
            check.rule,
            _places(check),
        )
        for check in fails
    )
    return Grid(tuple(Column(title) for title in titles), tuple(GridRow(row) for row in rows))


def _places(check: Check) -> str:
    return say("、").join(dict.fromkeys(place_words(place) for place in check.cells))
