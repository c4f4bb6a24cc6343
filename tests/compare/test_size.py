from __future__ import annotations

import random
import time
import tracemalloc

from difftool.compare import compare_disclosures


def test_ten_thousand_lines_of_which_two_thousand_changed_take_seconds(disclosure):
    chance = random.Random(2024)
    codes = [
        f"{top}{section:02}{line:02}" for top in range(201, 230) for section in range(1, 40) for line in range(1, 100)
    ]
    before = {code: 100 * chance.randrange(1, 10_000) for code in codes[:10_000]}
    after = before | {code: 100 * chance.randrange(1, 10_000) for code in chance.sample(sorted(before), 2_000)}

    def rows(amounts):
        return [("general_public", f"func:{code}", "total", str(amount)) for code, amount in amounts.items()]

    old, new = disclosure(rows(before), year=2023), disclosure(rows(after))
    started = time.process_time()
    comparison = compare_disclosures(old, new)
    assert time.process_time() - started < 20
    assert len(comparison.changes) == sum(before[code] != after[code] for code in before)


def test_four_thousand_lines_take_less_than_a_hundred_megabytes(disclosure):
    chance = random.Random(2025)
    codes = [
        f"{top}{section:02}{line:02}" for top in range(201, 211) for section in range(1, 5) for line in range(1, 100)
    ]
    rows = [[("general_public", f"func:{code}", "total", str(100 * chance.randrange(1, 10_000))) for code in codes]]
    rows.append(
        [(*row[:3], str(100 * chance.randrange(1, 10_000))) if chance.random() < 0.2 else row for row in rows[0]]
    )
    tracemalloc.start()
    compare_disclosures(disclosure(rows[0], year=2023), disclosure(rows[1]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000  # what holds every line against every line takes more
