"""Text as disclosures are often passed on: headings and sentences as lines, forms as rows with tabs between cells."""

from __future__ import annotations

from pathlib import Path

from maker.paper import Form, Heading, Paper, positions


def rows(form: Form) -> list[str]:
    """The form's lines; a merged cell stands in its first column, the rest of it is left empty."""
    every = form.header + form.body
    grid = [["" for _ in form.widths] for _ in every]
    for row, column, cell in positions(every):
        grid[row][column] = cell.text.replace("　", "")
    return ["\t".join(cells) for cells in grid]


def render(paper: Paper, path: Path) -> None:
    out: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Form):
            for part in block.parts():
                out += [part.title, "", *[line for words in part.caption for line in (words, "")], *rows(part), ""]
                out += [line for note in part.notes for line in (note, "")]
        else:
            out += [block.text, ""] if isinstance(block, Heading) or block.text else []
    path.write_text("\n".join(out).rstrip("\n") + "\n", encoding="utf-8")
