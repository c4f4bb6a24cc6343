"""A module that is put off is loaded when it is used, and not before."""

import subprocess
import sys


def said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_reading_pdfs_does_not_load_what_guesses_encodings():
    assert said("import sys, difftool.read.pdf; print('charset_normalizer.api' in sys.modules)") == "False"


def test_a_module_that_is_put_off_is_the_real_one_when_it_is_used():
    code = (
        "import sys; from difftool.read.pdf.later import load_when_used\n"
        "load_when_used('colorsys'); import colorsys; print(type(colorsys).__name__)\n"
        "print(colorsys.ONE_THIRD > 0); from colorsys import ONE_SIXTH; print(ONE_SIXTH is colorsys.ONE_SIXTH)\n"
        "import colorsys as again; print(type(again).__name__)"
    )
    assert said(code).split() == ["Later", "True", "True", "module"]


def test_a_module_that_is_loaded_or_missing_is_left_alone():
    code = (
        "import sys, json; from difftool.read.pdf.later import load_when_used\n"
        "load_when_used('json'); load_when_used('no_such_module')\n"
        "print(sys.modules['json'] is json, 'no_such_module' in sys.modules)"
    )
    assert said(code) == "True False"


def test_reading_pdfs_does_not_ask_which_version_of_pdfminer_is_installed():
    assert said("import sys, difftool.read.pdf; print('importlib.metadata' in sys.modules)") == "False"


def test_a_package_that_is_put_off_is_whole_when_it_is_used():
    code = (
        "import sys; from difftool.read.pdf.later import load_when_used\n"
        "load_when_used('dbm'); import dbm.dumb; print(type(dbm).__name__, 'whichdb' in vars(dbm))\n"
        "print(callable(dbm.whichdb), dbm.dumb is sys.modules['dbm.dumb'], hasattr(dbm, 'no_such_name'))\n"
        "import pdfminer; print(pdfminer.__version__.isdigit())"
    )
    assert said(code).splitlines() == ["LaterPackage False", "True True False", "True"]
