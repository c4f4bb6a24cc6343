"""A pattern that is compiled late answers as one that was compiled at once."""

import re

import pytest

from difftool.pattern import lazy_pattern


def test_a_pattern_is_compiled_at_its_first_match() -> None:
    lazy_pattern("(")
    with pytest.raises(re.error):
        lazy_pattern("(").search("x")


def test_a_pattern_answers_as_a_compiled_one() -> None:
    late, early = lazy_pattern(r"(?P<year>\d{4})年", re.ASCII), re.compile(r"(?P<year>\d{4})年", re.ASCII)
    text = "2023年和2024年"
    assert [match["year"] for match in late.finditer(text)] == [match["year"] for match in early.finditer(text)]
    assert late.sub("", text) == early.sub("", text)
    assert late.findall(text) == early.findall(text)
    assert late.split(text) == early.split(text)
    assert late.search(text, 3) is not None
    assert (late.pattern, late.flags, late.groupindex) == (early.pattern, early.flags, early.groupindex)


def test_patterns_of_the_rooms_can_be_compiled() -> None:
    import gc

    import difftool.checks.rules
    import difftool.pipeline
    import difftool.prose
    import difftool.report.html  # noqa: F401
    from difftool.pattern import LazyPattern

    found = [each for each in gc.get_objects() if isinstance(each, LazyPattern)]
    assert len(found) > 300
    for each in found:
        re.compile(each.pattern)
