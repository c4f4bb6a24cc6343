"""Every test has a cache folder of its own, and laws are tried however slow the machine is."""

from itertools import count

import pytest
from hypothesis import HealthCheck, settings

# Clocks tell of other work on the machine as much as of ours; how fast things are is measured in tests/bench.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")


NUMBERS = count()


@pytest.fixture(autouse=True)
def own_cache_folder(tmp_path_factory, monkeypatch):
    # Made by whoever writes into it: thousands of tests write none.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{next(NUMBERS)}"))
