"""Two disclosures compared: amounts paired, differences found, moves told from growth and cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.compare.comparison import compare_disclosures, compare_with_itself

__all__ = ["compare_disclosures", "compare_with_itself"]


def __getattr__(name: str) -> object:
    # `import difftool` loads this room for its name's sake; what compares is loaded when it is first asked for.
    if name in __all__:
        from difftool.compare import comparison

        return getattr(comparison, name)
    raise AttributeError(name)
