"""A bomb behind each packed format, given to the command line: an answer with a code, soon and in little memory."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from difftool.read import read_document
from tests.bench.processes import difftool, run
from tests.read import old_bombs
from tests.read.test_ods import MIMETYPE

SECONDS = 20.0  # of the processor, of which a usual machine takes two; what has no bound takes minutes
MEMORY = 300_000_000  # bytes
BLOCK = 1_000_000

# The part of each format that holds its text, what else makes it that format, and an element with a word around it.
FORMATS = {
    "docx": ("word/document.xml", {}, b"<w:p/>"),
    "xlsx": ("xl/workbook.xml", {}, b"<sheet/>"),
    "ods": ("content.xml", {"mimetype": MIMETYPE}, b"<table:table-row/>"),
    "ofd": ("OFD.xml", {}, b"<ofd:DocRoot/>"),
}


def spaces(element: bytes) -> Iterator[bytes]:
    """400 MB of white space."""
    yield b"<a>"
    for _ in range(400):
        yield b" " * BLOCK


def elements(element: bytes) -> Iterator[bytes]:
    """30 MB of elements: as many bytes as may be, each of which costs ten when it is parsed."""
    yield b'<a xmlns:w="w" xmlns:table="table" xmlns:ofd="ofd">'
    for _ in range(30):
        yield element * (BLOCK // len(element))
    yield b"</a>"


def attributes(element: bytes) -> Iterator[bytes]:
    """30 MB of attributes."""
    yield b"<a>"
    for _ in range(30):
        yield b'<b c="" d="" e="" f=""/>' * (BLOCK // 24)
    yield b"</a>"


def nested(element: bytes) -> Iterator[bytes]:
    """A hundred thousand elements in one another."""
    yield b"<a>" * 100_000 + b"</a>" * 100_000


def write(path: Path, part: str, others: dict[str, str], content: Iterator[bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in others.items():
            package.writestr(name, text)
        with package.open(part, "w", force_zip64=True) as written:
            for block in content:
                written.write(block)


@pytest.mark.parametrize("bomb", [spaces, elements, attributes, nested], ids=lambda bomb: bomb.__name__)
@pytest.mark.parametrize("form", FORMATS)
def test_a_bomb_is_answered(form, bomb, tmp_path):
    part, others, element = FORMATS[form]
    path = tmp_path / f"bomb.{form}"
    write(path, part, others, bomb(element))
    finished = run(difftool("extract", "--no-cache", path), timeout=120)
    assert finished.code == 2
    assert finished.errors.count("\n") == 1
    assert "bytes" in finished.errors or "elements" in finished.errors or "damaged" in finished.errors
    assert finished.processor < SECONDS
    assert finished.memory < MEMORY


# What the answer to each old workbook says.
OLD = {
    old_bombs.sectors_in_a_circle: "damaged",
    old_bombs.entries_in_a_circle: "damaged",
    old_bombs.cells_in_the_last_column: "--max-cells",
    old_bombs.blank_cells_everywhere: "--max-cells",
    old_bombs.merged_over_one_another: "no budget or final-account form",
    old_bombs.shared_strings_without_end: "no text",
}


@pytest.mark.parametrize("bomb", OLD, ids=lambda bomb: bomb.__name__)
def test_a_hostile_old_workbook_is_answered(bomb, tmp_path):
    path = tmp_path / "bomb.xls"
    path.write_bytes(bomb())
    finished = run(difftool("extract", "--no-cache", path), timeout=120)
    assert (finished.code, finished.errors.count("\n")) == (2, 1)
    assert OLD[bomb] in finished.errors
    assert finished.processor < SECONDS
    assert finished.memory < MEMORY


def test_a_workbook_in_short_sectors_is_read(tmp_path):
    path = tmp_path / "short.xls"
    path.write_bytes(old_bombs.short(old_bombs.stream(), [*range(1, 100), old_bombs.END]))
    (page,) = read_document(path).pages
    assert [block.text for block in page.blocks] == ["一"]


def test_an_archive_of_a_huge_file_is_answered(tmp_path):
    path = tmp_path / "bomb.zip"
    write(path, "final.pdf", {}, (b"%PDF-1.7" + b" " * BLOCK for _ in range(400)))
    finished = run(difftool("extract", "--no-cache", path), timeout=120)
    assert (finished.code, finished.errors.count("\n")) == (2, 1)
    assert finished.processor < SECONDS
    assert finished.memory < MEMORY
