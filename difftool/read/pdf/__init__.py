"""PDF: what a page prints (glyph runs and rulings), and above it the tables and paragraphs that a reader sees."""

from difftool.read.pdf.later import load_when_used

# pdfminer.six imports it to guess the encoding of file names, which no disclosure asks for: a tenth of all imports.
load_when_used("charset_normalizer")
# The package's own file only looks up which version is installed, for which it reads and parses mail headers.
load_when_used("pdfminer")

from difftool.read.pdf.reader import read_pdf  # noqa: E402

__all__ = ["read_pdf"]
