"""What the kept documents must say: every amount of their facts, in each format, without the tools that made them."""

import csv
import html
import io
import re
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
COLUMNS = ["statement", "item", "name", "measure", "year", "phase", "amount", "quantum", "raw"]


def rows(facts: Path) -> list[dict[str, str]]:
    with facts.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def documents(*suffixes: str) -> list[Path]:
    return sorted(path for suffix in suffixes for path in CORPUS.glob(f"*-*{suffix}"))


def facts_of(document: Path) -> list[dict[str, str]]:
    return rows(document.with_suffix(".facts.csv"))


def printed_raws(document: Path) -> Counter[str]:
    return Counter(row["raw"] for row in facts_of(document))


def words(document: Path) -> str:
    """The words of a document in a format that needs no reader of its own."""
    if document.suffix == ".docx":
        with zipfile.ZipFile(document) as container:
            body = container.read("word/document.xml").decode()
        return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", body)))
    text = document.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "\n", text)) if document.suffix == ".html" else text


@pytest.mark.parametrize("document", documents(".txt", ".html", ".docx"), ids=lambda path: path.name)
def test_every_amount_stands_in_the_words_as_often_as_the_facts_say(document: Path) -> None:
    found = Counter(NUMBER.findall(words(document)))
    assert not printed_raws(document) - found


@pytest.mark.parametrize("document", documents(".xlsx"), ids=lambda path: path.name)
def test_every_form_amount_stands_in_the_workbook_as_a_number(document: Path) -> None:
    """Workbooks keep binary fractions (717.9400000000001), as spreadsheet programs do; the cell's format rounds them."""
    found: Counter[Decimal] = Counter()
    with zipfile.ZipFile(document) as container:
        for name in container.namelist():
            if name.startswith("xl/worksheets/"):
                values = re.findall(r'<c [^>]*t="n"[^>]*><v>([^<]+)</v>', container.read(name).decode())
                found.update(Decimal(value).quantize(Decimal("0.01")) for value in values)
    forms = [row for row in facts_of(document) if row["statement"] != "narrative"]
    assert not Counter(Decimal(row["raw"].replace(",", "")) for row in forms) - found


@pytest.mark.parametrize("document", documents(".pdf"), ids=lambda path: path.name)
def test_every_amount_stands_in_the_pdf(document: Path) -> None:
    from pdfminer.converter import TextConverter
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    out, resources = io.StringIO(), PDFResourceManager()
    device = TextConverter(resources, out, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    with document.open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
    text = out.getvalue()
    short = {raw: count for raw, count in printed_raws(document).items() if text.count(raw) < count}
    assert not short


@pytest.mark.parametrize("document", documents(".pdf"), ids=lambda path: path.name)
def test_pdfs_embed_their_font(document: Path) -> None:
    content = document.read_bytes()
    assert b"/FontFile2" in content
    assert b"+NotoSerifSC" in content


@pytest.mark.parametrize("facts", documents(".facts.csv"), ids=lambda path: path.name)
def test_amount_and_quantum_follow_from_the_print(facts: Path) -> None:
    for row in rows(facts):
        assert list(row) == COLUMNS
        print_, amount, quantum = Decimal(row["raw"].replace(",", "")), Decimal(row["amount"]), Decimal(row["quantum"])
        decimals = len(row["raw"].partition(".")[2])
        unit = quantum.scaleb(decimals)
        assert unit in (1, 10000)
        assert amount == print_ * unit


def test_every_format_is_there_at_least_twice() -> None:
    counts = Counter(path.suffix for path in documents(".pdf", ".txt", ".docx", ".xlsx", ".html"))
    assert len(counts) == 5
    assert min(counts.values()) >= 2


def test_the_folder_stays_small() -> None:
    kept = [path for path in CORPUS.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    size = sum(path.stat().st_size for path in kept if path.name != "font.ttf")
    assert size < 6_000_000


def test_no_two_members_of_a_container_differ_in_time() -> None:
    for document in documents(".docx", ".xlsx"):
        with zipfile.ZipFile(document) as container:
            assert {member.date_time for member in container.infolist()} == {(2025, 1, 1, 0, 0, 0)}
