"""A web page: headings, paragraphs, and tables with rowspan and colspan."""

from __future__ import annotations

from html import escape
from pathlib import Path

from maker.paper import Cell, Form, Heading, Paper, Row

STYLE = (
    "body{font-family:SimSun,serif;max-width:72em;margin:2em auto}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #000;padding:.2em .4em;font-weight:normal}"
    ".right{text-align:right}.center{text-align:center}"
)


def render(paper: Paper, path: Path) -> None:
    title = next(block.text for block in paper.blocks if isinstance(block, Heading))
    out = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
    ]
    for block in paper.blocks:
        if isinstance(block, Form):
            for part in block.parts():
                out += form_lines(part)
        elif isinstance(block, Heading):
            tag = f"h{block.level + 1}"
            place = ' class="center"' if block.level < 2 else ""
            out.append(f"<{tag}{place}>{escape(block.text)}</{tag}>")
        else:
            out.append(f"<p>{escape(block.text)}</p>")
    path.write_text("\n".join([*out, "</body>", "</html>", ""]), encoding="utf-8")


def form_lines(form: Form) -> list[str]:
    *numbers, body, unit = form.caption
    lines = [f'<p class="center"><b>{escape(form.title)}</b></p>']
    lines += [f'<p class="right">{escape(number)}</p>' for number in numbers]
    lines += [f"<p>{escape(body)}</p>", f'<p class="right">{escape(unit)}</p>', "<table>"]
    lines += ["<thead>", *(row_line(row, "th") for row in form.header), "</thead>"]
    lines += ["<tbody>", *(row_line(row, "td") for row in form.body), "</tbody>", "</table>"]
    return lines + [f"<p>{escape(note)}</p>" for note in form.notes]


def row_line(row: Row, tag: str) -> str:
    return "<tr>" + "".join(cell_text(cell, tag) for cell in row) + "</tr>"


def cell_text(cell: Cell, tag: str) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    place = f' class="{cell.align}"' if cell.align != "left" else ""
    return f"<{tag}{spans}{place}>{escape(cell.text)}</{tag}>"
