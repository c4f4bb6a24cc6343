"""Work in a process of its own: results in order, declared errors across the border, an end for what never ends."""

import multiprocessing
import resource
import time

import pytest

from difftool.isolation import ProcessBounds, run_apart
from difftool.model.problem import EmptyFile, TookTooLong, TookTooMuchMemory


def test_results_come_in_the_order_of_the_paths():
    def slow_first(path):
        time.sleep(0.2 if path == "a" else 0)
        return path.upper()

    assert run_apart(slow_first, ["a", "b", "c"]) == ["A", "B", "C"]


def test_a_declared_error_crosses_the_border_with_its_message():
    def fails(path):
        raise EmptyFile(path=path)

    with pytest.raises(EmptyFile, match="x: the file is empty"):
        run_apart(fails, ["x"])


def test_what_never_ends_is_ended():
    start = time.monotonic()
    with pytest.raises(TookTooLong):
        run_apart(lambda path: time.sleep(60), ["x"], ProcessBounds(seconds=0.3))
    assert time.monotonic() - start < 10


def test_what_asks_for_too_much_memory_is_told_so():
    with pytest.raises(TookTooMuchMemory):
        run_apart(lambda path: len(bytearray(600_000_000)), ["x"], ProcessBounds(memory=100_000_000))


def test_a_limit_that_the_system_has_set_already_is_kept():
    def under_a_limit(path):
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
        return run_apart(str.upper, [path], ProcessBounds(memory=2_000_000_000))

    receiver, sender = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=lambda: sender.send(under_a_limit("a")))
    child.start()
    child.join(10)
    assert receiver.poll() and receiver.recv() == ["A"]
