"""The rooms in order: a file is read, its forms and sentences become facts, two disclosures are compared, checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from difftool.model.file_problems import SeveralDisclosures
from difftool.model.form_problems import NoForms, UnitNotPrinted, UsualUnitTaken
from difftool.model.problem import NotADisclosure, NothingToCompare, Problem

if TYPE_CHECKING:
    from difftool.forms import FormsReading
    from difftool.model.comparison import Check, Comparison
    from difftool.model.disclosure import Disclosure
    from difftool.model.document import Document
    from difftool.model.fact import Fact
    from difftool.read.origin import Origin

    CheckedDisclosure = tuple[Disclosure, tuple[Check, ...]]

SAME_FORMS = 3  # forms that two files print both: then each is a disclosure of its own


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
    from difftool.checks.proof import prove
    from difftool.forms import beside_forms, read_forms
    from difftool.model.disclosure import Disclosure
    from difftool.prose import read_prose

    scanned = any(page.recognised for page in document.pages)
    if scanned:
        from difftool.codes.spelling import spell_recognised

        document = spell_recognised(document)
    forms = read_forms(document)
    prose = read_prose(document, year=forms.year, stage=forms.stage, form_facts=forms.facts)
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
    if not empty:
        return (NoForms.at(found="no forms were found", found_zh="没有找到表格"),)
    found = f"{empty} {'form' if empty == 1 else 'forms'} found, without amounts"
    return (NoForms.at(found=found, found_zh=f"找到 {empty} 张表，都没有金额"),)


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
    return (SeveralDisclosures.at(told=told),)


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
    kind = UnitNotPrinted if agreeing(best) else UsualUnitTaken
    return replace(best, problems=(kind.at(unit=best.unit), *best.problems))


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
