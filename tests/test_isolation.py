"""Work in a process of its own: results in order, declared errors across the border, an end for what never ends."""

import itertools
import multiprocessing
import os
import resource
import signal
import time

import pytest

from difftool.isolation import run_apart
from difftool.model.bounds import Bounds, bounds_in_force
from difftool.model.problem import EmptyFile, ReadingFailed, TookTooLong, TookTooMuchMemory


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
        run_apart(lambda path: time.sleep(60), ["x"], Bounds(seconds=0.3))
    assert time.monotonic() - start < 10


def test_what_asks_for_too_much_memory_is_told_so():
    with pytest.raises(TookTooMuchMemory):
        run_apart(lambda path: len(bytearray(600_000_000)), ["x"], Bounds(memory=100_000_000))


def test_a_limit_that_the_system_has_set_already_is_kept():
    def under_a_limit(path):
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
        return run_apart(str.upper, [path], Bounds(memory=2_000_000_000))

    receiver, sender = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=lambda: sender.send(under_a_limit("a")))
    child.start()
    child.join(10)
    assert receiver.poll() and receiver.recv() == ["A"]


def test_the_bounds_are_in_force_in_the_child_alone():
    assert run_apart(lambda path: bounds_in_force().pages, ["x"], Bounds(pages=7)) == [7]
    assert bounds_in_force() == Bounds()


def test_no_more_run_at_once_than_may():
    def life(path):
        start = time.monotonic()
        time.sleep(0.05)
        return start, time.monotonic()

    lives = run_apart(life, ["a", "b", "c", "d"], at_once=1)
    assert all(earlier[1] <= later[0] for earlier, later in itertools.pairwise(lives))


def test_an_error_ends_what_has_not_begun(tmp_path):
    def leaves_a_trace(path):
        (tmp_path / path).touch()
        raise EmptyFile(path=path)

    with pytest.raises(EmptyFile, match="a: "):
        run_apart(leaves_a_trace, ["a", "b"], at_once=1)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_any_other_exception_is_told_as_a_fault_of_our_own():
    def breaks(path):
        raise KeyError("no such thing")

    with pytest.raises(ReadingFailed, match=r"x: .*KeyError: 'no such thing'"):
        run_apart(breaks, ["x"])


def test_a_process_that_is_ended_from_outside_is_told_as_out_of_memory():
    with pytest.raises(TookTooMuchMemory):
        run_apart(lambda path: os.kill(os.getpid(), signal.SIGKILL), ["x"])
