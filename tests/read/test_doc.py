"""Old Word files: LibreOffice converts them; without it, or where it fails, one line says so. A stand-in plays it."""

from __future__ import annotations

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from difftool.model.bounds import Bounds, bounded
from difftool.model.problem import DamagedFile, NeedsLibreOffice, TookTooLong
from difftool.pipeline import extract
from difftool.read import read_document
from tests.read.formats import assert_no_differences, documents, extracted, facts

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8) + "WordDocument".encode("utf-16-le") + bytes(9)
WORD = documents(".docx")[0]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "budget.txt"  # the name says nothing
    path.write_bytes(OLD)
    return path


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program by the name of LibreOffice's that does what the script says."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


CONVERTS = f"""while [ $# -gt 1 ]; do if [ "$1" = --outdir ]; then out="$2"; fi; shift; done
mkdir -p "$out" && cp "{WORD}" "$out/given.docx" """


def test_an_old_word_file_says_what_its_conversion_says(old, tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, CONVERTS)
    found = extract(old)
    assert found.source.format == "doc"
    assert found.source.sha256 != extracted(WORD).source.sha256
    assert facts(found) == facts(extracted(WORD))
    assert_no_differences(found, extracted(WORD))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_itself_reads_the_old_word_file_that_it_made(tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(WORD)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = tmp_path / f"{WORD.stem}.doc"
    assert made.read_bytes().startswith(OLD[:8])
    assert facts(extract(made)) == facts(extracted(WORD))


def test_without_libreoffice_the_message_says_what_to_do(old, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NeedsLibreOffice, match=r"soffice.*\.docx"):
        read_document(old)


def test_a_file_that_libreoffice_makes_nothing_of_is_damaged(old, tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(DamagedFile):
        read_document(old)


def test_a_conversion_that_does_not_end_is_ended(old, tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "exec sleep 30")
    with bounded(Bounds(seconds=0.2)), pytest.raises(TookTooLong):
        read_document(old)
