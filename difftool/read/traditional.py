"""Documents in traditional characters (預算, 決算) are read as the same documents in simplified ones."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from msgspec.structs import replace

from difftool.model.document import Block, Document, Grid
from difftool.model.file_problems import TraditionalCharacters
from difftool.pattern import lazy_pattern

FEWEST = 5  # words: a page in simplified characters may name one in the other script
_WORDS = lazy_pattern(r"預算|決算|財政|撥款|經費|萬元|總計|總表|單位")


def in_simplified(document: Document) -> Document:
    """The document with its words in simplified characters where they are traditional, and a problem that tells so.

    Sites offer their pages in both scripts; titles, headings and names are known in one. Pictures are as recognised.
    """
    texts = [text for _, block in document.blocks() for text in texts_of(block)]
    if len(_WORDS.findall("\n".join(texts))) < FEWEST:
        return document
    pages = tuple(
        page if page.recognised else replace(page, blocks=tuple(map(simplified, page.blocks)))
        for page in document.pages
    )
    first = next(block for _, block in document.blocks())
    return replace(document, pages=pages, problems=(*document.problems, TraditionalCharacters.at(first.place)))


def texts_of(block: Block) -> list[str]:
    return [cell.text for cell in block.cells] if isinstance(block, Grid) else [line.text for line in block.lines]


def simplified(block: Block) -> Block:
    if isinstance(block, Grid):
        return replace(
            block, cells=tuple(replace(cell, text=cell.text.translate(_characters())) for cell in block.cells)
        )
    return replace(block, lines=tuple(replace(line, text=line.text.translate(_characters())) for line in block.lines))


@cache
def _characters() -> dict[int, str]:
    """The simplified character for each traditional one that can only be that: 乾 and 著 are in use in both scripts."""
    with files("difftool.read").joinpath("traditional.csv").open(encoding="utf-8") as table:
        return {ord(row["traditional"]): row["simplified"] for row in csv.DictReader(table)}
