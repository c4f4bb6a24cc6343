"""The rules page of the documentation, made from the rules themselves."""

from __future__ import annotations

from itertools import groupby

from difftool.checks.rule import Described
from difftool.report.rules_told import all_rules

_HEAD = """# Rules

What `difftool check` asks of a disclosure, made from the rules themselves by `difftool explain --markdown`.

A rule ends in one of four ways: **pass** (so many places compared, all agree), **fail** (each finding apart),
**not applicable** (the document has nothing that the rule is about) or **not decidable** (something is missing that the
rule needs, and the message says what). A finding is graded:

| grade | in Chinese | what it is |
| --- | --- | --- |
| contradiction | 自相矛盾 | two printed figures or words that cannot both be right |
| rounding | 尾差 | a difference that rounding alone can make |
| form | 格式 | a form that is missing, empty without a note, or filled in otherwise than its heads ask |
| wording | 措辞 | names, labels, titles and phrases that differ or say nothing |

`--fail-on GRADE` makes such findings the exit code 1. A misprint that breaks several sums is one finding: it names the
figure whose correction mends them all.
"""


def rules_page() -> str:
    """Every rule by family as Markdown: what it asks, why, what it needs and lets pass, and what it says."""
    rules = sorted(all_rules(), key=lambda rule: (rule.family, rule.code))
    parts = [_HEAD]
    for family, group in groupby(rules, key=lambda rule: rule.family):
        parts.append(f"\n## {family[0].upper()}{family[1:]}\n")
        parts += [section(rule) for rule in group]
    return "".join(parts)


def section(rule: Described) -> str:
    rows = (
        ("grade", rule.grade),
        ("why", f"{rule.why}<br>{rule.why_zh}"),
        ("needs", rule.needs),
        ("lets pass", rule.tolerance),
        ("says", f"{rule.message_zh}<br>{rule.message_en}"),
    )
    table = "".join(f"| {name} | {text} |\n" for name, text in rows)
    return f"\n### {rule.code}\n\n{rule.title}（{rule.title_zh}）.\n\n| | |\n| --- | --- |\n{table}"
