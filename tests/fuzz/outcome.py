"""What comes of a damaged document: facts or a declared error, within a time; anything else is a fault of ours."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from difftool.checks import check_disclosure
from difftool.model.problem import DifftoolError
from difftool.pipeline import compare_extracted, extract
from difftool.report import checks_text, comparison_html, facts_json

SECONDS = 20.0  # of the processor; the undamaged documents take half of one


class Hang(BaseException):
    """The document was not done in time; no `except Exception` of the reader may swallow it."""


def outcome(path: Path, *, compared: bool) -> str:
    """ "facts" or the code of the declared error; raises what should not have left the package, or `Hang`.

    With `compared` the report on the document by itself is made, too.
    """
    try:
        with in_time():
            disclosure = extract(path)
            facts_json(disclosure)
            checks_text([(disclosure, check_disclosure(disclosure))])
            if compared:
                comparison_html(compare_extracted(disclosure))
    except DifftoolError as error:
        return error.code
    return "facts"


def outcome_or_fault(path: Path, *, compared: bool) -> tuple[str, str]:
    """The outcome and "", or "fault" and its traceback."""
    try:
        return outcome(path, compared=compared), ""
    except (Exception, Hang):
        return "fault", traceback.format_exc()


@contextmanager
def in_time() -> Iterator[None]:
    def stop(signum: int, frame: FrameType | None) -> None:
        raise Hang(f"more than {SECONDS:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
