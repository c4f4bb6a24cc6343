"""Rows without amounts that head the rows below them: the unit of the projects that follow."""

from __future__ import annotations

from difftool.forms.classification import bare_name
from difftool.forms.form import Form
from difftool.forms.rows import amounts_of
from difftool.model.place import Place


def headings_above(form: Form) -> dict[Place, str]:
    """For each amount of a form, the only text of the last row without any above it, over pages; "" before the first.

    广州 lists its main projects in rows below the name of their unit, which has no amount of its own.
    """
    found: dict[Place, str] = {}
    heading = ""
    for part in form.laid_out:
        for row in part.rows:
            amounts = [cell.place for _, _, cell in amounts_of(row, list(part.columns), form.unit)]
            found.update(dict.fromkeys(amounts, heading))
            texts = {cell.text for cell in row.cells if cell is not None and cell.text.strip()}
            if not amounts and len(texts) == 1:
                heading = bare_name(next(iter(texts)))
    return found
