"""What a document says of itself: whose it is, of which year, budget or final account, in which unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from difftool.forms.caption import Caption
from difftool.forms.labels import squeeze
from difftool.model.document import Document, Paragraph
from difftool.pattern import lazy_pattern

_YEAR = lazy_pattern(r"(20[0-4]\d)\s*年")
# 安徽 publishes the 三公 expenses alone: "某镇人民政府2020年度一般公共预算财政拨款“三公”经费支出决算".
_PAPER = lazy_pattern(r"(?<!公共)(?<!基金)(?<!经营)预算|决算")
_SUBJECT = lazy_pattern(r"(?:一般公共预算|政府性基金|财政拨款|[“\"]?三公).*$")
_BODY = lazy_pattern(
    r"[一-鿿]{1,6}[省市区县州盟旗][一-鿿]{1,18}?(?:委员会|办公室|办公厅|人民政府|检察院|法院|中心|局|厅|委|院|馆|校|所|站|队)"
)


class Head(Struct, frozen=True):
    """What the document says of itself. `unit` is "" where no form prints one.

    `year_printed` is False where no line and no cell names a year: it is then that of the file's name, or 0.
    """

    entity: str
    year: int
    stage: str
    unit: str
    year_printed: bool = True


def read_head(document: Document, captions: list[Caption]) -> Head:
    """Entity, year, stage and unit of the whole document: by its forms, else by its cover."""
    cover = cover_lines(document)
    titled = [caption for caption in captions if caption.statement]
    entity = most(caption.entity for caption in titled) or cover_entity(cover) or named_entity(document)
    joined = "".join(squeeze(text) for text in cover)
    match = re.search(r"(20[0-4]\d)年(?:度)?[^。]{0,40}?(预算|决算)", joined) or re.search(r"(20[0-4]\d)年?", joined)
    year = int(match.group(1)) if match else int(most(str(c.year) for c in titled if c.year) or common_year(document))
    named = year or year_of_name(document)
    return Head(entity, named, stage_of(titled, joined), most(caption.unit for caption in titled), year > 0)


def stage_of(titled: list[Caption], cover: str) -> str:
    """What most titles say that say it, "final" or "budget"; where as many say either, what the cover calls it.

    重庆's 机构运行信息表 says neither.
    """
    finals = sum("决算" in caption.title for caption in titled)
    told = sum(bool(re.search(r"预算|决算", caption.title)) for caption in titled)
    if finals * 2 == told:
        return cover_stage(cover) or "budget"
    return "final" if finals * 2 > told else "budget"


def cover_stage(cover: str) -> str:
    """What the cover calls the document: "final" or "budget" by the word that comes first, "" where neither stands."""
    match = _PAPER.search(cover)
    return "" if match is None else "final" if match.group() == "决算" else "budget"


def common_year(document: Document) -> int:
    """The year that the document names most often, the later of two: some publish their forms without a title page."""
    counted: Counter[int] = Counter()
    for _, block in document.blocks():
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
        counted.update(int(year) for text in texts for year in _YEAR.findall(text))
    return max(counted, key=lambda year: (counted[year], year), default=0)


def year_of_name(document: Document) -> int:
    """The year that the file's name tells, 0 where it tells none: 附件1：2022年度部门决算公开表.xls."""
    match = re.search(r"(?<!\d)(20[0-4]\d)(?!\d)", Path(document.source.path).name)
    return int(match.group(1)) if match else 0


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
        if paper := _PAPER.search(joined):
            before = _SUBJECT.sub("", joined[: paper.start()])
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
