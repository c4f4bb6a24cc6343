"""The rules of `difftool check` in words for a terminal, in Chinese and English at once."""

from __future__ import annotations

from difftool.checks.rule import Described


def all_rules() -> list[Described]:
    from difftool.checks.rules import RULES, RULES_BETWEEN

    return [*RULES, *RULES_BETWEEN]


def rule_list() -> str:
    """All rules by code with their titles."""
    rules = all_rules()
    width = max(len(rule.code) for rule in rules)
    return "".join(f"{rule.code:{width}}  {rule.title}（{rule.title_zh}）\n" for rule in rules)


def rule_text(code: str) -> str:
    """What one rule asks, "" for a code that none has."""
    rule = next((rule for rule in all_rules() if rule.code == code), None)
    if rule is None:
        return ""
    return (
        f"{rule.code}: {rule.title}（{rule.title_zh}）\n"
        f"  why:        {rule.why}\n"
        f"              {rule.why_zh}\n"
        f"  needs:      {rule.needs}\n"
        f"  lets pass:  {rule.tolerance}\n"
        f"  grade:      {rule.grade}\n"
        f"  says:       {rule.message_zh}\n"
        f"              {rule.message_en}\n"
    )
