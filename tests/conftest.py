"""Every test has a cache folder of its own, and laws are tried however slow the machine is."""

import pytest
from hypothesis import HealthCheck, settings

# Clocks tell of other work on the machine as much as of ours; how fast things are is measured in tests/bench.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")


@pytest.fixture(autouse=True)
def own_cache_folder(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
