"""Zips made for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> bytes:
    """The zip with each part as `change` gives it."""
    with zipfile.ZipFile(path) as old:
        return packed({name: change(name, old.read(name)) for name in old.namelist()})
