"""Many mutations: `python -m tests.fuzz.run --count 5000`, from the repository's root; `--only N` repeats one.

Ends with 1 where a mutation led to anything but facts or a declared error within its time.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.mutations import mutation, seeds
from tests.fuzz.outcome import outcome_or_fault

MEMORY = 3_000_000_000  # bytes; what asks for more fails here instead of taking the machine with it
COMPARED = 10  # every tenth is compared with itself, too


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", default="2024")
    parser.add_argument("--only", type=int, help="the number of one mutation; its file is kept")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    files = seeds()
    last = arguments.first + arguments.count
    numbers = range(arguments.first, last) if arguments.only is None else (arguments.only,)
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory(prefix="difftool-fuzz-") as folder:
        for number in numbers:
            source, data = mutation(f"{arguments.seed}-{number}", files)
            path = Path(folder, source)
            path.write_bytes(data)
            if arguments.only is not None:
                kept = Path(tempfile.gettempdir(), f"mutation-{number}{path.suffix}")
                kept.write_bytes(data)
                print(f"mutation {number} of {source}: {kept}")
            start = time.process_time()
            code, fault = outcome_or_fault(path, compared=number % COMPARED == 0)
            slowest = max(slowest, (time.process_time() - start, f"mutation {number} of {source}"))
            outcomes[code] += 1
            path.unlink()
            if fault:
                print(f"mutation {number} of {source}:\n{fault}", flush=True)
            if (number + 1) % 500 == 0:
                print(f"{number + 1} of {last}: {dict(outcomes)}", file=sys.stderr, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for code, count in outcomes.most_common():
        print(f"{count:6} {code}")
    print(f"slowest {slowest[0]:.1f} s of the processor ({slowest[1]}); peak memory {peak} MB")
    return 1 if outcomes["fault"] else 0


if __name__ == "__main__":
    sys.exit(main())
