"""Facts are marked as recognised by the pages that they stand on."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.model.place import PagePlace
from difftool.proof.readings import mark_recognised
from tests.proof.recognition import document, fact


def test_facts_are_marked_by_their_pages():
    here, there = fact("total", "1.00", 1), replace(fact("total", "1.00", 1), where=PagePlace(2, (0, 0, 1, 1)))
    marked = mark_recognised(document([here]), [replace(here, recognised=False), replace(there, recognised=False)])
    assert [each.recognised for each in marked] == [True, False]
