"""Quotation marks of messages: printed words that hold some of their own stand in them with single ones."""

import re

from hypothesis import given
from hypothesis import strategies as st

from difftool.checks.quoting import fill, nested, quoted

words = st.text(alphabet="“”三公经费，", max_size=12)


def test_a_line_with_quotation_marks_is_quoted_with_single_ones_inside() -> None:
    told = fill("文字称“{line}”{phase}为 {found}", {"line": "“三公”经费合计", "phase": "预算", "found": "19万元"})
    assert told == "文字称“‘三公’经费合计”预算为 19万元"


def test_what_stands_outside_quotation_marks_keeps_its_own() -> None:
    assert fill("{form}为 {expected}", {"form": "“三公”经费表", "expected": "14.32万元"}) == "“三公”经费表为 14.32万元"


def test_several_words_are_quoted_one_by_one() -> None:
    assert quoted(["占“三公”经费 5%", "增长0%"]) == "“占‘三公’经费 5%”；“增长0%”"


@given(words, words)
def test_marks_are_never_doubled_and_always_pair(line: str, form: str) -> None:
    told = fill("{form}称“{line}”为", {"line": line, "form": nested(form)})
    assert re.sub(r"[^“”]", "", told) == "“”"
