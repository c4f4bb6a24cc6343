"""A disclosure in several files, read as one document: every place tells its file, and what was left out is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath

from msgspec.structs import replace

from difftool.model.document import Block, Cell, Document, Grid, Line, Page, Paragraph, Source
from difftool.model.file_problems import RepeatedFile, UnreadFile
from difftool.model.place import Place
from difftool.model.problem import DifftoolError, Problem, TooLarge, UnsafeFile
from difftool.read.origin import Member, Origin, label

_AMOUNT = re.compile(r"-?\d[\d,]*\.\d+")
FEWEST_AMOUNTS = 20  # of a file that can be told to be another's copy
SAME = 0.95  # share of the amounts of two files that are one document in two formats


def join_documents(origin: Origin, read: Sequence[tuple[Member, Document | DifftoolError]]) -> Document:
    """One document of several, in their order; a file that cannot be read and one that repeats another are problems.

    Raises the first error where no file can be read, and `TooLarge` or `UnsafeFile` where one is refused for harm.
    """
    kept: list[tuple[Member, Document]] = []
    problems: list[Problem] = []
    for member, document in read:
        if isinstance(document, TooLarge | UnsafeFile):
            raise document
        if isinstance(document, DifftoolError):
            problems.append(UnreadFile.at(name=member.name, detail=str(document)))
            continue
        other = next((told for told, before in kept if is_copy(before, document)), None)
        if other is not None:
            problems.append(RepeatedFile.at(name=member.name, other=other.name))
            continue
        kept.append((member, document))
    if not kept:
        raise next(document for _, document in read if isinstance(document, DifftoolError))
    pages: list[Page] = []
    for member, document in kept:
        for page in titled_pages(member, document):
            pages.append(replace(page, number=len(pages) + 1))
        problems.extend(
            replace(told, file=member.name, where=told.where and in_file(told.where, member.name))
            for told in document.problems
        )
    readings = (
        replace(reading, place=in_file(reading.place, member.name))
        for member, told in kept
        for reading in told.readings
    )
    return Document(source_of(origin, kept), tuple(pages), tuple(problems), tuple(readings))


def source_of(origin: Origin, kept: Sequence[tuple[Member, Document]]) -> Source:
    files = tuple(replace(document.source, name=member.name) for member, document in kept)
    digest = sha256("".join(f"{file.sha256} {file.name}\n" for file in files).encode()).hexdigest()
    counted = [file.pages for file in files if file.pages is not None]
    pages = sum(counted) if len(counted) == len(files) else None
    return Source(label(origin), digest, "several", pages, files=files)


def titled_pages(member: Member, document: Document) -> tuple[Page, ...]:
    """The pages of a file; a form on top of it without a title has the file's name for one, as people save them."""
    pages = tuple(
        replace(page, blocks=tuple(block_in(block, member.name) for block in page.blocks)) for page in document.pages
    )
    first = next((page for page in pages if page.blocks), None)
    if first is None or not isinstance(first.blocks[0], Grid):
        return pages
    grid = first.blocks[0]
    if len([cell for cell in grid.row_cells(0) if cell.text]) < 2:
        return pages
    title = Paragraph((Line(PurePath(member.name).stem, grid.place),))
    return tuple(replace(page, blocks=(title, *page.blocks)) if page is first else page for page in pages)


def block_in(block: Block, file: str) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(tuple(line_in(line, file) for line in block.lines))
    cells = tuple(cell_in(cell, file) for cell in block.cells)
    return Grid(block.rows, block.columns, cells, in_file(block.place, file), block.ruled)


def line_in(line: Line, file: str) -> Line:
    return replace(line, place=in_file(line.place, file))


def cell_in(cell: Cell, file: str) -> Cell:
    return replace(cell, place=in_file(cell.place, file))


def in_file(place: Place, file: str) -> Place:
    return replace(place, file=file)


def is_copy(one: Document, other: Document) -> bool:
    """Whether two files are the same document: the same bytes, or the same amounts in another format."""
    if one.source.sha256 == other.source.sha256:
        return True
    first, second = amounts(one), amounts(other)
    most = max(first.total(), second.total())
    return min(first.total(), second.total()) >= FEWEST_AMOUNTS and (first & second).total() >= SAME * most


def amounts(document: Document) -> Counter[str]:
    """The amounts with decimals that a document prints, other than zeros, as often as it prints them."""
    found: Counter[str] = Counter()
    for _, block in document.blocks():
        texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
        for text in texts:
            found.update(raw.replace(",", "") for raw in _AMOUNT.findall(text) if raw.strip("-0.,"))
    return found
