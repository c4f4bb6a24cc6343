"""A short run of the mutations; `make fuzz` runs thousands. The corpus alone, so that every machine does the same."""

from pathlib import Path

import pytest

from tests.fuzz.mutations import FORMATS, mutation, seeds
from tests.fuzz.outcome import Hang, in_time, outcome_or_fault

CORPUS = [seed for seed in seeds() if seed.own]


@pytest.mark.parametrize("part", range(4))
def test_a_damaged_document_gives_facts_or_a_declared_error(part, tmp_path):
    for number in range(part, 60, 4):
        source, data = mutation(f"short-{number}", CORPUS)
        path = tmp_path / source
        path.write_bytes(data)
        _, fault = outcome_or_fault(path, compared=number % 10 == 0)
        assert not fault, f"mutation short-{number} of {source}:\n{fault}"


def test_mutations_are_the_same_for_the_same_seed_and_mostly_differ_from_the_file():
    found = [mutation(str(number), CORPUS) for number in range(30)]
    assert found == [mutation(str(number), CORPUS) for number in range(30)]
    whole = {seed.name: seed.data for seed in CORPUS}
    assert sum(whole[name] != data for name, data in found) > 25


def test_every_format_is_damaged():
    assert {Path(mutation(f"short-{number}", CORPUS)[0]).suffix for number in range(60)} == set(FORMATS)


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr("tests.fuzz.outcome.SECONDS", 0.05)
    with pytest.raises(Hang), in_time():
        while True:
            pass
