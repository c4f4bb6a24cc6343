"""Narrative and forms published apart, folders, archives and patterns: one disclosure whose places name their files."""

from __future__ import annotations

import io
import stat
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from difftool.batch import extract_all
from difftool.model.bounds import Bounds, bounded
from difftool.model.problem import CannotOpen, DamagedFile, NotFetched, TooLarge, TooManyBytes, UnsafeFile
from difftool.pipeline import compare, extract
from difftool.read import origin, package
from tests.read.formats import CORPUS, REAL, extracted, facts

WHOLE = CORPUS / "qinglan-2025-budget.txt"
HEADING_OF_FORMS = "第二部分 2025年部门预算表"


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """The text of a budget in two files, as Beijing publishes it: what is said, and what stands in forms."""
    words, _, forms = WHOLE.read_text(encoding="utf-8").rpartition(HEADING_OF_FORMS)
    folder = tmp_path / "2025"
    folder.mkdir()
    (folder / "附件2 说明.txt").write_text(words, encoding="utf-8")
    (folder / "附件10 报表.txt").write_text(forms, encoding="utf-8")
    return folder


def zipped(folder: Path, encoding: str = "utf-8") -> bytes:
    """An archive of the files of a folder; names in another encoding than UTF-8 come without its mark."""
    names = {path.name.encode(encoding): path for path in sorted(folder.iterdir())}
    if encoding == "utf-8":
        return archive_of({path.name: path.read_bytes() for path in names.values()})
    # zipfile marks every name that is not ASCII as UTF-8: names of the same length stand in and are written over.
    stand_ins = {chr(65 + at) * len(name): name for at, name in enumerate(names)}
    data = archive_of({stand_in: names[name].read_bytes() for stand_in, name in stand_ins.items()})
    for stand_in, name in stand_ins.items():
        data = data.replace(stand_in.encode(), name)
    return data


def test_the_files_of_a_folder_say_what_the_whole_document_says(apart):
    whole, found = extracted(WHOLE), extract(apart)
    assert facts(found) == facts(whole)
    assert (found.entity, found.year, found.stage, found.unit) == (whole.entity, whole.year, whole.stage, whole.unit)
    assert [(reason.item, reason.text) for reason in found.reasons] == [
        (reason.item, reason.text) for reason in whole.reasons
    ]


def test_every_place_names_its_file_and_the_source_lists_them_as_people_count(apart):
    found = extract(apart)
    assert [file.name for file in found.source.files] == ["附件2 说明.txt", "附件10 报表.txt"]
    assert {fact.where.file for fact in found.facts if fact.statement == "narrative"} == {"附件2 说明.txt"}
    assert {table.where.file for table in found.tables} == {"附件10 报表.txt"}
    fact = found.facts[0]
    line = (apart / fact.where.file).read_text(encoding="utf-8").splitlines()[fact.where.line - 1]
    assert fact.raw in line
    assert fact.where.as_dict()["file"] == fact.where.file


def test_a_folder_an_archive_a_pattern_and_a_list_are_the_same_disclosure(apart, tmp_path):
    archive = tmp_path / "2025.zip"
    archive.write_bytes(zipped(apart))
    expected = facts(extract(apart))
    for given in (archive, str(apart / "*.txt"), sorted(apart.iterdir()), str(tmp_path / "20*" / "附件*")):
        assert facts(extract(given)) == expected


def test_a_pattern_written_with_backslashes_is_one_everywhere(apart, monkeypatch):
    expected = facts(extract(apart))
    monkeypatch.chdir(apart.parent)
    assert facts(extract(f"{apart.name}\\*.txt")) == expected
    assert facts(extract(f".\\{apart.name}")) == expected


def test_names_in_an_archive_made_on_a_chinese_system_are_read(apart, tmp_path):
    archive = tmp_path / "2025.zip"
    archive.write_bytes(zipped(apart, "gb18030"))
    assert {file.name for file in extract(archive).source.files} == {path.name for path in apart.iterdir()}


def test_an_archive_in_a_folder_is_part_of_the_disclosure(apart, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "全部.zip").write_bytes(zipped(apart))
    found = extract(folder)
    assert [file.name for file in found.source.files] == ["全部.zip/附件2 说明.txt", "全部.zip/附件10 报表.txt"]


def test_a_disclosure_in_several_files_has_no_differences_with_the_whole(apart):
    comparison = compare(WHOLE, apart)
    assert not [change for change in comparison.changes if change.delta]
    assert not comparison.moves


def test_what_systems_leave_behind_is_passed_over(apart):
    expected = facts(extract(apart))
    (apart / ".DS_Store").write_bytes(b"\0\1")
    (apart / "~$附件10 报表.txt").write_bytes(b"\0\1")
    (apart / "__MACOSX").mkdir()
    (apart / "__MACOSX" / "._报表.txt").write_bytes(b"\0\1")
    found = extract(apart)
    assert facts(found) == expected
    assert not [problem for problem in found.problems if problem.code == "unread-file"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(apart):
    expected = facts(extract(apart))
    (apart / "公章.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = extract(apart)
    assert facts(found) == expected
    (told,) = (problem.message for problem in found.problems if problem.code == "unread-file")
    assert told.startswith("公章.png")


def test_the_same_document_in_a_second_format_is_read_once(apart, tmp_path):
    folder = tmp_path / "twice"
    folder.mkdir()
    for suffix in (".txt", ".html"):
        path = WHOLE.with_suffix(suffix)
        (folder / path.name).write_bytes(path.read_bytes())
    found = extract(folder)
    assert facts(found) == facts(extracted(WHOLE.with_suffix(".html")))
    assert [problem.code for problem in found.problems if "is not read" in problem.message] == ["repeated-file"]


def test_two_disclosures_taken_for_one_are_told(tmp_path):
    found = extract([CORPUS / "qinglan-2023-budget.txt", CORPUS / "qinglan-2025-budget.txt"])
    assert "several-disclosures" in [problem.code for problem in found.problems]


def test_a_form_without_a_title_has_the_name_of_its_file(tmp_path):
    text = WHOLE.read_text(encoding="utf-8")
    form = text[text.rindex("部门收入表") :].split("注：", 1)[0]
    rows = [line for line in form.splitlines() if "\t" in line and "单位：" not in line]
    (tmp_path / "02部门收入表.txt").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "说明.txt").write_text(text.rpartition(HEADING_OF_FORMS)[0], encoding="utf-8")
    found = extract(tmp_path)
    assert [table.statement for table in found.tables] == ["income"]


def test_a_change_in_a_file_of_a_folder_is_read_anew_and_nothing_else_is(apart, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (first,) = extract_all([apart])
    assert extract_all([apart]) == [first]
    forms = apart / "附件10 报表.txt"
    forms.write_text(forms.read_text(encoding="utf-8").replace("717.94", "717.95"), encoding="utf-8")
    (second,) = extract_all([apart])
    assert facts(second) != facts(first)


def test_addresses_are_not_fetched_and_the_message_says_what_to_do():
    with pytest.raises(NotFetched, match="save the file"):
        extract("https://example.com/2024-budget.pdf")


def test_empty_folders_and_patterns_without_files_cannot_be_opened(tmp_path):
    for given in (tmp_path, tmp_path / "*.pdf", "", []):
        with pytest.raises(CannotOpen):
            extract(given)


def archive_of(parts: dict[str, bytes], link: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)
            if name == link:
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


HOSTILE = {
    "a name that leads outside": (archive_of({"../../说明.txt": b"x"}), UnsafeFile),
    "a name from the root": (archive_of({"/etc/说明.txt": b"x"}), UnsafeFile),
    "a name on a drive": (archive_of({"C:\\说明.txt": b"x"}), UnsafeFile),
    "a name that leads outside by the other stroke": (archive_of({"..\\说明.txt": b"x"}), UnsafeFile),
    "a link": (archive_of({"说明.txt": b"/etc/passwd"}, link="说明.txt"), UnsafeFile),
    "an archive in the archive": (archive_of({"里.zip": archive_of({"说明.txt": b"x"})}), UnsafeFile),
    "many files": (archive_of({f"{number}.txt": b"x" for number in range(origin.MOST_FILES + 1)}), TooLarge),
    "many parts": (archive_of({f".{number}": b"" for number in range(package.MOST_PARTS + 1)}), TooLarge),
    "no file": (archive_of({".hidden": b"x"}), CannotOpen),
    "a damaged one": (archive_of({"说明.txt": b"x" * 99})[:60], DamagedFile),
}


@pytest.mark.parametrize(("data", "error"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_archives_are_refused_with_a_code(tmp_path, data, error):
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(error):
        extract(path)


def test_an_archive_that_unpacks_to_very_much_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(archive_of({f"{number}.txt": bytes(400_000) for number in range(3)}))
    with bounded(Bounds(unpacked=1_000_000)), pytest.raises(TooManyBytes):
        extract(path)


def test_a_refused_archive_in_a_folder_refuses_the_folder(apart):
    (apart / "里.zip").write_bytes(archive_of({"../说明.txt": b"x"}))
    with pytest.raises(UnsafeFile):
        extract(apart)


def test_a_folder_of_many_files_is_refused(tmp_path):
    for number in range(origin.MOST_FILES + 1):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    with pytest.raises(TooLarge):
        extract(tmp_path)


@pytest.mark.skipif(not REAL.exists(), reason="the real documents are not kept with the project")
@pytest.mark.parametrize(("forms", "words"), [("04df", "2fc0"), ("0ca3", "2007"), ("3b8f", "11c6"), ("482a", "39b4")])
def test_forms_and_narrative_that_beijing_publishes_apart_are_one_disclosure(forms, words):
    paths = [REAL / f"beijing-{name}.pdf" for name in (forms, words)]
    found = extract(paths)
    assert facts(found) == sum((facts(extracted(path)) for path in paths), Counter())
    assert {fact.where.file for fact in found.facts} == {path.name for path in paths}
    assert "several-disclosures" not in [problem.code for problem in found.problems]
