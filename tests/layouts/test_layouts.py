"""The same figures read from every layout that the bureaus print: the facts are equal."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("reportlab")

from difftool.pipeline import extract
from tests.layouts import variants
from tests.layouts.drawing import Drawing, draw

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FIGURES = ("qinglan-2024-budget", "chenghu-2024-final")
LAYOUTS: dict[str, Drawing] = {
    "plain": Drawing(),
    "shown turned by 90": Drawing(turn=90),
    "shown turned by 270": Drawing(turn=270),
    "lying to the left": Drawing(sideways=90),
    "lying to the right": Drawing(sideways=270),
    "upright": Drawing(landscape=False, size=6.5),
    "cells as boxes": Drawing(rules="boxes"),
    "dashed lines": Drawing(rules="dashed"),
    "lines as thin rectangles": Drawing(rules="bars"),
    "no outer border": Drawing(rules="inner"),
    "level lines only": Drawing(rules="level", size=6.5),
    "upright lines only below the head": Drawing(rules="upright", size=6.5),
    "lines around the head only": Drawing(rules="head", size=6.5),
    "no lines": Drawing(rules="none", size=6.5),
    "no lines, broken amounts": Drawing(rules="none", narrow=5, size=6.5),
    "level lines only, broken amounts": Drawing(rules="level", narrow=5, size=6.5),
    "no lines, amounts at the left": Drawing(rules="none", numbers="left", size=6.5),
    "no lines, amounts in the middle": Drawing(rules="none", numbers="center", size=6.5),
    "no lines, headings close together": Drawing(rules="none", landscape=False, size=8),
    "no lines, last row alone on a page": Drawing(rules="none", rows=9, repeat="all", size=8),
    "no lines, names broken around their amounts": Drawing(rules="none", landscape=False, size=9),
    "several on a page without lines": Drawing(several=True, rules="none", size=6.5),
    "over pages": Drawing(rows=9),
    "over pages, titles repeated": Drawing(rows=9, repeat="all"),
    "over pages, nothing repeated": Drawing(rows=9, repeat="nothing"),
    "several on a page": Drawing(several=True),
    "drawn column by column": Drawing(order="columns"),
    "drawn in any order": Drawing(order="shuffled"),
    "drawn glyph by glyph": Drawing(letters=True),
    "broken amounts": Drawing(narrow=4, rows=14),
    "names over their cells": Drawing(overflow=True),
    "invisible text twice": Drawing(hidden=True),
    "title in the ruling": Drawing(titled_inside=True),
}
WAYS = (
    "full_width", "spaced", "six_decimals", "dashes", "prefixed", "bracketed", "followed", "absent", "change columns",
    "blank column", "retitled", "numbered", "yuan", "whole yuan", "split", "split_bare", "zeros", "grouped", "year column",
)  # fmt: skip


# A budget and a final account in turn, both where columns are told by alignment alone.
LAYOUT_CASES = [
    (layout, figures)
    for place, (layout, drawing) in enumerate(LAYOUTS.items())
    for figures in (FIGURES if drawing.rules in ("level", "none", "head", "upright") else FIGURES[place % 2 :][:1])
]
# Whole yuan without any line could as well be codes.
WAY_CASES = [(way, "plain", FIGURES[0]) for way in WAYS] + [
    (way, "no lines", FIGURES[1]) for way in WAYS if way != "whole yuan"
]


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(CORPUS))
    from maker import paper
    from maker.budget import budget
    from maker.figures import load
    from maker.final import final_account
    from maker.money import plain, said

    return SimpleNamespace(
        load=load, budget=budget, final=final_account, paper=paper, plain=plain, said=said, cell=paper.Cell
    )


def paper_of(maker: Any, name: str, **layout: Any) -> Any:
    figures = maker.load(CORPUS / "figures", name)
    unit = layout.pop("unit", figures.unit)
    figures = replace(figures, layout=figures.layout | layout, unit=unit, projects=[])
    paper = (maker.budget if figures.stage == "budget" else maker.final)(figures)
    paper.blocks = [paper.blocks[0], *(block for block in paper.blocks if hasattr(block, "header"))]
    return paper


def meant(maker: Any, paper: Any) -> Counter[tuple[Any, ...]]:
    found: Counter[tuple[Any, ...]] = Counter()
    for cell in paper.amounts():
        key = cell.key
        amount = maker.plain(maker.said(cell.text, cell.unit))
        found[key.statement, key.item, key.measure, key.year, key.phase, amount] = 1
    return found


def read(path: Path) -> Counter[tuple[Any, ...]]:
    found: Counter[tuple[Any, ...]] = Counter()
    for fact in extract(path).facts:
        if fact.statement != "narrative" and not fact.is_change:
            found[fact.statement, fact.item, fact.measure, fact.year, fact.phase, str(fact.amount)] = 1
    return found


def compare(maker: Any, paper: Any, expected: Counter[tuple[Any, ...]], path: Path, drawing: Drawing) -> None:
    draw(paper, path, drawing, maker.paper.positions)
    found = read(path)
    assert expected
    assert not sorted(expected - found), "missed"
    assert not sorted(found - expected), "made up"


@pytest.mark.parametrize(("layout", "figures"), LAYOUT_CASES)
def test_every_layout_says_the_same(maker: Any, tmp_path: Path, layout: str, figures: str) -> None:
    paper = paper_of(maker, figures)
    compare(maker, paper, meant(maker, paper), tmp_path / "made.pdf", LAYOUTS[layout])


@pytest.mark.parametrize("figures", FIGURES)
def test_headings_of_one_line_between_those_of_two(maker: Any, tmp_path: Path, figures: str) -> None:
    """In print of 9 points 政府性基金预⏎算 stands a little above and below 一般公共预算 beside it."""
    paper = paper_of(maker, figures)
    compare(maker, paper, meant(maker, paper), tmp_path / "made.pdf", Drawing(rules="none", size=9))


@pytest.mark.parametrize("size", [7.5, 8, 8.5])
@pytest.mark.parametrize("figures", FIGURES)
def test_long_headings_that_all_but_touch(maker: Any, tmp_path: Path, figures: str, size: float) -> None:
    """一般公共预算财政拨⏎款 stands a hair left of 政府性基金预算财⏎政拨款: two headings over two columns."""
    paper = paper_of(maker, figures)
    compare(maker, paper, meant(maker, paper), tmp_path / "made.pdf", Drawing(rules="none", size=size))


@pytest.mark.parametrize(("figures", "repeat"), [(FIGURES[0], "nothing"), (FIGURES[0], "all"), (FIGURES[1], "all")])
def test_forms_without_lines_that_go_on_over_pages(maker: Any, tmp_path: Path, figures: str, repeat: str) -> None:
    """A page may hold rows alone, names alone, or one row: the page before says which columns they stand in."""
    paper = paper_of(maker, figures)
    drawing = Drawing(rules="none", size=6.5, rows=9, repeat=repeat)
    compare(maker, paper, meant(maker, paper), tmp_path / "made.pdf", drawing)


@pytest.mark.parametrize(("way", "layout", "figures"), WAY_CASES)
def test_every_way_of_printing_says_the_same(maker: Any, tmp_path: Path, layout: str, way: str, figures: str) -> None:
    options: dict[str, dict[str, Any]] = {
        "yuan": {"unit": "元"}, "whole yuan": {"unit": "元"}, "split": {"codes": "split"},
        "split_bare": {"codes": "split_bare"}, "zeros": {"zeros": "print"}, "grouped": {"grouped": True},
        "year column": {"prior_column": True},
    }  # fmt: skip
    paper = paper_of(maker, figures, **options.get(way, {}))
    if way == "whole yuan":
        paper.blocks = [
            variants.with_texts(b, lambda c: c.text.split(".")[0].replace(",", "")) if hasattr(b, "header") else b
            for b in paper.blocks
        ]
    expected = meant(maker, paper)
    changes: dict[str, Any] = {
        "change columns": variants.with_change_columns(maker.cell), "blank column": variants.blank_column(maker.cell),
    }  # fmt: skip
    change = changes.get(way) or getattr(variants, way, None)
    blocks = []
    for place, block in enumerate(paper.blocks):
        if not hasattr(block, "header"):
            blocks.append(block)
        elif way == "numbered":
            blocks.append(variants.numbered(place - 1, block))
        else:
            blocks.append(change(block) if change and way != "split" else block)
    paper.blocks = blocks
    compare(maker, paper, expected, tmp_path / "made.pdf", LAYOUTS[layout])
