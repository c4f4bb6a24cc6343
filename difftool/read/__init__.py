"""A file becomes a `Document` of pages, paragraphs and grids; what follows never asks which format it came from."""

from difftool.read.reader import read_document

__all__ = ["read_document"]
