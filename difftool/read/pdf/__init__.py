"""PDF: what a page prints (glyph runs and rulings), and above it the tables and paragraphs that a reader sees."""

from difftool.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
