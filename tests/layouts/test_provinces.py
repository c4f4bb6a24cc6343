"""Forms as provinces print them that the corpus does not follow: what is read is what the layout says, amount for amount."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("reportlab")

from difftool.checks import check_disclosure
from difftool.pipeline import extract
from tests.layouts.drawing import Drawing, draw
from tests.layouts.notation import form, meant, paper_of, read
from tests.layouts.provincial_budgets import BUDGETS
from tests.layouts.provincial_finals import FINALS

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PAPERS = {("budget", name): forms for name, forms in BUDGETS.items()} | {
    ("final", name): forms for name, forms in FINALS.items()
}


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(CORPUS))
    from maker import paper
    from maker.render import text, web

    return SimpleNamespace(
        Cell=paper.Cell,
        Form=paper.Form,
        Key=paper.Key,
        Paper=paper.Paper,
        positions=paper.positions,
        text=text,
        web=web,
    )


@pytest.mark.parametrize("suffix", ["pdf", "html", "txt"])
@pytest.mark.parametrize(("stage", "province"), PAPERS)
def test_a_province_s_forms_are_read_as_it_prints_them(
    maker: Any, tmp_path: Path, stage: str, province: str, suffix: str
) -> None:
    paper = paper_of(maker, stage, PAPERS[stage, province](partial(form, maker)))
    path = tmp_path / f"made.{suffix}"
    if suffix == "pdf":
        draw(paper, path, Drawing(size=6), maker.positions)
    else:
        {"html": maker.web, "txt": maker.text}[suffix].render(paper, path)
    expected = meant(paper)
    found, problems = read(path)
    assert expected
    assert not sorted(expected - found), "missed"
    assert not sorted(found - expected), "made up"
    assert not {"columns-alike", "unread-amounts", "form-without-title"} & set(problems)


@pytest.mark.parametrize(("stage", "province"), PAPERS)
def test_a_form_whose_sums_hold_contradicts_nothing(maker: Any, tmp_path: Path, stage: str, province: str) -> None:
    """Each form by itself: between forms the figures made up here differ."""
    path = tmp_path / "made.html"
    for one in PAPERS[stage, province](partial(form, maker)):
        maker.web.render(paper_of(maker, stage, [one]), path)
        told = [check.message for check in check_disclosure(extract(path)) if check.status == "fail"]
        assert told == [], one.title
