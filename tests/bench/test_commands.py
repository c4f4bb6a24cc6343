"""Whole commands stay as much faster than pdfplumber as they were when they were measured; a fall by 30% fails."""

from tests.bench.commands import comparison, extraction, like_pairs, ratio, version
from tests.bench.reading import CORPUS

LONG = CORPUS / "chenghu-2023-budget.pdf"
OLD, NEW = CORPUS / "zhuzhou-2024-budget.pdf", CORPUS / "zhuzhou-2024-final.pdf"
LEAST_SHARE = 0.7
MOST_STARTS = 2.5  # times `import click`

# Medians over the rounds: extracting 24 pages, and comparing two documents of few and light pages, of which starting is
# most. pdfplumber's seconds for a light document alone differ by half from run to run, which tells nothing of ours.
EXTRACTING = 1.7
COMPARING = 0.85


def test_asking_for_the_version_loads_little() -> None:
    assert version(rounds=5) <= MOST_STARTS


def test_extracting_stays_as_fast_beside_pdfplumber_as_measured() -> None:
    assert ratio(extraction(LONG, rounds=3)) >= LEAST_SHARE * EXTRACTING


def test_comparing_stays_as_fast_beside_pdfplumber_as_measured() -> None:
    assert ratio(comparison(OLD, NEW, rounds=3)) >= LEAST_SHARE * COMPARING


def test_files_of_like_length_are_paired() -> None:
    assert like_pairs([(10, NEW), (25, OLD), (11, OLD), (40, NEW)]) == [(NEW, OLD)]
