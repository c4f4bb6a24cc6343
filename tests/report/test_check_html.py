"""The page of findings: offline, in both languages, with the printed rows of each finding."""

import re
from pathlib import Path

import pytest

from difftool.checks import check_disclosure
from difftool.pipeline import extract
from difftool.report import checks_html
from difftool.report.language import LANGUAGES

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.mark.parametrize("suffix", ["pdf", "txt"])
def test_every_finding_is_told_with_its_printed_rows(suffix: str) -> None:
    disclosure = extract(CORPUS / f"yunxiu-2024-contradictions.{suffix}")
    checks = check_disclosure(disclosure)
    fails = [check for check in checks if check.status == "fail"]
    page = checks_html([(disclosure, checks)])
    assert page.count('<li class="finding') == len(fails)
    for check in fails:
        assert check.message in page
        assert f"difftool explain {check.rule}" in page
    assert page.count("<figure>") >= len(fails)
    assert ("data:image/png;base64," in page) == (suffix == "pdf")
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page


def test_a_row_that_a_finding_reads_in_several_cells_is_shown_once() -> None:
    disclosure = extract(CORPUS / "yunxiu-2024-contradictions.pdf")
    checks = [check for check in check_disclosure(disclosure) if check.rule == "three-public-sum"]
    assert len(checks[0].cells) > 1
    assert checks_html([(disclosure, checks)]).count("<figure>") == 1


def test_english_names_rules_in_english_and_lines_as_printed() -> None:
    disclosure = extract(CORPUS / "yunxiu-2024-contradictions.txt")
    page = checks_html([(disclosure, check_disclosure(disclosure))], language=LANGUAGES[1])
    assert "20126 档案事务" in page
    assert "Codes add up to the code above them and to the total" in page


def test_a_document_without_findings_says_so() -> None:
    disclosure = extract(CORPUS / "qiwu-2024-final.txt")
    page = checks_html([(disclosure, check_disclosure(disclosure))])
    assert "0 处自相矛盾，0 处尾差、格式或措辞；" in page
    assert "finding" not in page.partition("<main")[2]


def test_a_chinese_page_gives_reasons_in_chinese_and_contradictions_first() -> None:
    disclosure = extract(CORPUS / "zhuzhou-2024-final.pdf")
    page = checks_html([(disclosure, check_disclosure(disclosure)[::-1])]).partition("<main")[2]
    assert "三公”经费：文字与表格</summary><p>文字是对“三公”经费表的说明；" in page
    assert "The text explains" not in page
    grades = re.findall(r'<span class="tag">(.+?)</span>', page)
    assert len(set(grades)) > 1
    assert grades == sorted(grades, key=["自相矛盾", "格式", "措辞", "尾差"].index)
