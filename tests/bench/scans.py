"""How well scans are read: the PDFs of corpus/ rendered, laid askew, sealed and spoiled, against what their text says.

    python -m tests.bench.scans [FILES] [--dots 150 200]

Needs the extra `difftool[ocr]`. A fact is flagged where a problem names its place; a wrong amount that is not flagged is
the worst that can happen, and ends the command with exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from difftool.model.fact import Fact
from difftool.pipeline import extract
from tests.bench.reading import CORPUS
from tests.read.scan.scans import Image, np, pypdfium2, rendered, scanned

DOTS = (150, 200)  # to the inch


class ScanReading(Struct, frozen=True):
    """Counts of table facts: printed, found right, found and not flagged, wrong and not flagged."""

    printed: int = 0
    right: int = 0
    unflagged: int = 0
    wrong: int = 0

    def __add__(self, other: ScanReading) -> ScanReading:
        return ScanReading(
            self.printed + other.printed,
            self.right + other.right,
            self.unflagged + other.unflagged,
            self.wrong + other.wrong,
        )

    def __str__(self) -> str:
        return (
            f"table facts {self.printed}, found right {self.right} ({self.right / max(1, self.printed):.4f}), "
            f"not flagged {self.unflagged}, of these wrong {self.wrong}"
        )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(CORPUS.glob("*.pdf")))
    parser.add_argument("--dots", nargs="+", type=int, default=DOTS)
    given = parser.parse_args(arguments)
    total = ScanReading()
    with tempfile.TemporaryDirectory() as folder:
        for path in given.files:
            for dots in given.dots:
                scan = Path(folder, f"{path.stem}-{dots}.pdf")
                pages = write_scan(path, dots, scan)
                start = time.process_time()
                reading = measured(path, scan)
                seconds = (time.process_time() - start) / pages
                print(f"{path.stem} at {dots}: {reading}; {seconds:.1f} s a page of {pages}", flush=True)
                total += reading
    print(f"all: {total}")
    return 1 if total.wrong else 0


def write_scan(path: Path, dots: int, target: Path) -> int:
    """A PDF of pictures of the pages, each askew by up to a degree and every second one sealed; how many pages."""
    chance = np.random.default_rng(dots)
    count = len(pypdfium2.PdfDocument(str(path)))
    pictures = [
        scanned(rendered(path, page, dots), float(chance.uniform(-1, 1)), sealed=page % 2 == 0, seed=page)
        for page in range(1, count + 1)
    ]
    first, *rest = [Image.fromarray(picture[:, :, ::-1]) for picture in pictures]
    first.save(target, save_all=True, append_images=rest, resolution=dots, quality=75)
    return count


def measured(path: Path, scan: Path) -> ScanReading:
    """What was recognised on the scan, against the facts of the PDF that it was made of."""
    found = extract(scan)
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    printed = Counter(map(key, tables(extract(path).facts)))
    recognised = tables(found.facts)
    unflagged = [fact for fact in recognised if fact.where not in flagged]
    return ScanReading(
        printed.total(),
        (printed & Counter(map(key, recognised))).total(),
        len(unflagged),
        sum(key(fact) not in printed for fact in unflagged),
    )


def tables(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.statement != "narrative"]


def key(fact: Fact) -> tuple[str, ...]:
    return (fact.statement, fact.item, fact.measure, str(fact.year), fact.phase, str(fact.amount))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
