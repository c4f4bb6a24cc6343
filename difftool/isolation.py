"""Run work on each document in processes of its own, which are ended where they take too long or too much memory."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from difftool.garbage import collect_rarely
from difftool.model.bounds import DEFAULT, Bounds, bounded
from difftool.model.problem import DifftoolError, ReadingFailed, TookTooLong, TookTooMuchMemory

Task = TypeVar("Task", bound="str | tuple[str, ...]")

# The reader keeps what it has read when its seconds are over; the rest of the work on it has half as long again.
GRACE = 1.5
RESERVE = 4_000_000  # bytes: to say that memory is used up takes memory


class Stage(Struct, frozen=True):
    """What is to be done next on a path: a function and what it is given, and the seconds that are left for it."""

    number: int
    name: str
    prepare: Callable[[], None]
    function: Callable[[Any], object]
    given: object
    seconds: float
    last: bool


class Child(Struct, frozen=True):
    """A process at work on a stage, and when it is ended."""

    stage: Stage
    process: BaseProcess
    end: float


class Working:
    """What a process sends to say that it goes on: its time begins anew."""


_way_back: Connection | None = None


def still_working() -> None:
    """Say, from within a process run apart, that a long piece of work is done and the next begins."""
    if _way_back is not None:
        _way_back.send(Working())


def _nothing() -> None:
    """Prepare nothing."""


def run_apart(
    function: Callable[[Task], Any],
    paths: Sequence[Task],
    bounds: Bounds = DEFAULT,
    at_once: int | None = None,
    prepare: Callable[[], None] = _nothing,
    then: Callable[[Any], Any] | None = None,
    load: Callable[[], None] = _nothing,
    meanwhile: Callable[[], None] = _nothing,
) -> list[Any]:
    """`then(function(path))` for every path with the bounds in force, in processes of its own; results in their order.

    A path may be the paths of several files that are one document. `load` loads what `then` needs: where processors are
    left, in this process while the functions run, and `then` runs in a process forked after that; else before all of
    them. `prepare` is called before each `function` is bounded, and `meanwhile` in this process once nothing but the
    last processes is left to wait for. As many run at once as there are processors, or `at_once`. The time of a path
    begins anew where a process says that it is `still_working`. Raises the first `DifftoolError` in the order of the
    paths: what a function raised, `TookTooLong`, `TookTooMuchMemory`, or `ReadingFailed` for any other exception.
    """
    # Forking is a tenth of the price of starting anew; elsewhere than on Linux it is not safe.
    forks = sys.platform == "linux"
    context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
    at_once = at_once or os.cpu_count() or 1
    if then is not None and not (forks and len(paths) < at_once):
        function, then = partial(_both, function, then), None
        if forks and paths:  # elsewhere a process finds nothing that is loaded here
            load()
        load = _nothing
    answers: dict[int, object] = {}
    running: dict[Connection, Child] = {}
    seconds = GRACE * bounds.seconds
    waiting = [
        Stage(number, _told(path), prepare, function, path, seconds, last=then is None)
        for number, path in enumerate(paths)
    ][::-1]
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                stage = waiting.pop()
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(sender, stage, bounds), daemon=True)
                process.start()
                sender.close()
                running[receiver] = Child(stage, process, time.monotonic() + stage.seconds)
            load()
            load = _nothing
            if not waiting and all(child.stage.last for child in running.values()):
                meanwhile()
                meanwhile = _nothing
            pause = min(child.end for child in running.values()) - time.monotonic()
            ready = wait(list(running), max(pause, 0.0))
            for receiver, child in list(running.items()):
                stage, left = child.stage, child.end - time.monotonic()
                if receiver in ready:
                    answer = _answer(stage.name, receiver, bounds)
                    if isinstance(answer, Working):
                        running[receiver] = replace(child, end=time.monotonic() + seconds)
                        continue
                elif left <= 0:
                    answer = TookTooLong(path=stage.name, seconds=seconds)
                else:
                    continue
                del running[receiver]
                _end(receiver, child.process)
                if stage.last or then is None or isinstance(answer, DifftoolError):
                    answers[stage.number] = answer
                else:
                    waiting.append(Stage(stage.number, stage.name, _nothing, then, answer, max(left, 1.0), last=True))
            if any(isinstance(answer, DifftoolError) for answer in answers.values()):
                waiting.clear()
    finally:
        for receiver, child in running.items():
            _end(receiver, child.process)
    for _, answer in sorted(answers.items()):
        if isinstance(answer, BaseException):
            raise answer
    return [answers[number] for number in range(len(paths))]


def _both(function: Callable[[Task], Any], then: Callable[[Any], Any], path: Task) -> Any:
    return then(function(path))


def _end(receiver: Connection, process: BaseProcess) -> None:
    receiver.close()
    process.kill()
    process.join()


def _told(path: str | tuple[str, ...]) -> str:
    return path if isinstance(path, str) else " + ".join(path)


def _answer(name: str, receiver: Connection, bounds: Bounds) -> object:
    try:
        return receiver.recv()
    except EOFError:
        # The system ends a process that asks for more than there is, without a word.
        return TookTooMuchMemory(path=name, memory=bounds.memory)


def _work(sender: Connection, stage: Stage, bounds: Bounds) -> None:
    global _way_back
    _way_back = sender
    # Ctrl-C reaches all processes of a terminal: the one that waits ends the others, which have nothing to say of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    reserve = bytearray(RESERVE)
    try:
        stage.prepare()
        # What was loaded by now lives as long as the process, and a document makes many values and few circles.
        gc.freeze()
        _limit_memory(bounds.memory)
        with bounded(bounds):
            answer = stage.function(stage.given)
    except DifftoolError as error:
        answer = error
    except MemoryError:
        answer = TookTooMuchMemory(path=stage.name, memory=bounds.memory)
    except Exception as error:
        answer = ReadingFailed(path=stage.name, detail=f"{type(error).__name__}: {error}")
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
