"""The rooms in order: a file is read, its forms and sentences become facts, two disclosures are compared, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from difftool.model.problem import NotADisclosure, Problem

if TYPE_CHECKING:
    from difftool.forms import FormsReading
    from difftool.model.comparison import Comparison
    from difftool.model.disclosure import Disclosure
    from difftool.model.document import Document
    from difftool.model.fact import Fact


def extract(path: str | Path) -> Disclosure:
    """What one disclosure says: its forms, facts, reasons and targets, each with its place, and what could not be read.

    Raises a `DifftoolError` where the file cannot be read or holds no disclosure.
    """
    from difftool.checks.proof import prove
    from difftool.forms import read_forms
    from difftool.model.disclosure import Disclosure
    from difftool.prose import read_prose
    from difftool.read import read_document

    document = read_document(path)
    forms = read_forms(document)
    prose = read_prose(document, entity=forms.entity, year=forms.year, stage=forms.stage, form_facts=forms.facts)
    if not forms.unit_printed:
        forms = in_told_unit(document, forms, prose.facts)
    if not forms.tables and not prose.facts:
        raise NotADisclosure(path=path)
    facts, unproved = prove(forms.facts, forms.tables)
    return Disclosure(
        entity=forms.entity,
        year=forms.year,
        stage=forms.stage,
        unit=forms.unit,
        source=document.source,
        tables=forms.tables,
        facts=(*facts, *prose.facts),
        reasons=prose.reasons,
        stated_moves=prose.stated_moves,
        indicators=forms.indicators,
        problems=(*document.problems, *forms.problems, *unproved, *prose.problems),
        passages=prose.passages,
    )


def in_told_unit(document: Document, forms: FormsReading, told: Sequence[Fact]) -> FormsReading:
    """Forms that print no unit, read in the one in which their amounts are those of the sentences, which do."""
    from difftool.forms import read_forms

    amounts = {fact.amount for fact in told if fact.amount}

    def agreeing(reading: FormsReading) -> int:
        return len(amounts & {fact.amount for fact in reading.facts})

    best = max((forms, *(read_forms(document, unit) for unit in ("元", "千元"))), key=agreeing)
    how = "the sentences tell the same amounts" if agreeing(best) else "it is the usual one"
    problem = Problem("unit-not-printed", f"no form prints its unit: {best.unit} is taken, since {how}")
    return replace(best, problems=(problem, *best.problems))


def extract_all(paths: Sequence[str | Path], *, cached: bool = True) -> list[Disclosure]:
    """The disclosures in several files, each read in a process of its own and all at once.

    What was read before is taken from the cache unless `cached` is False. Raises as `extract` does, and
    `TookTooLong` or `TookTooMuchMemory` where a file asks for more than `ProcessBounds` allow.
    """
    from difftool.cache import Cache
    from difftool.isolation import run_apart

    cache = Cache() if cached else None
    kept = {str(path): cache.read(Path(path)) for path in paths} if cache else {}
    missing = [name for name in dict.fromkeys(str(path) for path in paths) if kept.get(name) is None]
    found = dict(zip(missing, run_apart(extract, missing), strict=True))
    if cache:
        for name, disclosure in found.items():
            cache.write(Path(name), disclosure)
    return [kept.get(str(path)) or found[str(path)] for path in paths]


def compare(old: str | Path, new: str | Path | None = None) -> Comparison:
    """Two disclosures compared; a single final account is compared with the budget figures that it states itself."""
    return compare_extracted(extract(old), extract(new) if new is not None else None)


def compare_extracted(old: Disclosure, new: Disclosure | None = None) -> Comparison:
    """The comparison of disclosures that were extracted before, with the checks of each and between them."""
    from difftool.checks import check_between, check_disclosure
    from difftool.compare import compare_disclosures, compare_with_itself

    if new is None:
        return replace(compare_with_itself(old), checks=check_disclosure(old, side="new"))
    checks = (*check_disclosure(old, side="old"), *check_disclosure(new, side="new"), *check_between(old, new))
    return replace(compare_disclosures(old, new), checks=checks)
