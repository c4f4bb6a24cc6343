"""Find the forms of a document: which grids carry which title, unit and entity, and which go on over pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from difftool.forms.form import Form
from difftool.forms.labels import squeeze
from difftool.forms.titles import statement_of, without_number
from difftool.model.document import Cell, Document, Grid, Line, Paragraph
from difftool.model.money import YUAN, read_money
from difftool.model.place import PagePlace

CAPTION_LINES = 14  # printed lines above a grid in which its title can stand
PROSE_LENGTH = 45  # a line longer than this is a sentence, not a caption

_UNIT = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(万元|千元|亿元|百万元|元)")
_ENTITY = re.compile(
    r"(?:编制|填报|预算|公开|填表|申报)?(?:部门|单位)(?:名称)?(?:[/／]单位(?:名称)?)?(?:[(（][^)）]{0,8}[)）])?\s*[:：]\s*([^\s:：]+)"
)
_ENTITY_CODE = re.compile(r"^[\[(（【]?\d{3,}[\])）】]?[-—_]?")
_YEAR = re.compile(r"(20[0-4]\d)\s*年")
_NOTE = re.compile(r"^(?:注|说明|备注)\d?\s*[:：.]")
_SMALL = re.compile(r"^[-—–\s\d./第页共]*$|^(?:公开|预算|决算|附|财预)*\d*表?[一二三四五六七八九十\d-]*表?$")
_BODY = re.compile(
    r"[一-鿿]{1,6}[省市区县州盟旗][一-鿿]{1,18}?(?:委员会|办公室|办公厅|人民政府|检察院|法院|中心|局|厅|委|院|馆|校|所|站|队)"
)


@dataclass(frozen=True, slots=True)
class Caption:
    """What is printed over a grid; "" and 0 where it does not say."""

    statement: str | None = None
    title: str = ""
    entity: str = ""
    unit: str = ""
    year: int = 0
    prose: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What the document says of itself."""

    entity: str
    year: int
    stage: str
    unit: str


def find_forms(document: Document) -> tuple[Head, tuple[Form, ...]]:
    """The document's head and its forms in order; a grid without a title goes on with the form before it."""
    found: list[tuple[Caption, list[Grid]]] = []
    pending: list[str] = []
    above: Line | None = None
    running = running_lines(document)
    for _, block in document.blocks():
        if isinstance(block, Paragraph):
            texts = caption_texts(block, running)
            if pending and texts and above is not None and is_broken_title(above, block.lines[0]):
                pending[-1] += texts.pop(0)
            pending.extend(texts)
            above = block.lines[-1]
            continue
        above = None
        rows = caption_rows(block)
        if block.rows == 1 and rows:
            pending.extend(rows)  # a grid of one row that names body and unit only stands over the form
            continue
        caption = read_caption([*pending[-CAPTION_LINES:], *rows])
        before = found[-1] if found else None
        if before is not None and goes_on(before[0], caption, pending):
            before[1].append(block)
            found[-1] = (replace(before[0], unit=before[0].unit or caption.unit), before[1])
        else:
            found.append((caption, [block]))
        pending = []
    head = read_head(document, [caption for caption, _ in found])
    forms: list[Form] = []
    unit = head.unit
    for caption, grids in found:
        if caption.unit:
            unit = caption.unit
        forms.append(
            Form(
                statement=caption.statement or "other",
                title=caption.title,
                entity=caption.entity,
                unit=caption.unit or (unit if caption.statement else head.unit),
                year=caption.year or head.year,
                stage="final" if "决算" in caption.title else head.stage,
                parts=tuple(grids),
            )
        )
    return head, tuple(forms)


def caption_texts(paragraph: Paragraph, running: frozenset[str]) -> list[str]:
    """The texts of a paragraph as caption lines; a title set over several lines is one."""
    if 1 < len(paragraph.lines) <= 3 and statement_of(paragraph.text):
        return [paragraph.text]
    return [
        part
        for line in paragraph.lines
        if without_digits(line.text) not in running
        for part in re.split(r"\t|\s{3,}", line.text)
        if part.strip()
    ]


def is_broken_title(first: Line, second: Line) -> bool:
    """Whether two lines are one title broken in the middle of a name: as large, set close, the first the longer."""
    one, other = first.place, second.place
    if not isinstance(one, PagePlace) or not isinstance(other, PagePlace) or one.page != other.page:
        return False
    bare = squeeze(first.text)
    close = 0 <= other.bbox[1] - one.bbox[3] < second.size
    longer = one.bbox[2] - one.bbox[0] >= other.bbox[2] - other.bbox[0]
    whole = re.search(r"[，。；：:]|表$|^第.部分|^[(（]?[一二三四五六七八九十\d]+[)）、.．]", bare)
    alike = first.size > 0 and abs(first.size - second.size) < 0.5
    return bool(close and longer and alike and not whole and not trivial(bare) and statement_of(bare + second.text))


def running_lines(document: Document) -> frozenset[str]:
    """Headers and footers that run over the pages: texts that open or close at least three pages, digits aside."""
    counted: Counter[str] = Counter()
    for page in document.pages:
        texts = [block for block in page.blocks if isinstance(block, Paragraph)]
        edges = {id(block): block for block in (*texts[:1], *texts[-1:])}
        counted.update({without_digits(line.text) for block in edges.values() for line in block.lines})
    return frozenset(
        text for text, times in counted.items() if times >= 3 and not statement_of(text) and not _ENTITY.match(text)
    )


def without_digits(text: str) -> str:
    return re.sub(r"\d+", "0", squeeze(text))


def goes_on(before: Caption, caption: Caption, pending: list[str]) -> bool:
    """Whether a grid belongs to the form before it: no title of its own, or the same title printed again."""
    if caption.statement is None:
        return not any(
            len(squeeze(text)) > 2 and not _SMALL.match(squeeze(text)) for text in pending if not trivial(text)
        )
    same_entity = not caption.entity or not before.entity or caption.entity == before.entity
    return (
        caption.statement == before.statement
        and squeeze(caption.title) == squeeze(before.title)
        and same_entity
        and not caption.prose
    )


def trivial(text: str) -> bool:
    """Page numbers, form numbers, units and entities say nothing of where a form ends; a note does."""
    bare = squeeze(text)
    return bool(_SMALL.match(bare) or _UNIT.search(bare) or _ENTITY.match(bare))


def caption_rows(grid: Grid) -> list[str]:
    """The texts of the grid's first rows that hold one text only: title, entity and unit set inside the ruling."""
    texts: list[str] = []
    for row in range(min(grid.rows, 5)):
        filled = [cell for cell in grid.row_cells(row) if cell.text.strip()]
        if not filled:
            continue
        if not is_caption_row(grid, row, filled):
            break
        for cell in filled:
            texts.extend(part for part in re.split(r"\t|\s{3,}|\n", cell.text) if part.strip())
    return texts


def is_caption_row(grid: Grid, row: int, filled: list[Cell]) -> bool:
    """A row of one text over the whole width, or one that names the unit or the entity."""
    texts = [squeeze(cell.text) for cell in filled]
    if any(read_money(text, "元") for text in texts):
        return False
    if len(filled) <= 3 and all(
        statement_of(t) or _UNIT.search(t) or _ENTITY.match(t) or _SMALL.match(t) for t in texts
    ):
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
    after = texts[at:]
    return Caption(
        statement=statement,
        title=title,
        entity=first_entity(after),
        unit=next((m.group(1) for t in reversed(texts) if (m := _UNIT.search(t))), ""),
        year=int(match.group(1)) if (match := _YEAR.search(title)) else 0,
        prose=any(len(squeeze(t)) > PROSE_LENGTH for t in after),
    )


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
        for match in _ENTITY.finditer(text):
            name = _ENTITY_CODE.sub("", squeeze(match.group(1)))
            if name and name not in YUAN and not name.startswith(("人民币", "万元", "元")):
                return name
    return ""


def read_head(document: Document, captions: list[Caption]) -> Head:
    """Entity, year, stage and unit of the whole document: by its forms, else by its cover."""
    cover = cover_lines(document)
    titled = [caption for caption in captions if caption.statement]
    entity = most(caption.entity for caption in titled) or cover_entity(cover) or named_entity(document)
    joined = "".join(squeeze(text) for text in cover)
    match = re.search(r"(20[0-4]\d)年(?:度)?[^。]{0,40}?(预算|决算)", joined) or re.search(r"(20[0-4]\d)年?", joined)
    year = int(match.group(1)) if match else int(most(str(c.year) for c in titled if c.year) or common_year(document))
    finals = sum("决算" in caption.title for caption in titled)
    stage = "final" if finals * 2 > len(titled) or (not titled and "决算" in joined) else "budget"
    unit = most(caption.unit for caption in titled) or "万元"
    return Head(entity, year, stage, unit)


def common_year(document: Document) -> int:
    """The year that the document names most often: some publish their forms without a title page."""
    counted: Counter[int] = Counter()
    for _, block in document.blocks():
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
        counted.update(int(year) for text in texts for year in _YEAR.findall(text))
    return counted.most_common(1)[0][0] if counted else 0


def cover_lines(document: Document) -> list[str]:
    lines = [
        line.text
        for page in document.pages[:3]
        for block in page.blocks
        if isinstance(block, Paragraph)
        for line in block.lines
        if line.text.strip()
    ]
    return lines[:30]


def cover_entity(lines: list[str]) -> str:
    """The name over or within the first line that says 预算 or 决算: "某市某局2024年部门预算"."""
    joined = ""
    for text in lines:
        bare = squeeze(text)
        joined += bare
        if re.search(r"预算|决算", joined):
            before = re.split(r"预算|决算", joined, maxsplit=1)[0]
            before = re.sub(r"20[0-4]\d年?(?:度)?|(?:部门|单位)?(?:综合)?$|^附件\d*[:：]?|目录", "", before)
            before = re.sub(r"(?:部门|单位)?(?:综合)?$|第.部分", "", before)
            return before if len(before) > 2 else ""
    return ""


def named_entity(document: Document) -> str:
    """The body that the running text names most: some print neither a cover nor captions."""
    counted: Counter[str] = Counter()
    for page in document.pages[:6]:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                counted.update(_BODY.findall(squeeze(block.text)))
    return counted.most_common(1)[0][0] if counted else ""


def most(values: Iterable[str]) -> str:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""
