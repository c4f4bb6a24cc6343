"""Several disclosures at once: each is read in one process and made of what was read in another, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from difftool.model.bounds import Bounds
    from difftool.model.disclosure import Disclosure
    from difftool.model.document import Document
    from difftool.model.problem import DifftoolError
    from difftool.pipeline import CheckedDisclosure
    from difftool.read.origin import Origin

Made = TypeVar("Made")
Asked = str | tuple[str, ...]
"""The path of a disclosure, or the paths of the files that it lies in."""


def _nothing() -> None:
    """Load nothing."""


def _untold(_: str) -> None:
    """Tell nobody."""


def extract_all(
    origins: Sequence[Origin],
    *,
    cached: bool = True,
    bounds: Bounds | None = None,
    tell: Callable[[str], None] = _untold,
) -> list[Disclosure]:
    """The disclosures in several files, each read in processes of its own, as many at once as there are processors.

    An item that is a sequence of paths is one disclosure. What was read before is taken from the cache unless `cached`
    is False. Raises as `extract` does, and `TookTooLong` or `TookTooMuchMemory` where a file asks for more than the
    `bounds` allow. What was read only as far as a bound is not kept in the cache. `tell` is called with what was done
    by then, in words.
    """
    return make_of_each(origins, itself, cached=cached, bounds=bounds, tell=tell)


def check_all(
    origins: Sequence[Origin],
    *,
    cached: bool = True,
    bounds: Bounds | None = None,
    meanwhile: Callable[[], None] = _nothing,
    tell: Callable[[str], None] = _untold,
    refused: Callable[[DifftoolError], None] | None = None,
) -> list[CheckedDisclosure]:
    """The disclosures as `extract_all` gives them, each with what does not add up in it.

    `meanwhile` is called while they are made: it loads what the caller needs next. `tell` and `refused` are as
    `make_of_each` has them.
    """
    from difftool.pipeline import with_checks

    return make_of_each(
        origins,
        with_checks,
        cached=cached,
        bounds=bounds,
        load=_load_checks,
        meanwhile=meanwhile,
        tell=tell,
        refused=refused,
    )


def make_of_each(
    origins: Sequence[Origin],
    make: Callable[[Disclosure], Made],
    *,
    cached: bool = True,
    bounds: Bounds | None = None,
    load: Callable[[], None] = _nothing,
    meanwhile: Callable[[], None] = _nothing,
    tell: Callable[[str], None] = _untold,
    refused: Callable[[DifftoolError], None] | None = None,
) -> list[Made]:
    """What `make` makes of each disclosure, where each is read as `extract_all` reads it.

    It is made in the process that made the disclosure, so that only the result has to come back. `load` loads what
    `make` needs, while the files are read, and `meanwhile` what the caller needs next. `tell` is called with what was
    done by then, in words. Where `refused` is given, it is called with the error of each file that cannot be read, in
    the place of raising the first, and the others are made.
    """
    from difftool.isolation import run_apart
    from difftool.model.bounds import DEFAULT
    from difftool.model.problem import DifftoolError

    asked: list[Asked] = [str(each) if isinstance(each, str | Path) else tuple(map(str, each)) for each in origins]
    made, folder = _made_of_kept(asked, make) if cached else ({}, None)
    missing = [each for each in dict.fromkeys(asked) if each not in made]
    if len(missing) > 1:
        _load_readers(missing)
    results = run_apart(
        partial(_read, folder),
        missing,
        bounds or DEFAULT,
        prepare=partial(_load_readers, missing),
        then=partial(_make, make, folder),
        load=partial(_load_makers, load),
        meanwhile=meanwhile,
        tell=tell,
        each=refused is not None,
    )
    for path, result in zip(missing, results, strict=True):
        if refused is not None and isinstance(result, DifftoolError):
            refused(result)
        else:
            made[path] = result
    return [made[each] for each in asked if each in made]


def _made_of_kept(asked: Sequence[Asked], make: Callable[[Disclosure], Made]) -> tuple[dict[Asked, Made], Path]:
    """What is made of each disclosure that the cache keeps, and the folder of the cache."""
    from difftool.cache import Cache

    cache = Cache()
    kept = {each: cache.read(each) for each in dict.fromkeys(asked)}
    return {each: make(disclosure) for each, disclosure in kept.items() if disclosure is not None}, cache.folder


def itself(disclosure: Disclosure) -> Disclosure:
    return disclosure


def _read(folder: Path | None, origin: Asked) -> tuple[Asked, Document]:
    from difftool.read import read_document

    return origin, read_document(origin, folder)


def _make(make: Callable[[Disclosure], Made], folder: Path | None, read: tuple[Asked, Document]) -> Made:
    from difftool.model.bounds import CODES
    from difftool.pipeline import disclosure_in
    from difftool.worker import now_at

    origin, document = read
    if document.source.files:  # many of these take long here too
        now_at("finding the figures")
    disclosure = disclosure_in(document)
    if folder and CODES.isdisjoint(problem.code for problem in disclosure.problems):
        from difftool.cache import Cache

        Cache(folder).write(origin, disclosure)
    return make(disclosure)


def _load_readers(origins: Sequence[Asked]) -> None:
    """Load what reads the documents: before the processes part where there are several, so that each need not."""
    import difftool.read

    if any(str(origin).lower().endswith(".pdf") for origin in origins):
        import difftool.read.pdf  # noqa: F401


def _load_makers(load: Callable[[], None]) -> None:
    """Load what makes disclosures of the documents, and what `load` loads, while the documents are read."""
    from difftool.rehearsal import rehearsed

    rehearsed()
    load()


def _load_checks() -> None:
    from difftool.checks import check_disclosure
    from difftool.rehearsal import rehearsed

    check_disclosure(rehearsed())
