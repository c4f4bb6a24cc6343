"""Scans of two documents compared: known for what they are, equal to themselves, different by what is printed."""

from pathlib import Path

from difftool.compare import compare_disclosures
from difftool.pipeline import extract
from tests.read.scan.scans import as_pdf, rendered, scanned

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def printed_and_scanned(name: str, form: str, folder: Path):
    printed = extract(CORPUS / f"{name}.pdf")
    page = next(fact.where.page for fact in printed.facts if fact.statement == form)
    scan = folder / f"{name}.pdf"
    pictures = [scanned(rendered(CORPUS / f"{name}.pdf", each, 200), 0.4, seed=each) for each in (1, page)]
    scan.write_bytes(as_pdf(pictures, 200))
    return printed, extract(scan, folder / "kept")


def changed(comparison, form: str) -> set[tuple[str, ...]]:
    return {
        (change.item, change.measure, str(change.delta), str(change.old and change.old.amount))
        for change in comparison.changes
        if change.statement == form
    }


def test_scans_are_known_equal_to_themselves_and_differ_by_what_is_printed(tmp_path):
    old_print, old = printed_and_scanned("qiwu-2022-budget", "three_public", tmp_path)
    new_print, new = printed_and_scanned("qiwu-2024-budget", "three_public", tmp_path)
    assert [(each.entity, each.year, each.stage) for each in (old, new)] == [
        (each.entity, each.year, each.stage) for each in (old_print, new_print)
    ]
    assert not compare_disclosures(old, old).changes
    expected = changed(compare_disclosures(old_print, new_print), "three_public")
    assert expected
    assert changed(compare_disclosures(old, new), "three_public") == expected
