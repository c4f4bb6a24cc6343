"""The keys at which two flat mappings of amounts differ, found by deepdiff."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)

# deepdiff imports each of these where it finds it, half a second in all, and needs none for amounts.
_HEAVY_EXTRAS = ("pandas", "polars", "numpy", "pydantic")


def differing_keys(old: Mapping[Key, Decimal], new: Mapping[Key, Decimal]) -> set[Key]:
    """The keys that only one mapping has, and those whose amounts differ.

    Values must be finite Decimals: deepdiff takes a Decimal and a float for a change of type, and NaN for a change.
    """
    # deepdiff costs some 15 µs a leaf, equal or not: dropping what is equal is seven times faster.
    equal = {key for key in old.keys() & new.keys() if old[key] == new[key]}
    old = {key: amount for key, amount in old.items() if key not in equal}
    new = {key: amount for key, amount in new.items() if key not in equal}
    # The tree view keeps a tuple key whole (in the text view it reads like nested keys). A threshold above 0 would
    # tell two mappings that share few keys as one change of the whole. No option of tolerance, rounding, order or
    # length is set: each was found to hide or to invent changes.
    tree = deep_diff()(dict(old), dict(new), view="tree", threshold_to_diff_deeper=0)
    return {level.path(output_format="list")[-1] for levels in tree.values() for level in levels}


def deep_diff() -> Callable[..., Mapping[str, Any]]:
    """deepdiff's DeepDiff, imported on first use and without its heavy extras."""
    with _absent(_HEAVY_EXTRAS):
        from deepdiff import DeepDiff

    loaded: Callable[..., Mapping[str, Any]] = DeepDiff
    return loaded


@contextmanager
def _absent(names: tuple[str, ...]) -> Iterator[None]:
    """Makes modules look as if they were not installed; one that is loaded already stays."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in hidden:
            if sys.modules.get(name, ...) is None:
                del sys.modules[name]
