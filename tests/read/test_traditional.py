"""Documents in traditional characters say what the same documents say in simplified ones, and tell that they do."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

from difftool.forms import read_forms
from difftool.read import read_document

PAGE = (
    "<h1>某縣水務局2023年度部門決算</h1><p>財政撥款收入支出決算總表</p><p>部門：某縣水務局　金額單位：萬元</p><table>"
    "<tr><td colspan=2>收入</td><td colspan=2>支出</td></tr><tr><td>項目</td><td>決算數</td><td>項目</td><td>決算數</td></tr>"
    "<tr><td>一、一般公共預算財政撥款</td><td>8.00</td><td>一、農林水支出</td><td>8.00</td></tr>"
    "<tr><td>總計</td><td>8.00</td><td>總計</td><td>8.00</td></tr></table><p>用於徵地補償。</p>"
)


def read(tmp_path: Path, page: str):
    path = tmp_path / "made.html"
    path.write_text(page, encoding="utf-8")
    return read_document(path)


def test_a_page_in_traditional_characters_is_read_and_told(tmp_path):
    document = read(tmp_path, PAGE)
    reading = read_forms(document)
    assert {(fact.item, fact.name, str(fact.amount)) for fact in reading.facts} == {
        ("source:general_public", "一般公共预算财政拨款", "80000"),
        ("func:213", "农林水支出", "80000"),
        ("source:total", "总计", "80000"),
        ("use:total", "总计", "80000"),
    }
    assert (reading.entity, reading.year, reading.stage) == ("某县水务局", 2023, "final")
    assert document.pages[0].blocks[-1].text == "用于征地补偿。"
    assert [problem.code for problem in document.problems] == ["traditional-characters"]


def test_a_page_that_only_offers_the_other_script_stays_as_printed(tmp_path):
    document = read(
        tmp_path, "<p>繁體版：預算、決算、財政</p><p>乾县于洪区着力</p><table><tr><td>單</td><td>1.00</td></tr></table>"
    )
    assert document.pages[0].blocks[0].text == "繁體版：預算、決算、財政"
    assert document.problems == ()


def test_no_simplified_character_is_taken_for_a_traditional_one():
    with files("difftool.read").joinpath("traditional.csv").open(encoding="utf-8") as table:
        pairs = {row["traditional"]: row["simplified"] for row in csv.DictReader(table)}
    assert not set(pairs) & set(pairs.values())
    assert all(len(one) == len(other) == 1 for one, other in pairs.items())
    for simplified in pairs.values():
        assert simplified.encode("gb2312")
