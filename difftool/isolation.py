"""Run work on one document in a process of its own, which is ended where it takes too long or too much memory."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from difftool.model.problem import DifftoolError, TookTooLong, TookTooMuchMemory

Result = TypeVar("Result")
Task = TypeVar("Task", bound="str | tuple[str, ...]")


@dataclass(frozen=True, slots=True)
class ProcessBounds:
    """The most that one document may take as a whole: `seconds` of the clock, `memory` in bytes beyond the start.

    The reader has finer bounds of its own, which keep what was read so far; these are the last resort.
    """

    seconds: float = 180.0
    memory: int = 2_000_000_000


def run_apart(
    function: Callable[[Task], Result], paths: Sequence[Task], bounds: ProcessBounds | None = None
) -> list[Result]:
    """`function(path)` for every path, each in its own process, all at once; results in the order of the paths.

    A path may be the paths of several files that are one document.

    Raises the first `DifftoolError` in the order of the paths, `TookTooLong` or `TookTooMuchMemory` among them.
    """
    bounds = bounds or ProcessBounds()
    # Forking is a tenth of the price of starting anew; elsewhere than on Linux it is not safe.
    context = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
    children = []
    for path in paths:
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=_work, args=(sender, function, path, bounds.memory), daemon=True)
        child.start()
        sender.close()
        children.append((path, child, receiver))
    try:
        return [cast(Result, _answer(_told(path), receiver, bounds)) for path, _, receiver in children]
    finally:
        for _, child, receiver in children:
            if child.is_alive():
                child.kill()
            child.join()
            receiver.close()


def _told(path: str | tuple[str, ...]) -> str:
    return path if isinstance(path, str) else " + ".join(path)


def _answer(path: str, receiver: Connection, bounds: ProcessBounds) -> object:
    if not receiver.poll(bounds.seconds):
        raise TookTooLong(path=path, seconds=bounds.seconds)
    try:
        result: object = receiver.recv()
    except EOFError as error:
        # The system ends a process that asks for more than there is, without a word.
        raise TookTooMuchMemory(path=path, memory=bounds.memory) from error
    if isinstance(result, BaseException):
        raise result
    return result


def _work(sender: Connection, function: Callable[[Task], object], path: Task, memory: int) -> None:
    _limit_memory(memory)
    try:
        answer: object = function(path)
    except DifftoolError as error:
        answer = error
    except MemoryError:
        answer = TookTooMuchMemory(path=_told(path), memory=memory)
    sender.send(answer)
    sender.close()


def _limit_memory(memory: int) -> None:
    """Let the process have so much address space beyond what it has; nothing where the system cannot say."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as handle:
            held = int(handle.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = held + memory if most == resource.RLIM_INFINITY else min(held + memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
