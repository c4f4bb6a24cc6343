"""Whether what was read is one disclosure with forms: none has amounts, or files given as one are several."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.forms.reader import FormsReading, read_forms
from difftool.model.document import Document
from difftool.model.file_problems import SeveralDisclosures
from difftool.model.form_problems import NoForms
from difftool.model.problem import Problem

SAME_FORMS = 3  # forms that two files print both: then each is a disclosure of its own


def without_forms(forms: FormsReading) -> tuple[Problem, ...]:
    """A problem where no form has an amount: a narrative published apart, or a notice that is no disclosure."""
    if forms.facts:
        return ()
    empty = len(forms.tables)
    if not empty:
        return (NoForms.at(found="no forms were found", found_zh="没有找到表格"),)
    found = f"{empty} {'form' if empty == 1 else 'forms'} found, without amounts"
    return (NoForms.at(found=found, found_zh=f"找到 {empty} 张表，都没有金额"),)


def told_apart(document: Document, forms: FormsReading) -> tuple[Problem, ...]:
    """A problem where the files that were given as one disclosure are of several years, or budget and final account.

    Only files that print the same forms can be that: narrative and forms that are published apart do not.
    """
    if len(document.source.files) < 2:
        return ()
    statements: dict[str, set[str]] = {}
    for table in forms.tables:
        statements.setdefault(table.where.file, set()).add(table.statement)
    printing = [
        file
        for file, own in statements.items()
        if any(len(own & others) >= SAME_FORMS for other, others in statements.items() if other != file)
    ]
    heads: dict[tuple[int, str], str] = {}
    for file in printing:
        pages = tuple(page for page in document.pages if page.blocks and page.blocks[0].place.file == file)
        reading = read_forms(replace(document, pages=pages))
        heads.setdefault((reading.year, reading.stage), file)
    if len(heads) < 2:
        return ()
    told = ", ".join(f"{file} of {year} ({stage})" for (year, stage), file in heads.items())
    return (SeveralDisclosures.at(told=told),)
