"""What the attributes and elements of OFD objects say: numbers, switches, colours."""

from __future__ import annotations

import re
from typing import Any

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")


def numbers(told: str | None) -> list[float]:
    return [float(found) for found in NUMBER.findall((told or "")[:400])]


def number(told: str | None, default: float) -> float:
    found = numbers(told)
    return found[0] if found else default


def is_true(told: str | None) -> bool:
    return told in ("true", "1")


def color(told: Any, kind: str) -> str | None:
    """The colour that an object names for its strokes or its filling, None where it names none."""
    found = told.find(f"{{*}}{kind}")
    return None if found is None else found.get("Value")


def is_white(told: str | None) -> bool:
    values = numbers(told)
    return len(values) in (1, 3) and all(value >= 250 for value in values)
