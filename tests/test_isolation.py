"""Work in a process of its own: results in order, declared errors across the border, an end for what never ends."""

import itertools
import multiprocessing
import os
import resource
import signal
import sys
import time
from pathlib import Path

import pytest

from difftool.isolation import run_apart
from difftool.model.bounds import Bounds, bounds_in_force
from difftool.model.problem import EmptyFile, ReadingFailed, TookTooLong, TookTooMuchMemory
from difftool.worker import now_at


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
    assert time.monotonic() - start < 40  # of sixty


def test_what_asks_for_too_much_memory_is_told_so():
    with pytest.raises(TookTooMuchMemory):
        run_apart(lambda path: len(bytearray(600_000_000)), ["x"], Bounds(memory=100_000_000))


def test_a_limit_that_the_system_has_set_already_is_kept():
    def under_a_limit(path):
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        limit = held + 1_000_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        return run_apart(str.upper, [path], Bounds(memory=2_000_000_000))

    receiver, sender = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=lambda: sender.send(under_a_limit("a")))
    child.start()
    child.join(60)
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


def test_each_path_may_have_its_own_error():
    def fails_on_b(path):
        if path == "b":
            raise EmptyFile(path=path)
        return path

    first, second, third = run_apart(fails_on_b, ["a", "b", "c"], each=True)
    assert (first, third) == ("a", "c")
    assert isinstance(second, EmptyFile)


def test_what_was_done_by_then_is_told():
    def halfway(path):
        now_at("page 1")
        return path

    alone, several = [], []
    run_apart(halfway, ["a"], tell=alone.append)
    run_apart(halfway, ["a", "b"], at_once=1, tell=several.append)
    assert alone == ["page 1"]
    assert several == ["0 of 2 done, a: page 1", "1 of 2 done", "1 of 2 done, b: page 1", "2 of 2 done"]


def test_any_other_exception_is_told_as_a_fault_of_our_own():
    def breaks(path):
        raise KeyError("no such thing")

    with pytest.raises(ReadingFailed, match=r"x: .*KeyError: 'no such thing'"):
        run_apart(breaks, ["x"])


def test_a_process_that_is_ended_from_outside_is_told_as_out_of_memory():
    with pytest.raises(TookTooMuchMemory):
        run_apart(lambda path: os.kill(os.getpid(), signal.SIGKILL), ["x"])


def test_what_comes_then_runs_on_what_was_sent_back_in_another_process():
    def read(path):
        return path, os.getpid()

    def make(found):
        return found[0].upper(), found[1], os.getpid()

    made = run_apart(read, ["a", "b", "c"], at_once=4, then=make)
    assert [name for name, *_ in made] == ["A", "B", "C"]
    assert len({process for _, *both in made for process in (*both, os.getpid())}) == 7


def test_where_no_processor_is_left_a_document_stays_in_its_process():
    made = run_apart(lambda path: os.getpid(), ["a", "b"], at_once=2, then=lambda read: (read, os.getpid()))
    assert all(read == made for read, made in made)
    assert len({os.getpid(), *(process for process, _ in made)}) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="what is loaded is found only where processes are forked")
@pytest.mark.parametrize("most", [1, 4])
def test_what_comes_then_finds_what_was_loaded(most):
    order = []

    def load():
        order.append("loaded")

    def meanwhile():
        order.append("meanwhile")

    found = run_apart(str, ["a", "b", "c"], at_once=most, then=lambda path: list(order), load=load, meanwhile=meanwhile)
    assert found == [["loaded"]] * 3
    assert order == ["loaded", "meanwhile"]


def test_an_error_that_comes_first_is_told_and_what_comes_then_is_left():
    def fails(path):
        raise EmptyFile(path=path)

    with pytest.raises(EmptyFile, match="x: the file is empty"):
        run_apart(fails, ["x"], then=lambda found: os.abort())


def test_an_error_that_comes_then_is_told_by_its_path():
    def breaks(found):
        raise KeyError(found)

    with pytest.raises(ReadingFailed, match=r"x: .*KeyError"):
        run_apart(str, ["x"], then=breaks)


def test_both_processes_of_a_path_share_its_time():
    start = time.monotonic()
    with pytest.raises(TookTooLong):
        run_apart(lambda path: time.sleep(1.2), ["x"], Bounds(seconds=1.5), then=lambda found: time.sleep(60))
    assert time.monotonic() - start < 40  # of sixty


def _interrupted(path: str) -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return path


def test_an_interrupt_from_the_terminal_is_left_to_the_process_that_waits():
    """Ctrl-C while two documents were read printed the tracebacks of both processes before "Aborted!"."""
    assert run_apart(_interrupted, ["a", "b"]) == ["a", "b"]
