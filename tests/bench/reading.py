"""Compare the speed of reading PDFs with that of pdfminer.six, pdfplumber and PyMuPDF, on the same files in one run.

    python -m tests.bench.reading [FILE OR FOLDER ...]      corpus/ when nothing is named

Seconds are of the processor, so that other work on the machine counts little. Every reader takes its turn in each
round; the ratio of a file is the median over the rounds. A reader that is not installed is left out.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from difftool.model.problem import DifftoolError
from difftool.read.pdf import read_pdf

CORPUS = Path(__file__).parents[2] / "corpus"
ROUNDS = 5
Reader = Callable[[Path], int]


def with_difftool(path: Path) -> int:
    """Read text, rulings, grids and paragraphs; the number of pages."""
    return len(read_pdf(path, path.read_bytes()).pages)


def with_pdfminer(path: Path) -> int:
    """Lay out the text of every page, without tables."""
    return sum(1 for _ in importlib.import_module("pdfminer.high_level").extract_pages(path))


def with_pdfplumber(path: Path) -> int:
    """Extract the tables of every page."""
    with importlib.import_module("pdfplumber").open(path) as document:
        return sum(page.extract_tables() is not None for page in document.pages)


def with_pymupdf(path: Path) -> int:
    """Find the tables of every page."""
    with importlib.import_module("pymupdf").open(path) as document:
        return sum(page.find_tables() is not None for page in document)


OTHERS: dict[str, tuple[str, Reader]] = {
    "pdfminer.six": ("pdfminer", with_pdfminer),
    "pdfplumber": ("pdfplumber", with_pdfplumber),
    "PyMuPDF": ("pymupdf", with_pymupdf),
}


def processor_seconds(reader: Reader, path: Path) -> float:
    """What one reading of the file costs the processor."""
    gc.collect()  # so that no reader pays for what the one before it left
    start = time.process_time()
    reader(path)
    return time.process_time() - start


def ratios(path: Path, others: dict[str, Reader], rounds: int = ROUNDS) -> dict[str, float]:
    """How many times as long as difftool each other reader takes for this file: the median over the rounds."""
    found: dict[str, list[float]] = {name: [] for name in others}
    for _ in range(rounds):
        own = processor_seconds(with_difftool, path)
        for name, reader in others.items():
            found[name].append(processor_seconds(reader, path) / own)
    return {name: statistics.median(values) for name, values in found.items()}


def installed() -> dict[str, Reader]:
    """The readers to compare with that this environment has."""
    return {name: reader for name, (module, reader) in OTHERS.items() if importlib.util.find_spec(module)}


def files_of(places: Sequence[Path]) -> list[Path]:
    """The PDFs that are named or lie in the folders that are named."""
    return [file for place in places for file in (sorted(place.rglob("*.pdf")) if place.is_dir() else [place])]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compare the speed of reading PDFs with other libraries.")
    parser.add_argument("places", nargs="*", type=Path, default=[CORPUS], metavar="FILE OR FOLDER")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    others = installed()
    if not others:
        print("None of", ", ".join(OTHERS), "is installed.", file=sys.stderr)
        return 2
    print(f"{'file':44}{'pages':>6}{'pages/s':>9}", *(f"{'× ' + name:>15}" for name in others))
    measured: list[dict[str, float]] = []
    for path in files_of(options.places):
        try:
            pages = with_difftool(path)
        except DifftoolError as problem:
            print(f"{path.name:44}{problem}")
            continue
        speed = pages / min(processor_seconds(with_difftool, path) for _ in range(options.rounds))
        measured.append(ratios(path, others, options.rounds))
        print(f"{path.name:44}{pages:6}{speed:9.1f}", *(f"{measured[-1][name]:15.2f}" for name in others), flush=True)
    for title, choose in (("median", statistics.median), ("least", min)):
        chosen = (choose([ratio[name] for ratio in measured]) for name in others)
        print(f"{title:59}", *(f"{value:15.2f}" for value in chosen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
