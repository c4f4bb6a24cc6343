"""What `import difftool` gives."""

import subprocess
import sys

import pytest

import difftool


@pytest.mark.parametrize("name", difftool.__all__)
def test_every_name_is_there_and_says_what_it_gives(name: str) -> None:
    known = getattr(difftool, name)
    assert name == "__version__" or known.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="comparison_pdf"):
        _ = difftool.comparison_pdf


def test_importing_and_comparing_loads_no_library_of_another_form() -> None:
    code = (
        "import sys, difftool; difftool.comparison_markdown\n"
        "print([name for name in ('rich', 'xlsxwriter', 'pdfminer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_comparison_is_loaded_when_it_is_first_made() -> None:
    code = (
        "import sys, difftool; assert callable(difftool.compare)\n"
        "print([name for name in sys.modules if name.startswith(('difftool.compare.', 'difftool.report.', 'multi'))])\n"
        "from difftool.compare import compare_disclosures\n"
        "print(compare_disclosures.__module__, callable(difftool.compare))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["[]", "difftool.compare.comparison True", ""]
