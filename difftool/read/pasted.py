"""Pictures among text: which are large enough to hold a form."""

from __future__ import annotations

WIDE, HIGH = 200.0, 90.0  # points: a smaller picture is a seal, a mark or a photograph beside the text


def as_large_as_a_form(width: float, height: float) -> bool:
    """Whether a picture of this size may show a form: bodies paste scans of stamped forms, and charts of amounts."""
    return width >= WIDE and height >= HIGH
