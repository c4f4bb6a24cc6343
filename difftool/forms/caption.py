"""What is printed over a grid: the title that says which statement, the entity, the unit and the year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from difftool.forms.labels import squeeze
from difftool.forms.titles import statement_of, statement_without_word, without_number
from difftool.model.document import Cell, Grid
from difftool.model.money import UNITS, YUAN, read_money
from difftool.pattern import lazy_pattern

HEADING_ROWS = 5  # rows at the top of a grid among which headings stand
PROSE_LENGTH = 45  # a line longer than this is a sentence, not a caption

UNIT = lazy_pattern(rf"单位\s*[:：]?\s*[(（]?(?:人民币|RMB)?[(（]?\s*({UNITS})")
_UNIT_IN_BRACKETS = lazy_pattern(rf"[(（](?:单位[:：]?)?({UNITS})[)）]$")
_UNIT_ALONE = lazy_pattern(rf"^(?:[(（](?:人民币)?|(?:金额|人民币)[:：])({UNITS})[)）]?$")
_UNIT_CUT_SHORT = lazy_pattern(r"单位[:：](?:人民币)?[(（]?(百万|[百千万亿])[)）]?$")
_UNIT_UNREAD = lazy_pattern(
    r"(?i)(?:金额|计量|货币)单位[:：](.+)|单位[:：](?=.{1,8}$)(.*(?:元|[十百千万亿角分]|yuan|RMB|CNY))[)）]?$|\bUnit[:：](.+)"
)
_OTHER_WRITING = str.maketrans("圆萬億", "元万亿")
# "预算数（万元）", and not "单价（元）" or "补助标准（元）", which are no amounts of the form.
_UNIT_OF_AMOUNTS = lazy_pattern(
    rf"(?:预算|决算|执行|金额|数额|合计|总计|总额|[算计行]数|资金|经费|收入|支出|拨款)[(（](?:单位[:：]?)?({UNITS})[)）]$"
)
ENTITY = lazy_pattern(
    r"(?:编制|填报|预算|公开|填表|申报)?(?:部门|单位)(?:名称)?(?:[/／]单位(?:名称)?)?(?:[(（][^)）]{0,8}[)）])?\s*[:：]\s*([^\s:：]+)"
)
_ENTITY_CODE = lazy_pattern(r"^[\[(（【]?\d{3,}[\])）】]?[-—_]?")
_UNIT_LABEL = lazy_pattern(r"(?:金额|计量|货币|数据)?单位$")
_YEAR = lazy_pattern(r"(20[0-4]\d)\s*年")
# Page numbers, numbers of forms, and the years and dates that stand between body and unit: 财决01表, 2023年度.
SMALL = lazy_pattern(
    r"^[-—–\s\d./第页共]*$"
    r"|^(?:公开|预算|决算|附|财预|财决|财政|部门|单位|批复)*\d*表?[一二三四五六七八九十\d-]*表?$"
    r"|^(?:(?:编制|填报|制表|打印|编报)?(?:日期|时间|年度)[:：]?)?20\d\d(?:年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|(?:[-/.]\d{1,2}){1,2})$"
)

_NUMBER_OF_FORM = lazy_pattern(r"(?:公开|预算|财预|财决|附|部门|单位)*(?:\d{1,2}表|表\d{1,2}(?:-\d{1,2})?)")


class Caption(Struct, frozen=True):
    """What is printed over a grid; "" and 0 where it does not say. `unit_unread` is a unit that is not understood."""

    statement: str | None = None
    title: str = ""
    entity: str = ""
    unit: str = ""
    unit_unread: str = ""
    year: int = 0
    prose: bool = False
    number: str = ""


def caption_rows(grid: Grid) -> list[str]:
    """The texts of the grid's first rows that hold one text only: title, entity and unit set inside the ruling."""
    texts: list[str] = []
    for row in range(min(grid.rows, 5)):
        filled = [cell for cell in grid.row_cells(row) if cell.text.strip()]
        if not filled:
            continue
        if not is_caption_row(grid, filled):
            break
        for cell in filled:
            # A title too long for its cell is set over two lines, and is one text all the same.
            texts.extend([cell.text] if statement_of(cell.text) else pieces(cell.text))
    return texts


# Pages set title, number, body and unit in one line: "支出决算表 公开03表 部门：某局 金额单位：元".
_APART = lazy_pattern(
    r"\t|\s{3,}|\n"
    r"|(?<=表)\s+(?=(?:公开|财决|预算|附)*(?:\d+表|表\d+)\s)"
    r"|(?<=表)\s+(?=(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[:：]|(?:金额|计量|货币|数据)?单位[:：])"
)


def pieces(text: str) -> list[str]:
    """The texts that stand apart on a line; a name printed far right of its label ("部门：   某局") stays with it."""
    found: list[str] = []
    for part in _APART.split(text):
        if found and found[-1].rstrip().endswith(("：", ":")):
            found[-1] += part
        elif part.strip():
            found.append(part)
    return found


def unit_of_column(path: Iterable[str]) -> str:
    """The unit that the headings over a column of amounts print, the lowest that does: 预算数（元）; else ""."""
    found = [match.group(1) for name in path if (match := _UNIT_OF_AMOUNTS.search(name))]
    return found[-1] if found else ""


def unit_of_headings(grid: Grid) -> str:
    """The unit that the headings of the amounts print: "预算数（万元）"; "" where none does or they differ."""
    found = {
        match.group(1)
        for row in range(min(grid.rows, HEADING_ROWS))
        for cell in grid.row_cells(row)
        if (match := _UNIT_OF_AMOUNTS.search(squeeze(cell.text)))
    }
    return found.pop() if len(found) == 1 else ""


def is_caption_row(grid: Grid, filled: list[Cell]) -> bool:
    """A row of one text over the whole width, or one that names the unit or the entity."""
    texts = [squeeze(cell.text) for cell in filled]
    if any(read_money(text, "元") for text in texts):
        return False
    if len(filled) <= 3 and all(statement_of(t) or UNIT.search(t) or ENTITY.match(t) or SMALL.match(t) for t in texts):
        return True
    return len(filled) == 1 and grid.columns > 1 and filled[0].column_span == grid.columns


def read_caption(texts: list[str]) -> Caption:
    """The caption that lines say; the title is the one nearest to the grid."""
    statement, title, at = None, "", 0
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        statement = statement_of(text)
        broken = index and begins_title(texts[index - 1]) and len(squeeze(text)) < 24 and not trivial(text)
        if broken or (index and squeeze(text) == "表"):
            joined = texts[index - 1] + text
            if statement_of(joined):
                statement, text = statement_of(joined), joined
        if statement:
            title, at = squeeze(text), index
            break
    if not statement:
        above = next((index for index in range(len(texts) - 1, -1, -1) if not trivial(texts[index])), -1)
        if above >= 0 and (statement := statement_without_word(texts[above])):
            title, at = squeeze(texts[above]), above
    after = texts[at:]
    return Caption(
        statement=statement,
        title=title,
        entity=first_entity(after),
        unit=next((unit for t in reversed(texts) if (unit := unit_in(t))), "")
        or (match.group(1) if (match := _UNIT_IN_BRACKETS.search(title)) else ""),
        unit_unread=next((unit for t in reversed(after) if (unit := unit_unread_in(t))), ""),
        year=int(match.group(1)) if (match := _YEAR.search(title)) else 0,
        prose=any(len(squeeze(t)) > PROSE_LENGTH for t in after),
        number=next((bare for t in reversed(texts) if _NUMBER_OF_FORM.fullmatch(bare := squeeze(t))), ""),
    )


def unit_in(text: str) -> str:
    """The unit that a line of a caption names, alone or beside the body; "" where it names none."""
    bare = squeeze(text).translate(_OTHER_WRITING)
    match = UNIT.search(bare) or _UNIT_ALONE.match(bare)
    if match:
        return match.group(1)
    short = _UNIT_CUT_SHORT.search(bare)
    return f"{short.group(1)}元" if short else ""


def unit_unread_in(text: str) -> str:
    """What a line of a caption prints for its unit, where that is none that is known: 10万元, 美元; else ""."""
    if unit_in(text):
        return ""
    match = _UNIT_UNREAD.search(squeeze(text))
    return next((group for group in match.groups() if group), "") if match else ""


def begins_title(text: str) -> bool:
    """Whether a line can be the first half of a title broken in two: "一般公共预算机关运行经费" over "支出预算表"."""
    bare = without_number(squeeze(text))
    return (
        4 < len(bare) < 40
        and not bare.endswith(("表", "预算", "决算"))
        and not trivial(text)
        and not re.search(r"[，。；：:]|^第.部分|^[(（].*[)）]$|^附件|^[(（]?[一二三四五六七八九十\d]+[)）、.．]", bare)
        and bool(re.search(r"预算|决算|经费|拨款|支出|绩效", bare))
    )


def first_entity(texts: Iterable[str]) -> str:
    for text in texts:
        for match in ENTITY.finditer(text):
            name = _ENTITY_CODE.sub("", squeeze(match.group(1)))
            if text[match.end() : match.end() + 1] in (":", "："):
                name = _UNIT_LABEL.sub("", name)  # 部门：某局单位：万元
            if name and name not in YUAN and not name.startswith(("人民币", "万元", "元")):
                return name
    return ""


def trivial(text: str) -> bool:
    """Page numbers, form numbers, units and entities say nothing of where a form ends; a note does."""
    bare = squeeze(text)
    return bool(SMALL.match(bare) or UNIT.search(bare) or ENTITY.match(bare))
