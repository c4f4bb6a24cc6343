"""difftool compares two Chinese public budgets or final accounts, every figure led back to its printed cell.

>>> import difftool
>>> disclosure = difftool.extract("2024-budget.pdf")              # doctest: +SKIP
>>> comparison = difftool.compare("2024-budget.pdf", "2024-final.pdf")  # doctest: +SKIP
>>> html = difftool.comparison_html(comparison)                   # doctest: +SKIP
>>> checks = difftool.checks_html(difftool.check("2024-final.pdf"))  # doctest: +SKIP
>>> markdown = difftool.comparison_markdown(comparison)           # doctest: +SKIP
"""

# The room `difftool.compare` is loaded before the function of that name, which then stands for it in the package.
import difftool.compare  # noqa: F401
from difftool.model.problem import DifftoolError
from difftool.pipeline import check, compare, extract
from difftool.version import VERSION as __version__

__all__ = [
    "DifftoolError",
    "__version__",
    "check",
    "checks_csv",
    "checks_html",
    "checks_json",
    "checks_markdown",
    "checks_text",
    "checks_workbook",
    "compare",
    "comparison_csv",
    "comparison_html",
    "comparison_json",
    "comparison_markdown",
    "comparison_text",
    "extract",
    "facts_csv",
    "facts_json",
    "write_workbook",
]

_REPORTS = frozenset(name for name in __all__ if name.startswith(("checks_", "comparison_", "facts_", "write_")))


def __getattr__(name: str) -> object:
    # The report room brings jinja2 along; it is loaded when it is first asked for.
    if name in _REPORTS:
        from difftool import report

        return getattr(report, name)
    raise AttributeError(name)
