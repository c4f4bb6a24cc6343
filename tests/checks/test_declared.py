"""Every rule is declared in full, in a file of its own, under a code that nothing else bears."""

from __future__ import annotations

import inspect
import string
from pathlib import Path

import pytest

from difftool.checks import rules as package
from difftool.checks.rule import Described
from difftool.checks.rules import RULES, RULES_BETWEEN
from difftool.model.comparison import CONTRADICTION, FORM, ROUNDING, WORDING

EVERY = [*RULES, *RULES_BETWEEN]
every_rule = pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)


@every_rule
def test_a_rule_says_what_it_asks_and_why(rule: Described) -> None:
    for name in (
        "code",
        "family",
        "title",
        "title_zh",
        "why",
        "why_zh",
        "needs",
        "tolerance",
        "message_zh",
        "message_en",
    ):
        assert getattr(rule, name).strip(), name
    assert rule.grade in (CONTRADICTION, FORM, ROUNDING, WORDING)
    assert rule.title.isascii() or "三公" in rule.title or any(char in rule.title for char in "类款项")


@every_rule
def test_both_messages_tell_of_the_same_things(rule: Described) -> None:
    def fields(template: str) -> set[str]:
        return {name.removesuffix("_en") for _, name, _, _ in string.Formatter().parse(template) if name}

    assert fields(rule.message_zh) == fields(rule.message_en)


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in EVERY]
    assert len(codes) == len(set(codes))


def test_one_rule_a_file_and_none_forgotten() -> None:
    folder = Path(inspect.getfile(package)).parent
    shared = {"__init__.py", "broken_sum.py"}
    files = {Path(inspect.getfile(type(rule))).name for rule in EVERY}
    assert len(files) == len(EVERY)
    assert files == {path.name for path in folder.glob("*.py")} - shared
