"""One process at work on a document: within its bounds, with an answer or a declared error for the one that waits."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from msgspec import Struct

from difftool.garbage import collect_rarely
from difftool.model.bounds import Bounds, bounded
from difftool.model.problem import DifftoolError, ReadingFailed, TookTooMuchMemory

RESERVE = 4_000_000  # bytes: to say that memory is used up takes memory


class Step(Struct, frozen=True):
    """What is to be done next on a path: a function and what it is given, the seconds left for it, and what comes then.

    `number` is that of the path, and `name` what it is called in messages.
    """

    number: int
    name: str
    prepare: Callable[[], None]
    function: Callable[[Any], object]
    given: object
    seconds: float
    then: Callable[[Any], object] | None


class Working:
    """What a process sends to say that it goes on: its time begins anew."""


class Reached(Struct, frozen=True):
    """What a process sends to say how far it has come."""

    what: str


_way_back: Connection | None = None


def still_working() -> None:
    """Say, from within a process run apart, that a long piece of work is done and the next begins."""
    if _way_back is not None:
        _way_back.send(Working())


def now_at(what: str) -> None:
    """Say, from within a process run apart, how far the work has come: whoever waits for long wants to know."""
    if _way_back is not None:
        _way_back.send(Reached(what))


def work(sender: Connection, step: Step, bounds: Bounds) -> None:
    """Send the answer of a step, or the `DifftoolError` that says why there is none; the process ends with it."""
    global _way_back
    _way_back = sender
    # Ctrl-C reaches all processes of a terminal: the one that waits ends the others, which have nothing to say of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    reserve = bytearray(RESERVE)
    try:
        step.prepare()
        # What was loaded by now lives as long as the process, and a document makes many values and few circles.
        gc.freeze()
        _limit_memory(bounds.memory)
        with bounded(bounds):
            answer = step.function(step.given)
    except DifftoolError as error:
        answer = error
    except MemoryError:
        answer = TookTooMuchMemory(path=step.name, memory=bounds.memory)
    except Exception as error:
        answer = ReadingFailed(path=step.name, detail=f"{type(error).__name__}: {error}")
    del reserve
    _limit_memory(None)
    sender.send(answer)
    sender.close()


def _limit_memory(memory: int | None) -> None:
    """Let the process have so much address space beyond what it has, None for any; nothing where it cannot be said."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as handle:
            held = int(handle.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if memory is None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        return
    limit = held + memory if most == resource.RLIM_INFINITY else min(held + memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
