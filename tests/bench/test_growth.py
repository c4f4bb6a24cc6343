"""Cost stays linear in pages and facts, and memory small."""

from tests.bench.growth import long_document, seconds_to_compare, seconds_to_read
from tests.bench.processes import difftool, run

PAGE_GROWTH = 1.2  # of the cost of a page, from 25 to 100 pages
FACT_GROWTH = 2.4  # of the cost of comparing, for twice the facts
MEMORY_OF_30_PAGES = 120_000_000  # bytes
MEASURED_ANYWHERE = 1.3  # other work on the machine


def test_a_page_of_a_long_document_costs_what_a_page_of_a_short_one_does() -> None:
    short, long = (seconds_to_read(long_document(pages)) / pages for pages in (25, 100))
    assert long <= MEASURED_ANYWHERE * PAGE_GROWTH * short


def test_twice_the_facts_cost_twice_as_much_and_little_more() -> None:
    few, many = (min(seconds_to_compare(count) for _ in range(2)) for count in (10_000, 20_000))
    assert many <= MEASURED_ANYWHERE * FACT_GROWTH * few


def test_thirty_pages_take_little_memory(tmp_path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(long_document(30))
    finished = run(difftool("extract", "--no-cache", path))
    assert finished.code == 0
    assert finished.memory <= MEMORY_OF_30_PAGES
