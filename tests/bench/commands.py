"""Compare whole commands with pdfplumber as a whole process: start, imports, reading and writing, all counted.

    python -m tests.bench.commands [FILE OR FOLDER ...]      corpus/ when nothing is named

`extract` runs on each file beside a process that only extracts its tables with pdfplumber. Neighbouring files of like
length are then compared to HTML beside a process that only extracts the tables of both. `--version` runs beside
`import click`. Both seconds of the processor, over the command and its children, and seconds of the clock are told; the
first hardly hang on what else the machine does. Ratios are medians over the rounds, after one that warms up.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.bench.processes import Finished, difftool, run
from tests.bench.reading import CORPUS, files_of

ROUNDS = 5
BARE = """
import logging, sys, pdfplumber
logging.disable(logging.WARNING)
for path in sys.argv[1:]:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
"""
HEADINGS = "{:50}{:>6}{:>9}{:>7}{:>11}{:>9}"
ROW = "{:50}{:6}{:9.2f}{:7.0f}{:11.2f}{:9.2f}"
LIKE = 0.2  # of the pages: files whose lengths differ by no more are compared


def bare(*paths: Path) -> list[str | Path]:
    """The command that only extracts the tables of the files with pdfplumber."""
    return [sys.executable, "-c", BARE, *paths]


def alternately(
    first: Sequence[str | Path], second: Sequence[str | Path], rounds: int
) -> list[tuple[Finished, Finished]]:
    """Both commands, one after the other, so many times; once before that what Python and jinja2 compile is kept."""
    run(first)
    return [(run(first), run(second)) for _ in range(rounds)]


def ratio(measured: Sequence[tuple[Finished, Finished]]) -> float:
    """How many times as long of the processor as the first command the second took: the median."""
    return statistics.median(second.processor / first.processor for first, second in measured)


def clock_ratio(measured: Sequence[tuple[Finished, Finished]]) -> float:
    """How many times as long by the clock as the first command the second took: the median."""
    return statistics.median(second.seconds / first.seconds for first, second in measured)


def version(rounds: int = ROUNDS) -> float:
    """How many times as long as `import click` the command `difftool --version` takes."""
    return ratio(alternately([sys.executable, "-c", "import click"], difftool("--version"), rounds))


def extraction(path: Path, rounds: int = ROUNDS) -> list[tuple[Finished, Finished]]:
    """`extract` and pdfplumber on one file."""
    return alternately(difftool("extract", "--no-cache", path), bare(path), rounds)


def comparison(old: Path, new: Path, rounds: int = ROUNDS) -> list[tuple[Finished, Finished]]:
    """`compare` to HTML and pdfplumber on two files."""
    with tempfile.TemporaryDirectory() as folder:
        command = difftool("compare", "--no-cache", old, new, "-o", Path(folder, "report.html"))
        return alternately(command, bare(old, new), rounds)


def pages_in(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def like_pairs(lengths: Sequence[tuple[int, Path]]) -> list[tuple[Path, Path]]:
    """Files two by two, each with the next longer one, where their lengths are alike."""
    order = sorted(lengths)
    pairs = zip(order[::2], order[1::2], strict=False)
    return [(old, new) for (fewer, old), (more, new) in pairs if more <= (1 + LIKE) * fewer]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("places", nargs="*", type=Path, default=[CORPUS], metavar="FILE OR FOLDER")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--least-pages", type=int, default=1)
    parser.add_argument("--most-pages", type=int, default=1000)
    options = parser.parse_args(arguments)
    print(f"--version takes {version(options.rounds):.2f} × import click")
    files = [(pages_in(path), path) for path in files_of(options.places)]
    files = [(pages, path) for pages, path in files if options.least_pages <= pages <= options.most_pages]
    print(HEADINGS.format("extract, times as fast as pdfplumber", "pages", "seconds", "MB", "processor", "clock"))
    found = []
    for pages, path in files:
        measured = extraction(path, options.rounds)
        if any(mine.code for mine, _ in measured):
            print(f"{path.name:50}{measured[0][0].errors.strip()}")
            continue
        found.append((ratio(measured), clock_ratio(measured)))
        print(row(path.name, pages, measured, found[-1]), flush=True)
    print_summary(found, "least", min)
    print(HEADINGS.format("compare, of the time of pdfplumber", "pages", "seconds", "MB", "processor", "clock"))
    found = []
    lengths = {path: pages for pages, path in files}
    for old, new in like_pairs(files):
        measured = comparison(old, new, options.rounds)
        if any(mine.code for mine, _ in measured):
            print(f"{old.name} {new.name}: {measured[0][0].errors.strip()}")
            continue
        found.append((1 / ratio(measured), 1 / clock_ratio(measured)))
        print(row(f"{old.stem} {new.stem}", lengths[old] + lengths[new], measured, found[-1]), flush=True)
    print_summary(found, "greatest", max)
    return 0


def row(name: str, pages: int, measured: Sequence[tuple[Finished, Finished]], ratios: tuple[float, float]) -> str:
    return ROW.format(name[:49], pages, least(measured), memory(measured), *ratios)


def print_summary(found: Sequence[tuple[float, float]], word: str, worst: Callable[[Iterable[float]], float]) -> None:
    """The median over the files and the worst of them, of the processor and by the clock."""
    if found:
        processor, clock = zip(*found, strict=True)
        print(f"{'median':72}{statistics.median(processor):11.2f}{statistics.median(clock):9.2f}")
        print(f"{word:72}{worst(processor):11.2f}{worst(clock):9.2f}")


def least(measured: Sequence[tuple[Finished, Finished]]) -> float:
    return min(mine.processor for mine, _ in measured)


def memory(measured: Sequence[tuple[Finished, Finished]]) -> float:
    return max(mine.memory for mine, _ in measured) / 1e6


if __name__ == "__main__":
    sys.exit(main())
