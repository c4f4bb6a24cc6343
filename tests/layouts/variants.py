"""Changes of a paper that leave what it says alone: how codes, names, amounts and blanks are printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any


def is_amount(cell: Any) -> bool:
    return cell.align == "right"


def with_texts(form: Any, change: Callable[[Any], str]) -> Any:
    """The form with the text of each amount cell changed."""
    return replace(
        form,
        body=tuple(tuple(replace(c, text=change(c)) if is_amount(c) else c for c in row) for row in form.body),
    )


def full_width(form: Any) -> Any:
    return with_texts(form, lambda c: c.text.translate({**{ord(str(d)): chr(0xFF10 + d) for d in range(10)}, 46: "．"}))


def spaced(form: Any) -> Any:
    return with_texts(form, lambda c: re.sub(r"\.", ". ", c.text))


def six_decimals(form: Any) -> Any:
    return with_texts(form, lambda c: c.text + "0000" if "." in c.text else c.text)


def dashes(form: Any) -> Any:
    return with_texts(form, lambda c: c.text or "—")


def has_codes(form: Any) -> bool:
    """Whether the first cells of the rows are joined codes beside names."""
    return (
        any(
            len(row) > 2 and re.fullmatch(r"[235]\d{2}(\d\d){0,2}", row[0].text) and not is_amount(row[1])
            for row in form.body
        )
        and len(form.header[0]) > 1
    )


def merged_codes(join: Callable[[str, str], str]) -> Callable[[Any], Any]:
    """Code and name in one column."""

    def change(form: Any) -> Any:
        if not has_codes(form) or "明细" in form.title:
            return form
        header = [list(row) for row in form.header]
        first = header[0][0]
        if first.columns == 2:  # 项目 over 科目代码 and 科目名称
            header[0][0] = replace(first, columns=1)
            header[1] = header[1][1:]
        else:
            header[0] = [replace(header[0][1], text="科目名称"), *header[0][2:]]
        header = [row if not (len(row) and row[0].text in ("栏次", "**")) else
                  ([replace(row[0], columns=row[0].columns - 1), *row[1:]] if row[0].columns > 1 else row[1:])
                  for row in header]  # fmt: skip
        body = []
        for row in form.body:
            if row[0].columns == 2:
                body.append((replace(row[0], columns=1), *row[1:]))
                continue
            code, name, *rest = row
            text = join(code.text, name.text.strip()) if code.text else name.text
            body.append((replace(name, text=text), *rest))
        return replace(form, header=tuple(map(tuple, header)), body=tuple(body), widths=form.widths[1:])

    return change


prefixed = merged_codes(lambda code, name: f"{code}-{name}")
bracketed = merged_codes(lambda code, name: f"[{code}]{name}")
followed = merged_codes(lambda code, name: f"{name}（{code}）")
absent = merged_codes(lambda code, name: "　" * ((len(code) - 3) // 2) + name)


def with_change_columns(cell: Any) -> Callable[[Any], Any]:
    """增减额 and 增减% after the amounts."""

    def change(form: Any) -> Any:
        if not has_codes(form) or "明细" in form.title:
            return form
        depth = len(form.header)
        numbered = form.header[-1][0].text in ("栏次", "**", "1")
        tall = depth - numbered
        header = [list(row) for row in form.header]
        for text in ("比上年增减额", "增减%"):
            header[0].append(cell(text, rows=tall, align="center"))
        if numbered:
            header[-1] += [cell("98", align="center"), cell("99", align="center")]
        body = [(*row, cell("1.23", align="right"), cell("4.56%", align="right")) for row in form.body]
        return replace(form, header=tuple(map(tuple, header)), body=tuple(body), widths=(*form.widths, 12, 8))

    return change


def blank_column(cell: Any) -> Callable[[Any], Any]:
    """A column without heading or words between names and amounts."""

    def change(form: Any) -> Any:
        if not has_codes(form) or "明细" in form.title:
            return form
        tall = len(form.header)
        header = [list(row) for row in form.header]
        at = 1 if header[0][0].columns == 2 else 2
        header[0].insert(at, cell("", rows=tall))
        body = [(*row[: 2 - (row[0].columns - 1)], cell(""), *row[2 - (row[0].columns - 1) :]) for row in form.body]
        if header[-1][0].text in ("栏次", "**"):
            return form
        return replace(form, header=tuple(map(tuple, header)), body=tuple(body),
                       widths=(*form.widths[:2], 4, *form.widths[2:]))  # fmt: skip

    return change


# Other words for the same forms, as other provinces title them.
TITLES: tuple[tuple[str, str], ...] = (
    (r"部门收支(?:总体情况|预算)?总?表", "收支预算总表"),
    (r"部门收入(?:总体情况|预算)?总?表", "收入预算总表"),
    (r"部门支出(?:总体情况|预算)?总?表", "支出预算总表"),
    (r"财政拨款收支(?:总体情况|预算)?总?表", "财政拨款收支预算总表"),
    (r"一般公共预算支出(?:情况|预算)?表", "一般公共预算支出预算表"),
    (r"一般公共预算基本支出(?:情况|预算)?表", "一般公共预算基本支出预算表"),
)
NUMBERED = ("表1", "表2", "表3-1", "表四", "公开05表", "附表6", "表七：", "8.", "表9", "10、", "表11")


def retitled(form: Any) -> Any:
    title = form.title
    for pattern, other in TITLES:
        title = re.sub(pattern, other, title)
    return replace(form, title=title)


def numbered(place: int, form: Any) -> Any:
    return replace(form, title=NUMBERED[place % len(NUMBERED)] + " " + form.title)
