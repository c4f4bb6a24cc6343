"""The rooms in order: a file is read, its forms and sentences become facts, two disclosures are compared, checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from difftool.model.comparison import Comparison
from difftool.model.disclosure import Disclosure
from difftool.model.problem import NotADisclosure


def extract(path: str | Path) -> Disclosure:
    """What one disclosure says: its forms, facts, reasons and targets, each with its place, and what could not be read.

    Raises a `DifftoolError` where the file cannot be read or holds no disclosure.
    """
    from difftool.forms import read_forms
    from difftool.prose import read_prose
    from difftool.read import read_document

    document = read_document(path)
    forms = read_forms(document)
    prose = read_prose(document, entity=forms.entity, year=forms.year, stage=forms.stage, form_facts=forms.facts)
    if not forms.tables and not prose.facts:
        raise NotADisclosure(path=path)
    return Disclosure(
        entity=forms.entity,
        year=forms.year,
        stage=forms.stage,
        unit=forms.unit,
        source=document.source,
        tables=forms.tables,
        facts=(*forms.facts, *prose.facts),
        reasons=prose.reasons,
        stated_moves=prose.stated_moves,
        indicators=forms.indicators,
        problems=(*document.problems, *forms.problems, *prose.problems),
    )


def compare(old: str | Path, new: str | Path | None = None) -> Comparison:
    """Two disclosures compared; a single final account is compared with the budget figures that it states itself."""
    from difftool.checks import check_between, check_disclosure
    from difftool.compare import compare_disclosures, compare_with_itself

    before = extract(old)
    if new is None:
        alone = compare_with_itself(before)
        return replace(alone, checks=check_disclosure(before, side="new"))
    after = extract(new)
    comparison = compare_disclosures(before, after)
    checks = (
        *check_disclosure(before, side="old"),
        *check_disclosure(after, side="new"),
        *check_between(before, after),
    )
    return replace(comparison, checks=checks)
