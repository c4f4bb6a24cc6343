"""Printed words in quotation marks, those within them turned into single ones: “‘三公’经费合计”."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter


def quoted(words: Iterable[str]) -> str:
    """Each of several words in quotation marks of its own: “增加6.9万元”；“完成预算的0%”."""
    return "；".join(f"“{nested(each)}”" for each in words)


def nested(words: str) -> str:
    return words.replace("“", "‘").replace("”", "’")


def fill(template: str, words: Mapping[str, str]) -> str:
    """A message from its template; what the template sets in quotation marks gets none of the same kind within."""
    told, inside = "", 0
    for text, name, _, _ in Formatter().parse(template):
        told += text
        inside += text.count("“") - text.count("”")
        if name is not None:
            told += nested(words[name]) if inside else words[name]
    return told
