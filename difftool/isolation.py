"""Run work on each document in processes of its own, which are ended where they take too long or too much memory."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from difftool.model.bounds import DEFAULT, Bounds
from difftool.model.problem import DifftoolError, TookTooLong, TookTooMuchMemory
from difftool.worker import Reached, Step, Working, work

Task = TypeVar("Task", bound="str | tuple[str, ...]")

# The reader keeps what it has read when its seconds are over; the rest of the work on it has half as long again.
GRACE = 1.5
LEAST = 1.0  # seconds for what comes then, however long the first function took


def _nothing() -> None:
    """Prepare nothing."""


def _untold(_: str) -> None:
    """Tell nobody."""


def run_apart(
    function: Callable[[Task], Any],
    paths: Sequence[Task],
    bounds: Bounds = DEFAULT,
    at_once: int | None = None,
    prepare: Callable[[], None] = _nothing,
    then: Callable[[Any], Any] | None = None,
    load: Callable[[], None] = _nothing,
    meanwhile: Callable[[], None] = _nothing,
    tell: Callable[[str], None] = _untold,
    each: bool = False,
) -> list[Any]:
    """`then(function(path))` for every path with the bounds in force, in processes of its own; results in their order.

    A path may be the paths of several files that are one document. `load` loads what `then` needs: where processors are
    left, in this process while the functions run, and `then` runs in a process forked after that; else before all of
    them. `prepare` is called before each `function` is bounded, and `meanwhile` in this process once nothing but the
    last processes is left to wait for. As many run at once as there are processors, or `at_once`. The time of a path
    begins anew where a process says that it is `still_working`. `tell` is called with what was done by then, in words.
    Raises the first `DifftoolError` in the order of the paths: what a function raised, `TookTooLong`,
    `TookTooMuchMemory`, or `ReadingFailed` for any other exception; where `each` is wanted, the error of a path is its
    result, and the others are done.
    """
    # Forking is a tenth of the price of starting anew; elsewhere than on Linux it is not safe.
    forks = sys.platform == "linux"
    at_once = at_once or os.cpu_count() or 1
    load = cache(load)
    if then is not None and not (forks and len(paths) < at_once):
        function, then = partial(_both, function, then), None
        if forks and paths:
            load()
        else:
            load = _nothing  # a process that is started anew finds nothing that is loaded here
    seconds = GRACE * bounds.seconds
    steps = [Step(number, _told(path), prepare, function, path, seconds, then) for number, path in enumerate(paths)]
    answers = Run(steps, bounds, at_once, forks=forks, tell=tell, each=each).answers(load, cache(meanwhile))
    for answer in answers:
        if isinstance(answer, BaseException) and not each:
            raise answer
    return answers


class Child(Struct, frozen=True):
    """A process at work on a step, and when it is ended."""

    step: Step
    process: BaseProcess
    end: float


class Run:
    """Stages that wait, processes at work on others, and the answers of those that are done."""

    def __init__(
        self,
        steps: Sequence[Step],
        bounds: Bounds,
        at_once: int,
        *,
        forks: bool,
        tell: Callable[[str], None],
        each: bool,
    ) -> None:
        self._waiting = [*reversed(steps)]
        self._count = len(steps)
        self._tell = tell
        self._each = each
        self._running: dict[Connection, Child] = {}
        self._answers: dict[int, object] = {}
        self._bounds = bounds
        self._at_once = at_once
        self._seconds = GRACE * bounds.seconds
        self._context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")

    def answers(self, load: Callable[[], None], meanwhile: Callable[[], None]) -> list[object]:
        """The answers in the order of the paths; after an error no step is begun, and those of some paths are missing,
        unless each is wanted.

        `load` is called whenever processes are at work, and `meanwhile` where no step but the running ones is left.
        """
        try:
            while self._waiting or self._running:
                self._start()
                load()
                if not self._waiting and all(child.step.then is None for child in self._running.values()):
                    meanwhile()
                self._listen()
        finally:
            for receiver, child in self._running.items():
                _end(receiver, child.process)
        return [answer for _, answer in sorted(self._answers.items(), key=lambda pair: pair[0])]

    def _start(self) -> None:
        """Start as many processes as may run at once."""
        while self._waiting and len(self._running) < self._at_once:
            step = self._waiting.pop()
            receiver, sender = self._context.Pipe(duplex=False)
            process = self._context.Process(target=work, args=(sender, step, self._bounds), daemon=True)
            process.start()
            sender.close()
            self._running[receiver] = Child(step, process, time.monotonic() + step.seconds)

    def _listen(self) -> None:
        """Wait until processes have something to say or their time is over."""
        pause = min(child.end for child in self._running.values()) - time.monotonic()
        ready = wait(list(self._running), max(pause, 0.0))
        for receiver, child in list(self._running.items()):
            left = child.end - time.monotonic()
            if receiver in ready:
                answer = _answer(child.step.name, receiver, self._bounds)
            elif left <= 0:
                answer = TookTooLong(path=child.step.name, seconds=self._seconds)
            else:
                continue
            if isinstance(answer, Reached):
                self._say(f"{child.step.name}: {answer.what}" if self._count > 1 else answer.what)
            elif isinstance(answer, Working):
                self._running[receiver] = replace(child, end=time.monotonic() + self._seconds)
            else:
                self._finish(receiver, child, answer, left)
        if not self._each and any(isinstance(answer, DifftoolError) for answer in self._answers.values()):
            self._waiting.clear()

    def _say(self, *words: str) -> None:
        """Tell how many paths are done, where there are several, and what one of them has come to."""
        done = (f"{len(self._answers)} of {self._count} done",) if self._count > 1 else ()
        if done or words:
            self._tell(", ".join((*done, *words)))

    def _finish(self, receiver: Connection, child: Child, answer: object, left: float) -> None:
        """End a process that has answered: its answer is that of the path, or what the next step is given."""
        del self._running[receiver]
        _end(receiver, child.process)
        step = child.step
        if step.then is None or isinstance(answer, DifftoolError):
            self._answers[step.number] = answer
            self._say()
            return
        seconds = max(left, LEAST)
        self._waiting.append(
            replace(step, prepare=_nothing, function=step.then, given=answer, seconds=seconds, then=None)
        )


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
