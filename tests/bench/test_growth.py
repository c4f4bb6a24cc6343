"""Cost stays linear in pages and facts, and memory small."""

from tests.bench.growth import long_document, seconds_to_compare, seconds_to_read
from tests.bench.processes import difftool, run

# A cost that grows with the square would be the sixfold for a page, the sixteenfold for facts; other work on the
# machine may double a measurement.
PAGE_GROWTH = 2.5  # of the cost of a page, from 10 to 60 pages: 1.2 at the most where nothing else runs
FACT_GROWTH = 9  # of the cost of comparing, for four times the facts: 5 at the most
MEMORY_OF_30_PAGES = 120_000_000  # bytes


def test_a_page_of_a_long_document_costs_what_a_page_of_a_short_one_does() -> None:
    short, long = (seconds_to_read(long_document(pages)) / pages for pages in (10, 60))
    assert long <= PAGE_GROWTH * short


def test_four_times_the_facts_cost_four_times_as_much_and_little_more() -> None:
    few, many = (min(seconds_to_compare(count) for _ in range(2)) for count in (3_000, 12_000))
    assert many <= FACT_GROWTH * few


def test_thirty_pages_take_little_memory(tmp_path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(long_document(30))
    finished = run(difftool("extract", "--no-cache", path))
    assert finished.code == 0
    assert finished.memory <= MEMORY_OF_30_PAGES
