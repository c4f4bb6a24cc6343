"""What is read beforehand, so that a document finds ready what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from difftool.model.fact import NARRATIVE
from difftool.rehearsal import rehearsed

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
COUNTING = """
import sys
from pathlib import Path
from difftool import pattern
from difftool.pipeline import disclosure_in
from difftool.read import read_document

compiled = []
ask = pattern.LazyPattern.__getattr__
def counted(self, name):
    compiled.append(self)
    return ask(self, name)
pattern.LazyPattern.__getattr__ = counted
document = read_document(Path(sys.argv[1]))
if sys.argv[2] == "after":
    from difftool.rehearsal import rehearsed
    rehearsed()
    compiled.clear()
disclosure_in(document)
print(len(compiled))
"""


def compiled(document: str, rehearsal: str) -> int:
    """How many patterns are compiled for a document, "after" the rehearsal or "without" it."""
    command = [sys.executable, "-c", COUNTING, str(CORPUS / document), rehearsal]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("document", ["zhuzhou-2024-final.pdf", "changsha-2023-budget.pdf", "qinglan-2025-budget.html"])
def test_after_the_rehearsal_hardly_a_pattern_is_left_to_compile(document):
    assert compiled(document, "after") < compiled(document, "without") / 10


def test_the_rehearsal_has_no_fault():
    disclosure = rehearsed()
    assert disclosure.problems == ()
    assert {"summary", "expenditure", "general_public_basic", "three_public", NARRATIVE} <= {
        fact.statement for fact in disclosure.facts
    }
