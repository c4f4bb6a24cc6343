"""Sentences become facts, reasons and stated moves."""

from difftool.prose.reader import ProseReading, read_prose

__all__ = ["ProseReading", "read_prose"]
