"""Colours, as far as one must know whether a line shows on white paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pdfminer.psparser import PSLiteral

WHITE = 0.97  # of full light; what is painted lighter does not show
INKS = frozenset(("Separation", "DeviceN", "DeviceCMYK"))
UNTOLD = frozenset(("Indexed", "Pattern", "Lab"))  # whose numbers are no shares of light or ink


class Paint(NamedTuple):
    """A colour space, by its family's name, and whether the colour set in it is white."""

    family: str
    white: bool

    def painted(self, components: Sequence[Any]) -> Paint:
        """The same space with this colour; a pattern's name among the components is never white."""
        return _painted(self.family, tuple(components))


BLACK = Paint("DeviceGray", False)


@lru_cache(maxsize=1024)
def _painted(family: str, components: tuple[Any, ...]) -> Paint:
    return Paint(family, is_white(family, components))


def is_white(family: str, components: Sequence[Any]) -> bool:
    """True for a colour that does not show on paper: full light, or no ink where the components are inks."""
    if family in UNTOLD or not components or not all(isinstance(value, (int, float)) for value in components):
        return False
    if family in INKS or len(components) == 4:
        return all(value <= 1 - WHITE for value in components)
    return all(value >= WHITE for value in components)


def space_of(specification: Any) -> Paint:
    """The space that a resource or a name specifies, with its first colour, which is black or full ink."""
    if isinstance(specification, list) and specification:
        specification = specification[0]
    name = specification.name if isinstance(specification, PSLiteral) else specification
    return Paint(str(name), False)
