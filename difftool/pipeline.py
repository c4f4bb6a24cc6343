"""The rooms in order: a file is read, its forms and sentences become facts, two disclosures are compared, checked."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from difftool.model.problem import NotADisclosure, NothingToCompare

if TYPE_CHECKING:
    from difftool.model.comparison import Check, Comparison
    from difftool.model.disclosure import Disclosure
    from difftool.model.document import Document
    from difftool.read.origin import Origin

    CheckedDisclosure = tuple[Disclosure, tuple[Check, ...]]


def extract(origin: Origin, kept: Path | None = None) -> Disclosure:
    """What one disclosure says: its forms, facts, reasons and targets, each with its place, and what could not be read.

    `origin` is a path, of a folder or archive too, a pattern of names, or a sequence of these that is one disclosure.
    What is recognised on scanned pages is kept in the folder `kept`.
    Raises a `DifftoolError` where the file cannot be read or holds no disclosure.
    """
    from difftool.read import read_document

    return disclosure_in(read_document(origin, kept))


def disclosure_in(document: Document) -> Disclosure:
    """What a document says that was read before; raises `NotADisclosure` where it says nothing."""
    from difftool.forms import beside_forms, in_told_unit, read_forms, told_apart, unit_told, without_forms
    from difftool.model.disclosure import Disclosure
    from difftool.proof.borne_out import borne_out
    from difftool.prose import read_prose

    if any(page.recognised for page in document.pages):
        from difftool.codes.spelling import spell_recognised

        document = spell_recognised(document)
    forms = read_forms(document)
    prose = read_prose(document, year=forms.year, stage=forms.stage, form_facts=forms.facts)
    if not forms.unit_printed:
        forms = in_told_unit(document, forms, prose.facts)
    if not forms.tables and not prose.facts:
        raise NotADisclosure(path=document.source.path)
    facts, doubts = borne_out(document, forms.facts, prose.facts, tables=forms.tables, doubtful=forms.doubtful)
    accounting, untold = beside_forms(document, prose.facts, prose.differences, prose.untold)
    problems = (without_forms(forms), told_apart(document, forms), forms.problems, untold, doubts, prose.problems)
    return Disclosure(
        entity=forms.entity,
        year=forms.year,
        stage=forms.stage,
        unit=forms.unit if forms.facts else unit_told(prose.facts) or forms.unit,
        source=document.source,
        tables=forms.tables,
        facts=facts,
        reasons=prose.reasons,
        stated_moves=prose.stated_moves,
        indicators=forms.indicators,
        problems=(*document.problems, *chain.from_iterable(problems)),
        passages=prose.passages,
        accounting=forms.accounting + accounting,
    )


def compare(old: Origin, new: Origin | None = None) -> Comparison:
    """Two disclosures compared; a single final account is compared with the budget figures that it states itself.

    Each side is what `extract` takes. Raises a `DifftoolError` where it cannot be read, and `NothingToCompare` for a
    budget alone.
    """
    return compare_extracted(extract(old), extract(new) if new is not None else None)


def compare_extracted(old: Disclosure, new: Disclosure | None = None) -> Comparison:
    """The comparison of disclosures that were extracted before, with the checks of each and between them.

    Raises `NothingToCompare` for a single document without earlier figures.
    """
    return compare_checked(with_checks(old), None if new is None else with_checks(new))


def check(*origins: Origin) -> list[CheckedDisclosure]:
    """Each disclosure with what does not add up in it, as `checks_html` and its kin take them.

    Each is what `extract` takes, and raises as that does.
    """
    return [with_checks(extract(origin)) for origin in origins]


def with_checks(disclosure: Disclosure) -> CheckedDisclosure:
    """A disclosure and what does not add up in it."""
    from difftool.checks import check_disclosure

    return disclosure, check_disclosure(disclosure)


def compare_checked(old: CheckedDisclosure, new: CheckedDisclosure | None = None) -> Comparison:
    """The comparison of disclosures that were checked before, with their checks and those between them.

    One file given twice is checked once. Raises `NothingToCompare` for a single document without earlier figures.
    """
    from difftool.checks import check_between
    from difftool.compare import compare_disclosures, compare_with_itself

    before, checks_before = old
    if new is None:
        alone = compare_with_itself(before)
        if not alone.pairs:
            stage = "budget" if before.stage == "budget" else "final account"
            raise NothingToCompare(path=before.source.path, stage=stage)
        return replace(alone, checks=checks_before)
    after, checks_after = new
    comparison = compare_disclosures(before, after)
    if before.source.sha256 == after.source.sha256:
        return replace(comparison, checks=checks_after)
    between = check_between(before, after, comparison.moves)
    return replace(
        comparison, checks=(*(replace(check, side="old") for check in checks_before), *checks_after, *between)
    )
