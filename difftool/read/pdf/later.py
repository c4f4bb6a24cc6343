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


class LaterPackage(ModuleType):
    """Stands for a package whose parts are imported; its own file is run when anything else in it is asked for."""

    def __getattr__(self, name: str) -> object:
        part = f"{self.__name__}.{name}"
        if importlib.util.find_spec(part) is not None:
            return importlib.import_module(part)
        if not vars(self).get("__begun__") and self.__spec__ is not None and self.__spec__.loader is not None:
            self.__begun__ = True
            self.__spec__.loader.exec_module(self)
            return getattr(self, name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


def load_when_used(name: str) -> None:
    """Let a module be imported at the first use of what is in it; nothing where it is loaded or not installed."""
    # The library's own LazyLoader does not do: a second import statement already loads the module.
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None:
        return
    if spec.submodule_search_locations is None:
        module: ModuleType = Later(name)
    else:
        module = LaterPackage(name)
        module.__path__ = spec.submodule_search_locations
        module.__file__ = spec.origin
    module.__spec__ = spec
    sys.modules[name] = module
