"""How cost grows with size: reading from 25 to 400 pages, comparing from 1,000 to 100,000 facts, and peak memory.

    python -m tests.bench.growth [--most-pages 400] [--most-facts 100000]

The long documents are one document of corpus/ over and over; the facts are invented lines, of which a fifth changed.
Seconds are of the processor.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from difftool.compare import compare_disclosures
from difftool.model.disclosure import Disclosure
from difftool.read.pdf import read_pdf
from tests.bench.processes import difftool, run
from tests.bench.reading import CORPUS
from tests.compare.conftest import make_disclosure

ORIGINAL = CORPUS / "zhuzhou-2024-final.pdf"
PAGES = (25, 30, 100, 400)
FACTS = (1_000, 10_000, 100_000)


def long_document(pages: int) -> bytes:
    """A PDF of so many pages, each with objects of its own."""
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    while len(writer.pages) < pages:
        source = PdfReader(ORIGINAL)
        for page in source.pages[: pages - len(writer.pages)]:
            writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def seconds_to_read(data: bytes, rounds: int = 3) -> float:
    """The least of several readings."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        read_pdf(ORIGINAL, data)
        found.append(time.process_time() - start)
    return min(found)


def many_facts(count: int) -> tuple[Disclosure, Disclosure]:
    """Two disclosures of so many lines with codes of their own; every fifth amount differs."""
    chance = random.Random(2024)
    codes = [
        f"{top}{section:02}{line:02}" for top in range(201, 231) for section in range(1, 100) for line in range(1, 100)
    ][:count]
    before = {code: 100 * chance.randrange(1, 10_000) for code in codes}
    after = before | {code: 100 * chance.randrange(1, 10_000) for code in chance.sample(codes, count // 5)}

    def rows(amounts: dict[str, int]) -> list[tuple[str, str, str, str]]:
        return [("general_public", f"func:{code}", "total", str(amount)) for code, amount in amounts.items()]

    return make_disclosure(rows(before), year=2023), make_disclosure(rows(after))


def seconds_to_compare(count: int) -> float:
    old, new = many_facts(count)
    start = time.process_time()
    compare_disclosures(old, new)
    return time.process_time() - start


def told_pages(most: int) -> Iterator[str]:
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for pages in (each for each in PAGES if each <= most):
            data = long_document(pages)
            a_page = seconds_to_read(data) / pages
            first = first or a_page
            path = Path(folder, f"{pages}.pdf")
            path.write_bytes(data)
            whole = run(difftool("extract", "--no-cache", path))
            yield (
                f"{pages:7} pages: {1000 * a_page:6.2f} ms a page, {a_page / first:5.2f} × that of {PAGES[0]}; "
                f"extract {whole.processor:6.2f} s, {whole.memory / 1e6:4.0f} MB"
            )


def told_facts(most: int) -> Iterator[str]:
    before = 0.0
    for count in (each for each in FACTS if each <= most):
        seconds = seconds_to_compare(count)
        more = f", {seconds / before:5.2f} × that of a tenth" if before else ""
        before = seconds
        yield f"{count:7} facts: {seconds:6.2f} s{more}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most-pages", type=int, default=PAGES[-1])
    parser.add_argument("--most-facts", type=int, default=FACTS[-1])
    options = parser.parse_args(arguments)
    for line in told_pages(options.most_pages):
        print(line, flush=True)
    for line in told_facts(options.most_facts):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
