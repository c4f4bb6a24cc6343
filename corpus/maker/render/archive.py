"""Rewrites a zip container so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

STAMP = (2025, 1, 1, 0, 0, 0)
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write(content: io.BytesIO, path: Path) -> None:
    """Writes the container with one fixed time for every member and for the document's own properties."""
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = TIMES.sub(rb"\g<1>2025-01-01T00:00:00Z", data)
            member = zipfile.ZipInfo(name, STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, data)
