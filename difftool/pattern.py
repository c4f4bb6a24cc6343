"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, which costs nothing until it is asked for a match; from then on as fast as any.

    The rooms hold hundreds of them, which take longer to compile than a short document takes to read, and no document
    needs all. An error in `source` is raised at the first use, as `re.error`.
    """
    return cast("re.Pattern[str]", LazyPattern(source, flags))


class LazyPattern:
    """Stands for a compiled pattern until it is one."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
