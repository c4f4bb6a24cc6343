"""Small PDFs written byte by byte, so that each test says exactly what stands on its page."""

from __future__ import annotations

import zlib

import pytest
from msgspec import Struct, field

WIDTH, HEIGHT = 595.0, 842.0
CID_FONT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] >>"
)
TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"3 beginbfchar <0001> <6C11> <0002> <2EA0> <0003> <FF11> endbfchar\nendcmap end end"
)
FONTS = {
    "Song": b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [" + CID_FONT + b"] >>",
    "Gbk": b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-GBK-EUC-H /Encoding /GBK-EUC-H "
    b"/DescendantFonts [" + CID_FONT + b"] >>",
    "Upright": b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-V /Encoding /UniGB-UCS2-V "
    b"/DescendantFonts [" + CID_FONT + b"] >>",
    "Helvetica": b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "Drawn": b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
    b"/CharProcs << >> /Encoding << /Differences [49 /one /two] >> /FirstChar 49 /LastChar 50 /Widths [500 500] >>",
}


class Sheet(Struct):
    """One page under construction; all places are points from its top-left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    entries: str = ""
    content: list[bytes] = field(default_factory=list)

    def raw(self, operators: str | bytes) -> Sheet:
        self.content.append(operators if isinstance(operators, bytes) else operators.encode("latin-1"))
        return self

    def text(self, x: float, baseline: float, text: str, size: float = 10, font: str = "Song") -> Sheet:
        encoding = {"Gbk": "gbk", "Helvetica": "latin-1", "Drawn": "latin-1"}.get(font, "utf-16-be")
        shown = text.encode(encoding).hex()
        return self.raw(f"BT /{font} {size} Tf 1 0 0 1 {x} {self.height - baseline} Tm <{shown}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        return self.raw(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def bar(self, left: float, top: float, right: float, bottom: float) -> Sheet:
        return self.raw(f"{left} {self.height - bottom} {right - left} {bottom - top} re f")

    def lattice(self, xs: list[float], ys: list[float]) -> Sheet:
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self


def build(*sheets: Sheet, objects: dict[int, bytes] | None = None, resources: str = "", trailer: str = "") -> bytes:
    """The bytes of a PDF with these pages. `objects` are added as they are, from number 900 up."""
    numbered: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    fonts = ""
    for index, (name, font) in enumerate(FONTS.items(), start=500):
        numbered[index] = font
        fonts += f"/{name} {index} 0 R "
    numbered[498] = stream(TO_UNICODE)
    numbered[499] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Radicals /Encoding /Identity-H /ToUnicode 498 0 R "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Radicals "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>] >>"
    )
    kids = ""
    for index, sheet in enumerate(sheets):
        page, content = 10 + 2 * index, 11 + 2 * index
        kids += f"{page} 0 R "
        numbered[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate} "
            f"{sheet.entries} /Contents {content} 0 R "
            f"/Resources << /Font << {fonts} /Radicals 499 0 R >> {resources} >> >>"
        ).encode()
        numbered[content] = stream(b"\n".join(sheet.content))
    numbered[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode()
    numbered.update(objects or {})
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in numbered.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += f"trailer << /Size {max(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, entries: str = "", compress: bool = True) -> bytes:
    """A stream object's body."""
    if compress:
        data = zlib.compress(data)
        entries += " /Filter /FlateDecode"
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)


class Maker:
    """What the tests draw with."""

    Sheet = Sheet
    build = staticmethod(build)
    stream = staticmethod(stream)


@pytest.fixture(scope="session")
def pdf() -> type[Maker]:
    return Maker
