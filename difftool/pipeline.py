"""The rooms in order: a file is read, its forms and sentences become facts, two disclosures are compared, checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from difftool.model.problem import NotADisclosure, NothingToCompare, Problem

if TYPE_CHECKING:
    from difftool.forms import FormsReading
    from difftool.model.bounds import Bounds
    from difftool.model.comparison import Comparison
    from difftool.model.disclosure import Disclosure
    from difftool.model.document import Document
    from difftool.model.fact import Fact
    from difftool.read.origin import Origin

Made = TypeVar("Made")

SAME_FORMS = 3  # forms that two files print both: then each is a disclosure of its own


def extract(origin: Origin, kept: Path | None = None) -> Disclosure:
    """What one disclosure says: its forms, facts, reasons and targets, each with its place, and what could not be read.

    `origin` is a path, of a folder or archive too, a pattern of names, or a sequence of these that is one disclosure.
    What is recognised on scanned pages is kept in the folder `kept`.
    Raises a `DifftoolError` where the file cannot be read or holds no disclosure.
    """
    from difftool.checks.proof import prove
    from difftool.forms import beside_forms, read_forms
    from difftool.model.disclosure import Disclosure
    from difftool.prose import read_prose
    from difftool.read import read_document

    document = read_document(origin, kept)
    scanned = any(page.recognised for page in document.pages)
    if scanned:
        from difftool.codes.spelling import spell_recognised

        document = spell_recognised(document)
    forms = read_forms(document)
    prose = read_prose(document, entity=forms.entity, year=forms.year, stage=forms.stage, form_facts=forms.facts)
    if not forms.unit_printed:
        forms = in_told_unit(document, forms, prose.facts)
    if not forms.tables and not prose.facts:
        raise NotADisclosure(path=document.source.path)
    apart = told_apart(document, forms) if len(document.source.files) > 1 else ()
    beside, outside = beside_forms(document, prose.facts, prose.differences, prose.untold)
    told: tuple[Fact, ...] = prose.facts
    printed: tuple[Fact, ...] = forms.facts
    doubts: tuple[Problem, ...] = ()
    if scanned:
        from difftool.checks.recognised import mark_recognised, settle, unproved

        told = mark_recognised(document, told)
        printed, doubts = settle(document, mark_recognised(document, printed))
    if forms.doubtful:
        from difftool.checks.shifted_columns import settle_shifted_columns
        from difftool.checks.slid_rows import settle_slid_rows

        printed, shifted = settle_shifted_columns(printed, forms.doubtful)
        printed, slid = settle_slid_rows(printed, forms.doubtful)
        doubts = (*doubts, *shifted, *slid)
    facts, failing = prove(printed, forms.tables, told)
    if scanned:
        doubts = (*doubts, *unproved(document, (*facts, *told), forms.tables))
    return Disclosure(
        entity=forms.entity,
        year=forms.year,
        stage=forms.stage,
        unit=forms.unit if printed else unit_told(told) or forms.unit,
        source=document.source,
        tables=forms.tables,
        facts=(*facts, *told),
        reasons=prose.reasons,
        stated_moves=prose.stated_moves,
        indicators=forms.indicators,
        problems=(
            *document.problems,
            *without_forms(forms),
            *apart,
            *forms.problems,
            *outside,
            *failing,
            *doubts,
            *prose.problems,
        ),
        passages=prose.passages,
        accounting=forms.accounting + beside,
    )


def without_forms(forms: FormsReading) -> tuple[Problem, ...]:
    """A problem where no form has an amount: a narrative published apart, or a notice that is no disclosure."""
    if forms.facts:
        return ()
    empty = len(forms.tables)
    found = (
        "no forms were found" if not empty else f"{empty} {'form' if empty == 1 else 'forms'} found, without amounts"
    )
    return (Problem("no-forms", f"{found}; if the forms are in another file, give both together"),)


def told_apart(document: Document, forms: FormsReading) -> tuple[Problem, ...]:
    """A problem where the files that were given as one disclosure are of several years, or budget and final account.

    Only files that print the same forms can be that: narrative and forms that are published apart do not.
    """
    from difftool.forms import read_forms

    statements: dict[str, set[str]] = {}
    for table in forms.tables:
        statements.setdefault(table.where.file, set()).add(table.statement)
    printing = [
        file
        for file, own in statements.items()
        if any(len(own & others) >= SAME_FORMS for other, others in statements.items() if other != file)
    ]
    heads: dict[tuple[int, str], str] = {}
    for file in printing:
        pages = tuple(page for page in document.pages if page.blocks and page.blocks[0].place.file == file)
        reading = read_forms(replace(document, pages=pages))
        heads.setdefault((reading.year, reading.stage), file)
    if len(heads) < 2:
        return ()
    told = ", ".join(f"{file} of {year} ({stage})" for (year, stage), file in heads.items())
    return (Problem("several-disclosures", f"the files are taken for one disclosure, but differ: {told}"),)


def unit_told(told: Sequence[Fact]) -> str:
    """The unit in which most sentences tell their amounts, "" where none does: 昆明 publishes prose in 元 alone."""
    from collections import Counter

    from difftool.model.money import YUAN

    units = {yuan: unit for unit, yuan in YUAN.items()}
    steps = Counter(fact.quantum * 10 ** len(fact.raw.partition(".")[2]) for fact in told)
    return next((units[yuan] for yuan, _ in steps.most_common() if yuan in units), "")


def in_told_unit(document: Document, forms: FormsReading, told: Sequence[Fact]) -> FormsReading:
    """Forms that print no unit, read in the one in which their amounts are those of the sentences, which do."""
    from difftool.forms import read_forms

    amounts = {fact.amount for fact in told if fact.amount}

    def agreeing(reading: FormsReading) -> int:
        return len(amounts & {fact.amount for fact in reading.facts})

    # Where no sentence tells an amount, no other unit can fit better: the forms are not read again.
    others = [read_forms(document, unit) for unit in ("元", "千元")] if amounts else []
    best = max((forms, *others), key=agreeing)
    how = "the sentences tell the same amounts" if agreeing(best) else "it is the usual one"
    problem = Problem("unit-not-printed", f"no form prints its unit: {best.unit} is taken, since {how}")
    return replace(best, problems=(problem, *best.problems))


def extract_all(origins: Sequence[Origin], *, cached: bool = True, bounds: Bounds | None = None) -> list[Disclosure]:
    """The disclosures in several files, each read in a process of its own, as many at once as there are processors.

    An item that is a sequence of paths is one disclosure. What was read before is taken from the cache unless `cached`
    is False. Raises as `extract` does, and `TookTooLong` or `TookTooMuchMemory` where a file asks for more than the
    `bounds` allow. What was read only as far as a bound is not kept in the cache.
    """
    return make_of_each(origins, itself, cached=cached, bounds=bounds, meanwhile=_load_comparison)


def make_of_each(
    origins: Sequence[Origin],
    make: Callable[[Disclosure], Made],
    *,
    cached: bool = True,
    bounds: Bounds | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> list[Made]:
    """What `make` makes of each disclosure, where each is read as `extract_all` reads it.

    It is made in the process that read the file, so that only the result has to come back. `meanwhile` is called once
    while the files are read.
    """
    from difftool.isolation import run_apart
    from difftool.model.bounds import DEFAULT

    asked = [str(each) if isinstance(each, str | Path) else tuple(map(str, each)) for each in origins]
    made: dict[str | tuple[str, ...], Made] = {}
    folder = None
    if cached:
        from difftool.cache import Cache

        cache = Cache()
        folder = cache.folder
        kept = {each: cache.read(each) for each in dict.fromkeys(asked)}
        made = {each: make(disclosure) for each, disclosure in kept.items() if disclosure is not None}
    missing = [each for each in dict.fromkeys(asked) if each not in made]
    if len(missing) > 1:
        _load_rooms(missing)
    work, prepare = partial(_extract_and_make, make, folder), partial(_load_rooms, missing)
    results = run_apart(work, missing, bounds or DEFAULT, prepare=prepare, meanwhile=meanwhile)
    made.update(zip(missing, results, strict=True))
    return [made[each] for each in asked]


def itself(disclosure: Disclosure) -> Disclosure:
    return disclosure


def _extract_and_make(make: Callable[[Disclosure], Made], folder: Path | None, origin: str | tuple[str, ...]) -> Made:
    from difftool.model.bounds import CODES

    disclosure = extract(origin, folder)
    if folder and CODES.isdisjoint(problem.code for problem in disclosure.problems):
        from difftool.cache import Cache

        Cache(folder).write(origin, disclosure)
    return make(disclosure)


def _load_rooms(origins: Sequence[str | tuple[str, ...]]) -> None:
    """Load what reads the documents: before the processes part where there are several, so that each need not."""
    import difftool.checks.proof
    import difftool.forms
    import difftool.prose
    import difftool.read

    if any(str(origin).lower().endswith(".pdf") for origin in origins):
        import difftool.read.pdf  # noqa: F401


def _load_comparison() -> None:
    """Load what compares and checks the disclosures once they are read."""
    import difftool.checks.rules
    import difftool.compare.comparison  # noqa: F401


def compare(old: Origin, new: Origin | None = None) -> Comparison:
    """Two disclosures compared; a single final account is compared with the budget figures that it states itself.

    Each side is what `extract` takes. Raises a `DifftoolError` where it cannot be read, and `NothingToCompare` for a
    budget alone.
    """
    return compare_extracted(extract(old), extract(new) if new is not None else None)


def compare_extracted(old: Disclosure, new: Disclosure | None = None) -> Comparison:
    """The comparison of disclosures that were extracted before, with the checks of each and between them.

    One file given twice is checked once. Raises `NothingToCompare` for a single document without earlier figures.
    """
    from difftool.checks import check_between, check_disclosure
    from difftool.compare import compare_disclosures, compare_with_itself

    if new is None:
        alone = compare_with_itself(old)
        if not alone.pairs:
            stage = "budget" if old.stage == "budget" else "final account"
            raise NothingToCompare(path=old.source.path, stage=stage)
        return replace(alone, checks=check_disclosure(old, side="new"))
    if old.source.sha256 == new.source.sha256:
        return replace(compare_disclosures(old, new), checks=check_disclosure(new, side="new"))
    comparison = compare_disclosures(old, new)
    between = check_between(old, new, comparison.moves)
    checks = (*check_disclosure(old, side="old"), *check_disclosure(new, side="new"), *between)
    return replace(comparison, checks=checks)
