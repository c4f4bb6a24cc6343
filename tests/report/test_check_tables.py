import csv
import io
import json
from pathlib import Path

import openpyxl
from msgspec.structs import replace

from difftool.checks import check_disclosure
from difftool.model.comparison import CONTRADICTION, Check, Comparison
from difftool.model.form_problems import SumsFail, UnreadAmounts
from difftool.model.place import LinePlace
from difftool.pipeline import extract
from difftool.report import checks_csv, checks_html, checks_json, checks_markdown, checks_text, checks_workbook
from difftool.report.check_forms import Checked

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
HOSTILE = "=1|<b>\u202e\n[x](y)"


def checked(comparison: Comparison, text: str = "") -> Checked:
    checks = [
        replace(check, message=text + check.message, expected=text or check.expected) for check in comparison.checks
    ]
    return [(comparison.new, checks)]


def test_csv_tells_every_check_with_its_places(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(checks_csv(checked(comparison)), newline="")))
    assert [(row["file"], row["rule"], row["status"], row["where"]) for row in rows] == [
        ("2024-final.pdf", "children_add_up", "pass", "第 5 页"),
        ("2024-final.pdf", "narrative_agrees", "fail", "第 8 页、第 16 页"),
    ]


def test_markdown_tells_findings_and_counts_the_rest(comparison: Comparison) -> None:
    text = checks_markdown(checked(comparison))
    assert text.startswith("# 2024-final.pdf\n\n株洲市发展和改革委员会，2024 年决算\n")
    assert (
        "| 不符 | 公务接待费：文字写 11.02 万元，表中为 11.20 万元 | 11.20 | 11.02 | narrative\\_agrees | 第 8 页、第 16 页 |"
        in text
    )
    assert "各项之和与款一致" not in text
    assert text.endswith("1 处自相矛盾，0 处尾差、格式或措辞；1 项规则全部相符；0 项不适用或无法判定。\n")
    assert checks_markdown(checked(comparison), "en").endswith(
        "1 contradictions, 0 matters of rounding, form or wording; 1 rules hold throughout; 0 do not apply or could not be judged.\n"
    )


def test_the_workbook_tells_every_check(comparison: Comparison) -> None:
    book = openpyxl.load_workbook(io.BytesIO(checks_workbook(checked(comparison))))
    rows = list(book["核对"].iter_rows(min_row=2, values_only=True))
    assert [row[:3] for row in rows] == [
        ("2024-final.pdf", "相符", "children_add_up"),
        ("2024-final.pdf", "不符", "narrative_agrees"),
    ]


def test_hostile_messages_are_text(comparison: Comparison) -> None:
    spoiled = checked(comparison, HOSTILE)
    (_, row) = csv.DictReader(io.StringIO(checks_csv(spoiled), newline=""))
    assert row["message"].startswith("'=1|<b>[U+202E] [x](y)")
    assert "\\|\\<b\\>\\[U+202E\\] \\[x\\](y)" in checks_markdown(spoiled)
    book = openpyxl.load_workbook(io.BytesIO(checks_workbook(spoiled)))
    assert {cell.data_type for row in book["核对"].iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert book["核对"]["E2"].value == "=1|<b>[U+202E]\n[x](y)"


def test_text_tells_contradictions_first_and_counts_them_apart() -> None:
    """In 国家信访局's final account two contradictions stood below five sums that rounding explains, all "15 处不符"."""
    disclosure = extract(CORPUS / "zhuzhou-2024-final.pdf")
    lines = checks_text([(disclosure, check_disclosure(disclosure)[::-1])]).splitlines()
    grades = [line[3 : line.index("]")] for line in lines if line.startswith("  [")]
    assert grades == sorted(grades, key=["自相矛盾", "格式", "措辞", "尾差"].index)
    grave = grades.count("自相矛盾")
    assert 0 < grave < len(grades)
    assert lines[-1].startswith(f"  {grave} 处自相矛盾，{len(grades) - grave} 处尾差、格式或措辞；")


def test_what_could_not_be_read_is_told_beside_the_findings() -> None:
    """`check` said of a form whose columns were swapped that nothing contradicts itself, and left its 17 amounts out."""
    disclosure = extract(CORPUS / "qinglan-2023-budget.txt")
    unread = UnreadAmounts.at(LinePlace(7), form="收支总表", form_zh="收支总表", count=17, shown="0.00、1.00")
    failing = SumsFail.at(LinePlace(8), form="收支总表", count=1, sums="合计 1.00")
    checked = [(replace(disclosure, problems=(unread, failing)), check_disclosure(disclosure))]
    for told in (checks_text(checked), checks_markdown(checked), checks_html(checked)):
        assert "17" in told
        assert "没能读出" in told
        assert "勾稽不符" in told
    contradicted = [(checked[0][0], [Check("code-tree", "new", "fail", "1", "2", (), "差 1", grade=CONTRADICTION)])]
    assert "勾稽不符" not in checks_text(contradicted)  # told by the rule
    assert "17" in checks_text(contradicted)
    assert [each["code"] for each in json.loads(checks_json(checked))["documents"][0]["problems"]] == [
        "unread-amounts",
        "sums-fail",
    ]
