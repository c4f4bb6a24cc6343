"""Documents of every body of the corpus in every format: the facts are those of the text or PDF that is kept, fact for fact.

What is not kept in the folder is made here, from the same figures.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from difftool.model.comparison import Change, Comparison, Move
from difftool.pipeline import compare_extracted
from tests.read.formats import CORPUS, Row, assert_no_differences, extracted, facts
from tests.read.workbooks import converted, old_workbook

# The latest budget and final account of each body: its earlier years differ in figures alone.
NAMES = {
    (body, stage): f"{body}-{year}-{stage}"
    for body, year, stage in sorted(path.stem.split("-") for path in (CORPUS / "figures").glob("*-*.toml"))
}
FORMATS = ("docx", "xlsx", "xls", "ods", "html", "ofd", "txt")
READ_AS = {"txt": "text"}
RENDERERS = {"docx": "word", "xlsx": "workbook", "html": "web", "ofd": "ofd", "txt": "text"}
# From a workbook of the corpus, the same one saved in another format.
SAVED_AS: dict[str, Callable[[Path], bytes]] = {"xls": old_workbook, "ods": converted}


@cache
def maker(module: str) -> Any:
    """A module of the corpus's maker, which is no part of the package."""
    if str(CORPUS) not in sys.path:
        sys.path.insert(0, str(CORPUS))
    return import_module(f"maker.{module}")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats")


@cache
def rendered(name: str, suffix: str, folder: Path) -> Path:
    """The document in a format: the kept one, or one made here; workbooks of a document are saved from one."""
    kept = CORPUS / f"{name}.{suffix}"
    if kept.exists() and suffix != "txt":  # what text says is compared with
        return kept
    path = folder / f"{name}.{suffix}"
    if suffix in SAVED_AS:
        path.write_bytes(SAVED_AS[suffix](rendered(name, "xlsx", folder)))
        return path
    figures = maker("figures").load(CORPUS / "figures", name)
    paper = (maker("budget").budget if figures.stage == "budget" else maker("final").final_account)(figures)
    if figures.misprints:
        maker("misprints").apply(figures, paper, folder / "misprints.json")
    maker(f"render.{RENDERERS[suffix]}").render(paper, path)
    return path


@cache
def kept_facts(name: str) -> Counter[Row]:
    """What the document says as PDF, or as text where no PDF is kept."""
    kept = [path for suffix in (".pdf", ".txt") if (path := CORPUS / f"{name}{suffix}").exists()]
    return facts(extracted(kept[0]))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", NAMES.values())
def test_every_format_says_the_same(name: str, suffix: str, folder: Path) -> None:
    found = extracted(rendered(name, suffix, folder))
    assert found.source.format == READ_AS.get(suffix, suffix)
    assert facts(found) == kept_facts(name)


def test_text_and_pdf_say_the_same_where_both_are_kept() -> None:
    both = [path for path in CORPUS.glob("*-*.pdf") if path.with_suffix(".txt").exists()]
    assert len(both) >= 3
    for path in both:
        assert facts(extracted(path)) == facts(extracted(path.with_suffix(".txt")))


@cache
def kept_comparison(old: str, new: str) -> Comparison:
    return compare_extracted(*(extracted(CORPUS / f"{name}.pdf") for name in (old, new)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_differs_by_what_differs_and_by_nothing_from_itself(suffix: str, folder: Path) -> None:
    old, new = "qinglan-2024-budget", "qinglan-2024-final"
    before, after = (extracted(rendered(name, suffix, folder)) for name in (old, new))
    assert_no_differences(after, after)
    kept = kept_comparison(old, new)
    found = compare_extracted(before, after)
    assert kept.moves
    assert [told_change(change) for change in found.changes] == [told_change(change) for change in kept.changes]
    assert [told_move(move) for move in found.moves] == [told_move(move) for move in kept.moves]


def told_change(change: Change) -> tuple[object, ...]:
    return change.statement, change.item, change.measure, change.kind, change.delta, change.like_for_like


def told_move(move: Move) -> tuple[object, ...]:
    return move.statement, move.measure, move.givers, move.receivers, move.amount, move.evidence
