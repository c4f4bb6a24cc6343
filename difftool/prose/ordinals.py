"""The numbers that headings and items of lists begin with, as parts of patterns: 一、 （一） 1. ①."""

from __future__ import annotations

CHINESE = r"[一二三四五六七八九十]+"
BRACKETED = r"[（(][一二三四五六七八九十\d]+[)）]"
DIGITS = r"\d{1,2}[.．、](?:(?!\d)|(?=20\d\d年))"
"""Digits with a point: "2.5" is none, but "2.2026年…" is the second item, which begins with a year."""
CIRCLED = r"[①-⑳]"
