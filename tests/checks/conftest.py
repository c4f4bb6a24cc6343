"""What the rules find in disclosures small enough to read at a glance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from difftool.checks import check_disclosure
from difftool.model.comparison import FAIL, Check
from difftool.model.disclosure import Disclosure
from tests.disclosures import Maker


@pytest.fixture
def make() -> Maker:
    return Maker()


@pytest.fixture
def fails() -> Callable[[Disclosure, str], list[Check]]:
    """The failed checks of one rule."""

    def failed(disclosure: Disclosure, rule: str) -> list[Check]:
        return [check for check in check_disclosure(disclosure) if check.rule == rule and check.status == FAIL]

    return failed
