"""Run work on each document in a process of its own, which is ended where it takes too long or too much memory."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

from difftool.model.bounds import DEFAULT, Bounds, bounded
from difftool.model.problem import DifftoolError, ReadingFailed, TookTooLong, TookTooMuchMemory

Result = TypeVar("Result")
Task = TypeVar("Task", bound="str | tuple[str, ...]")

# The reader keeps what it has read when its seconds are over; the rest of the work on it has half as long again.
GRACE = 1.5
RESERVE = 4_000_000  # bytes: to say that memory is used up takes memory
COLLECT_EVERY = 20_000  # new values between two collections of garbage


@dataclass(frozen=True, slots=True)
class Child:
    """A process at work: the number of its task, its name, and when it is ended."""

    number: int
    name: str
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
    function: Callable[[Task], Result],
    paths: Sequence[Task],
    bounds: Bounds = DEFAULT,
    at_once: int | None = None,
    prepare: Callable[[], None] = _nothing,
    meanwhile: Callable[[], None] | None = None,
) -> list[Result]:
    """`function(path)` for every path with the bounds in force, each in its own process; results in their order.

    A path may be the paths of several files that are one document. The time of a process begins anew where it says that
    it is `still_working`. As many run at once as there are processors, or `at_once`. `prepare` is called in each before
    its memory is bounded, `meanwhile` once in this process while they run. Raises the first `DifftoolError` in the
    order of the paths: what the function raised, `TookTooLong`,
    `TookTooMuchMemory`, or `ReadingFailed` for any other exception.
    """
    # Forking is a tenth of the price of starting anew; elsewhere than on Linux it is not safe.
    context = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
    at_once = at_once or os.cpu_count() or 1
    answers: dict[int, object] = {}
    running: dict[Connection, Child] = {}
    waiting = list(enumerate(paths))[::-1]
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                number, path = waiting.pop()
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(sender, prepare, function, path, bounds), daemon=True)
                process.start()
                sender.close()
                running[receiver] = Child(number, _told(path), process, time.monotonic() + GRACE * bounds.seconds)
            if meanwhile is not None:
                meanwhile()
                meanwhile = None
            pause = min(child.end for child in running.values()) - time.monotonic()
            ready = wait(list(running), max(pause, 0.0))
            for receiver, child in list(running.items()):
                if receiver in ready:
                    answer = _answer(child.name, receiver, bounds)
                    if isinstance(answer, Working):
                        running[receiver] = replace(child, end=time.monotonic() + GRACE * bounds.seconds)
                        continue
                    answers[child.number] = answer
                elif time.monotonic() >= child.end:
                    answers[child.number] = TookTooLong(path=child.name, seconds=GRACE * bounds.seconds)
                else:
                    continue
                del running[receiver]
                _end(receiver, child.process)
            if any(isinstance(answer, DifftoolError) for answer in answers.values()):
                waiting.clear()
    finally:
        for receiver, child in running.items():
            _end(receiver, child.process)
    for _, answer in sorted(answers.items()):
        if isinstance(answer, BaseException):
            raise answer
    return [cast(Result, answers[number]) for number in range(len(paths))]


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


def _work(
    sender: Connection, prepare: Callable[[], None], function: Callable[[Task], object], path: Task, bounds: Bounds
) -> None:
    global _way_back
    _way_back = sender
    gc.set_threshold(COLLECT_EVERY, 20, 20)
    reserve = bytearray(RESERVE)
    try:
        prepare()
        # What was loaded by now lives as long as the process, and a document makes many values and few circles.
        gc.freeze()
        _limit_memory(bounds.memory)
        with bounded(bounds):
            answer: object = function(path)
    except DifftoolError as error:
        answer = error
    except MemoryError:
        answer = TookTooMuchMemory(path=_told(path), memory=bounds.memory)
    except Exception as error:
        answer = ReadingFailed(path=_told(path), detail=f"{type(error).__name__}: {error}")
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
