"""Keep what was recognised on a page, so that a long scan that was interrupted goes on where it ended."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from difftool.read.scan.picture import Pixels
from difftool.read.scan.recogniser import Words

Looks = tuple[list[Words], dict[int, Words]]  # the words of each piece, and of a second look at some


def kept_looks(folder: Path | None, picture: Pixels, look: Callable[[], Looks]) -> Looks:
    """What `look` finds in a picture, or found before. A folder that cannot be written is no error, only no help."""
    if folder is None:
        return look()
    from difftool.cache import program

    entry = folder / "pages" / f"{sha256(picture.tobytes()).hexdigest()}-{program()}.json"
    try:
        words, again = json.loads(entry.read_text(encoding="utf-8"))
        return [Words(*each) for each in words], {int(index): Words(*each) for index, each in again.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        found = look()
    try:
        entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=entry.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as part:
            json.dump(found, part, ensure_ascii=False)
        os.replace(name, entry)
    except OSError:
        pass
    return found
