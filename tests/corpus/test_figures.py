"""What the figures give is what is kept: text, web pages, facts and moves, made anew without any font or office library."""

import csv
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NAMES = sorted(path.stem for path in (CORPUS / "figures").glob("*-*.toml"))
PAIRS = sorted((CORPUS / "moves").glob("*.json"))


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(CORPUS))
    import maker.budget
    import maker.facts
    import maker.figures
    import maker.final
    import maker.misprints
    import maker.moves
    import maker.render.text
    import maker.render.web

    yield maker
    for name in [name for name in sys.modules if name.split(".")[0] == "maker"]:
        monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("name", NAMES)
def test_figures_give_the_kept_text_pages_and_facts(name: str, maker: ModuleType, tmp_path: Path) -> None:
    figures = maker.figures.load(CORPUS / "figures", name)
    make = maker.budget.budget if figures.stage == "budget" else maker.final.final_account
    paper = make(figures)
    if figures.misprints:
        maker.misprints.apply(figures, paper, tmp_path / f"{name}.json")
    maker.facts.write(paper, tmp_path / f"{name}.facts.csv")
    if "txt" in figures.formats:
        maker.render.text.render(paper, tmp_path / f"{name}.txt")
    if "html" in figures.formats:
        maker.render.web.render(paper, tmp_path / f"{name}.html")
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (CORPUS / made.name).read_bytes(), made.name
    for kind in figures.formats:
        assert (CORPUS / f"{name}.{kind}").exists()


def test_figures_give_the_kept_moves(maker: ModuleType, tmp_path: Path) -> None:
    maker.moves.write(CORPUS / "figures", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in PAIRS}
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (CORPUS / "moves" / made.name).read_bytes(), made.name


@pytest.mark.parametrize("pair", PAIRS, ids=lambda path: path.stem)
def test_moves_and_real_changes_explain_each_line(pair: Path) -> None:
    """Old, with what moved and what really changed, is new; no line gives more than it had."""
    gold = json.loads(pair.read_text(encoding="utf-8"))
    shift: dict[str, Decimal] = {}
    for move in gold["moves"]:
        sides = [sum(Decimal(part["amount"]) for part in move[side]) for side in ("from", "to")]
        assert sides[0] == sides[1] == Decimal(move["amount"])
        for sign, side in ((-1, "from"), (1, "to")):
            for part in move[side] if move["measure"] == "total" else []:
                shift[part["item"]] = shift.get(part["item"], Decimal(0)) + sign * Decimal(part["amount"])
    changed = {row["item"]: row for row in gold["changes_like_for_like"]}
    for item, row in changed.items():
        assert Decimal(row["old"]) + shift.get(item, Decimal(0)) + Decimal(row["like_for_like"]) == Decimal(row["new"])
        assert Decimal(row["old"]) + min(shift.get(item, Decimal(0)), Decimal(0)) >= 0
    assert set(shift) <= set(changed)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda path: path.stem)
def test_moves_speak_of_what_the_documents_print(pair: Path) -> None:
    gold = json.loads(pair.read_text(encoding="utf-8"))
    printed = {}
    for side in ("old", "new"):
        with (CORPUS / f"{gold[side]}.facts.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        year = max(row["year"] for row in rows)
        printed[side] = {
            row["item"]: Decimal(row["amount"])
            for row in rows
            if (row["statement"], row["measure"], row["year"]) == ("general_public", "total", year)
        }
    for row in gold["changes_like_for_like"]:
        for side in ("old", "new"):
            assert printed[side].get(row["item"], Decimal(0)) == Decimal(row[side])
    told = {row["item"] for row in gold["changes_like_for_like"]}
    items = {item for side in printed.values() for item in side if len(item) == len("func:2010450")}
    assert {item for item in items if printed["old"].get(item, 0) != printed["new"].get(item, 0)} == told


def test_the_demonstration_says_what_moved() -> None:
    """株洲 2024: 56.78 万元 of 事业运行 became 其他发展与改革事务支出."""
    gold = json.loads((CORPUS / "moves/zhuzhou-2024-budget--zhuzhou-2024-final.json").read_text(encoding="utf-8"))
    assert [(m["from"][0]["item"], m["to"][0]["item"], m["amount"]) for m in gold["moves"]] == [
        ("func:2010450", "func:2010499", "567800")
    ]
    rows = {row["item"]: (row["old"], row["new"]) for row in gold["changes_like_for_like"]}
    assert rows["func:2010450"] == ("4764100", "3538700")
    assert rows["func:2010499"] == ("0", "567800")
