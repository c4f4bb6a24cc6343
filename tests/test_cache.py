"""The cache gives back what was written, and nothing else."""

import multiprocessing
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from difftool.cache import Cache, decode, encode
from difftool.model.disclosure import Disclosure, Passage, Reason, StatedMove
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace, SheetPlace, TablePlace

edges = st.floats(0, 2000, allow_nan=False)
places = st.one_of(
    st.builds(PagePlace, st.integers(1, 999), st.tuples(edges, edges, edges, edges)),
    st.builds(LinePlace, st.integers(1, 9999)),
    st.builds(SheetPlace, st.text(), st.text()),
    st.builds(TablePlace, st.integers(), st.integers(), st.integers()),
)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2)
facts = st.builds(
    Fact,
    st.text(),
    st.text(),
    st.text(),
    st.text(),
    st.integers(2000, 2030),
    st.text(),
    amounts,
    amounts,
    st.text(),
    places,
)
moves = st.builds(
    StatedMove,
    st.lists(st.text(), max_size=2).map(tuple),
    st.lists(st.text(), max_size=2).map(tuple),
    st.one_of(st.none(), amounts),
    st.text(),
    places,
)


def disclosure(found: tuple[Fact, ...] = (), *, entity: str = "甲局", **others) -> Disclosure:
    return Disclosure(entity, 2024, "budget", "万元", Source("a.pdf", "0", "pdf", 3), facts=found, **others)


@given(st.lists(facts, max_size=5).map(tuple), st.lists(moves, max_size=3).map(tuple), places)
def test_what_is_decoded_is_what_was_encoded(found, stated, place):
    whole = disclosure(
        found,
        stated_moves=stated,
        reasons=(Reason("func:201", "人员变动", place),),
        passages=(Passage("全文", ((0, place),)),),
    )
    assert decode(encode(whole)) == whole


def test_an_entry_belongs_to_the_content_not_to_the_name(tmp_path):
    cache = Cache(tmp_path / "cache")
    first, copy, other = (tmp_path / name for name in ("first.pdf", "copy.pdf", "other.pdf"))
    first.write_bytes(b"content")
    copy.write_bytes(b"content")
    other.write_bytes(b"another")
    cache.write(first, disclosure())
    assert cache.read(copy).source.path == str(copy)
    assert cache.read(other) is None


def test_a_damaged_entry_is_as_good_as_none(tmp_path):
    cache = Cache(tmp_path / "cache")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"content")
    cache.write(path, disclosure((Fact("s", "i", "n", "m", 1, "p", Decimal(1), Decimal(1), "1", LinePlace(1)),)))
    entry = cache.entry(path)
    for damage in ("", "[]", '["Fact"]', '["os.system", "x"]', entry.read_text()[:-9]):
        entry.write_text(damage)
        assert cache.read(path) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"content")
    cache = Cache(Path(blocked) / "cache")
    cache.write(path, disclosure())
    assert cache.read(path) is None


def test_two_processes_may_write_and_read_the_same_entry_at_once(tmp_path):
    """Every read gives the whole of what one of them wrote, never a part; nothing half written is left."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"content")
    folder = tmp_path / "cache"
    found = {name: disclosure(entity=name * 50_000) for name in "甲乙"}
    start = multiprocessing.get_context("fork").Barrier(2)

    def write(name: str) -> None:
        start.wait()
        for _ in range(20):
            Cache(folder).write(path, found[name])

    writers = [multiprocessing.get_context("fork").Process(target=write, args=(name,)) for name in found]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        read = Cache(folder).read(path)
        assert read is None or read.entity in {each.entity for each in found.values()}
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert Cache(folder).read(path) is not None
    assert [entry.suffix for entry in folder.iterdir()] == [".json"]
