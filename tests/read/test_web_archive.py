"""Pages that a browser or an office program saved in a single file say what the same pages say saved alone."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from difftool.forms import read_forms
from difftool.model.document import Grid
from difftool.model.problem import NothingInIt, TooDeep
from difftool.read import read_document
from difftool.read.web_archive import MOST_PARTS

PAGE = (
    "<html><body><h1>2023年度部门决算</h1><p>支出决算表</p><p>部门：某县水务局　金额单位：元</p>"
    "<table><tr><td>项目<td>本年支出合计<tr><td>农林水支出<td>7.00</table></body></html>"
)


def part(kind: str, body: bytes, encoding: str) -> bytes:
    coded = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
        "8bit": bytes,
    }[encoding](body)
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + coded


def archive(tmp_path: Path, *parts: bytes, boundary: str = "----MultipartBoundary--1") -> Path:
    head = f'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n'
    path = tmp_path / "made.mhtml"
    path.write_bytes(head.encode() + b"".join(b"\r\n--" + boundary.encode() + b"\r\n" + each for each in parts))
    return path


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "quoted-printable"), ("gb18030", "base64"), ("utf-16", "base64"), ("gbk", "8bit")],
)
def test_a_page_in_a_single_file_is_read_as_the_page(charset, encoding, tmp_path):
    path = archive(tmp_path, part("text/html", PAGE.encode(charset), encoding), part("image/png", b"\x89PNG", "base64"))
    document = read_document(path)
    reading = read_forms(document)
    assert {(fact.item, str(fact.amount)) for fact in reading.facts} == {("func:213", "7")}
    assert (document.source.format, reading.entity, document.problems) == ("html", "某县水务局", ())


def test_pages_in_frames_follow_the_page_that_shows_them(tmp_path):
    # A workbook saved as one web page: its sheets are parts of their own.
    frame = b"<html><body><p>2023</p></body></html>"
    path = archive(tmp_path, part("text/html", frame, "8bit"), *[part("text/html", PAGE.encode(), "base64")] * 2)
    grids = [block for _, block in read_document(path).blocks() if isinstance(block, Grid)]
    assert [grid.place.table for grid in grids] == [1, 2]


def test_an_archive_without_a_page_and_one_of_endless_parts_are_answered(tmp_path):
    with pytest.raises(NothingInIt):
        read_document(archive(tmp_path, part("image/png", b"\x89PNG", "base64")))
    many = archive(tmp_path, *[b""] * (2 * MOST_PARTS), part("text/html", PAGE.encode(), "8bit"), boundary="-")
    with pytest.raises(NothingInIt):
        read_document(many)


def test_messages_nested_without_end_are_answered(tmp_path):
    nested = b"".join(
        b'--%d\r\nContent-Type: multipart/mixed; boundary="%d"\r\n\r\n' % (depth, depth + 1) for depth in range(3000)
    )
    path = tmp_path / "nested.mhtml"
    path.write_bytes(b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="0"\r\n\r\n' + nested)
    with pytest.raises(TooDeep):
        read_document(path)


def test_a_text_that_speaks_of_such_messages_is_a_text(tmp_path):
    path = tmp_path / "made.txt"
    path.write_text("MIME-Version and multipart/related; boundary=x are words of mail.\n", encoding="utf-8")
    assert read_document(path).source.format == "text"
