"""Facts of disclosures small enough to read at a glance."""

import pytest

from tests.disclosures import Maker


@pytest.fixture
def make() -> Maker:
    return Maker()
