import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from difftool.checks.names import COLUMNS
from difftool.model.comparison import Comparison
from difftool.report import comparison_html
from difftool.report.language import catalogue, say, speaking, spoken

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
FIELD = re.compile(r"\{(\w+)\}")
# Units as documents print them, and marks that are stripped, joined or split at: nothing that is said.
NOT_SAID = {"元", "万亿元%", "。.", "[^，。；]+?(?:[，。；]|(?=只是换了科目)|$)"}


def phrases() -> Iterator[str]:
    """Every Chinese phrase of the code and templates of the HTML report, and the names of columns that it shares."""
    yield from COLUMNS.values()
    for path in (ROOT / "difftool" / "report").glob("*.py"):
        code = path.read_text(encoding="utf-8")
        if "from difftool.report.language import" not in code:
            continue
        tree = ast.parse(code)
        remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
                yield node.value
    for path in (ROOT / "templates").glob("*.html"):
        yield from re.findall(r'say\("([^"]*)"', path.read_text(encoding="utf-8"))


def test_every_phrase_has_its_english_and_no_english_is_left_over() -> None:
    said = {phrase for phrase in phrases() if CHINESE.search(phrase)} - NOT_SAID
    assert said == {phrase for phrase in catalogue("en") if CHINESE.search(phrase)}
    assert set(catalogue("en")) <= set(phrases())


def test_a_phrase_has_the_same_fields_in_every_language() -> None:
    fields = {
        phrase: (set(FIELD.findall(phrase)), set(FIELD.findall(words))) for phrase, words in catalogue("en").items()
    }
    assert {phrase: both for phrase, both in fields.items() if not both[1] <= both[0]} == {}


def test_no_english_phrase_is_chinese() -> None:
    chinese = {phrase: words for phrase, words in catalogue("en").items() if CHINESE.search(words)}
    assert set(chinese) == {"金额单位：万元，小数位数与原文相同。"}  # names the printed unit


def test_no_template_holds_words_that_are_not_said() -> None:
    for path in (ROOT / "templates").glob("*.html"):
        unsaid = re.sub(r'say\("[^"]*"', "", path.read_text(encoding="utf-8"))
        assert set(CHINESE.findall(unsaid)) <= set("《》"), path.name
    assert CHINESE.findall((ROOT / "templates" / "report.js").read_text(encoding="utf-8")) == []


def test_a_language_is_spoken_only_inside() -> None:
    with speaking("en"):
        assert say("{page} 页", page=5) == "p. 5"
    assert (spoken(), say("{page} 页", page=5)) == ("zh-CN", "5 页")
    with pytest.raises(ValueError, match="no such language"), speaking("fr"):
        pass


def test_an_english_report_tells_amounts_in_yuan(comparison: Comparison) -> None:
    html = comparison_html(comparison, language="en")
    heading = re.search(r"<h1><span>(.*?)</span></h1>", html)
    assert heading is not None
    assert heading[1].replace("\N{NO-BREAK SPACE}", " ") == (
        "2024 final account: expenditure 40,962,200 yuan, 1,191,600 yuan (−2.8%) less than 2024 budget. "
        "Another 567,800 yuan only changed its line: no rise or fall."
    )
    assert '<html lang="en">' in html
    assert "Money changed its line: 事业运行 → 其他发展与改革事务支出, 567,800\N{NO-BREAK SPACE}yuan." in html
