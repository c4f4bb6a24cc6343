"""Put off the import of a module that another library imports and we never use."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType


class Later(ModuleType):
    """Stands for a module until something in it is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def load_when_used(name: str) -> None:
    """Let a module be imported at the first use of what is in it; nothing where it is loaded or not installed."""
    # The library's own LazyLoader does not do: a second import statement already loads the module.
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is not None:
        module = sys.modules[name] = Later(name)
        module.__spec__ = spec
