"""Run a command and tell its time, its peak memory and what it said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

# The system counts the memory of whoever starts a program as the program's; a small process in between keeps the
# memory of the tests out of it.
BETWEEN = """
import json, os, resource, signal, subprocess, sys, time
start = time.perf_counter()
piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
started = subprocess.Popen(json.loads(sys.argv[1]), start_new_session=True, **piped)
try:
    output, errors = started.communicate(timeout=float(sys.argv[2]))
    code = started.returncode
except subprocess.TimeoutExpired:
    os.killpg(started.pid, signal.SIGKILL)
    started.communicate()
    code, output, errors = -1, b"", b"timed out"
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
words = output.decode("utf-8", "replace"), errors.decode("utf-8", "replace")
print(json.dumps([code, seconds, used.ru_utime + used.ru_stime, peak, *words]))
"""


class Finished(Struct, frozen=True):
    """How a command ended: seconds of the clock and of the processor, peak memory in bytes of its largest process."""

    code: int
    seconds: float
    processor: float
    memory: int
    output: str
    errors: str


def run(command: Sequence[str | Path], timeout: float = 600.0) -> Finished:
    """The finished command; after `timeout` seconds it is ended and its code is -1.

    Modules are compiled once and then kept, as where a program is installed, whatever the environment says.
    """
    words = json.dumps([str(word) for word in command])
    between = subprocess.run(
        [sys.executable, "-S", "-c", BETWEEN, words, str(timeout)],
        capture_output=True,
        check=True,
        text=True,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    return Finished(*json.loads(between.stdout))


def difftool(*words: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "difftool", *words]
