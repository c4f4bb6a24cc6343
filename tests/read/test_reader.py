"""Files are told by their first bytes; every file that cannot be read is a declared error of one line."""

import zipfile

import pytest

from difftool.model.problem import CannotOpen, DamagedFile, DifftoolError, EmptyFile, NoText, NothingInIt, UnknownFormat
from difftool.read import read_document


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("empty.pdf", b"", EmptyFile),
        ("blank.txt", b" \n\n", EmptyFile),
        ("table.xlsx", b"PK\x03\x04 rest of a workbook", DamagedFile),
        ("renamed.pdf", b"just some words", DamagedFile),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", DamagedFile),
        ("page.html", b"<!DOCTYPE html><html><body></body></html>", NothingInIt),
        ("noise.bin", bytes(range(256)) * 4, UnknownFormat),
    ],
)
def test_what_cannot_be_read_is_told_by_name(tmp_path, name, content, error):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error) as caught:
        read_document(path)
    assert isinstance(caught.value, DifftoolError)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("urn:schemas-microsoft-com:office:spreadsheet", ".xlsx"),
        ("http://schemas.microsoft.com/office/word/2003/wordml", ".docx"),
        ("http://schemas.microsoft.com/office/2006/xmlPackage", ".docx"),
    ],
)
def test_office_files_of_one_xml_are_told_by_what_they_are(tmp_path, name, says):
    # Office systems of 2003 export such files as 报表.xls and 说明.doc.
    path = tmp_path / "报表.xls"
    path.write_text(
        f'<?xml version="1.0"?>\n<?mso-application?>\n<root xmlns="{name}">收入决算表</root>', encoding="utf-8"
    )
    with pytest.raises(UnknownFormat, match=says):
        read_document(path)


def test_a_picture_is_told_what_it_needs_where_recognition_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setattr("difftool.read.picture_file.find_spec", lambda name: None)
    path = tmp_path / "photo.pdf"
    path.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    with pytest.raises(NoText, match=r"difftool\[ocr\]"):
        read_document(path)


def test_a_page_named_pdf_and_an_archive_that_begins_with_a_pdf_are_told_by_what_they_are(tmp_path):
    page = tmp_path / "page.pdf"
    page.write_text("<html><p>收入合计</p></html>", encoding="utf-8")
    assert read_document(page).source.format == "html"
    archive = tmp_path / "both.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.pdf", "%PDF-1.7\n")
    with pytest.raises(DamagedFile, match=r"both\.zip/a\.pdf"):
        read_document(archive)


def test_a_missing_file_and_a_folder_cannot_be_opened(tmp_path):
    for path in (tmp_path / "missing.pdf", tmp_path):
        with pytest.raises(CannotOpen):
            read_document(path)


def test_the_source_names_the_file_by_its_content(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("一\t1\n", encoding="utf-8")
    other = tmp_path / "b.txt"
    other.write_text("一\t1\n", encoding="utf-8")
    assert read_document(path).source.sha256 == read_document(other).source.sha256
