"""The rooms in order: from a file to a disclosure, from two to a comparison."""

from pathlib import Path

import pytest

import difftool
from difftool.model.problem import NotADisclosure
from difftool.pipeline import compare_extracted
from tests.read.formats import extracted

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FORM = "支出总表\n\n科目编码\t科目名称\t合计\n合计\t\t{amount}\n201\t一般公共服务支出\t{amount}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "made.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("printed", "sentence"), [("123,456.00", "12.3456万元"), ("12.35", "12.35万元")])
def test_a_unit_that_no_form_prints_is_that_of_the_sentences(tmp_path, printed, sentence):
    text = (
        f"某市档案局2024年部门预算\n\n一般公共服务支出{sentence}，主要用于日常运转。\n\n{FORM.format(amount=printed)}"
    )
    found = difftool.extract(written(tmp_path, text))
    told = {fact.amount for fact in found.facts if fact.statement == "narrative"}
    assert told <= {fact.amount for fact in found.facts if fact.statement == "expenditure"}
    assert "unit-not-printed" in {problem.code for problem in found.problems}


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("收入预算9,626,000.50元。支出预算9,626,000.50元。会议费预算2万元。", "元"),
        ("收入预算962.60万元。支出预算962.60万元。会议费预算2,000.00元。", "万元"),
    ],
)
def test_a_document_of_sentences_alone_is_in_the_unit_that_they_tell(tmp_path, sentence, unit):
    """昆明 and 北京: the narrative is published apart from the forms."""
    disclosure = difftool.extract(written(tmp_path, f"甲市审计局2026年部门预算\n\n{sentence}\n"))
    assert (disclosure.unit, disclosure.tables) == (unit, ())


def test_a_letter_is_no_disclosure(tmp_path):
    with pytest.raises(NotADisclosure):
        difftool.extract(written(tmp_path, "亲爱的朋友：\n祝一切都好。\n"))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf"), key=str), ids=lambda path: path.stem)
def test_a_document_does_not_differ_from_itself(path):
    same = compare_extracted(extracted(path), extracted(path))
    assert same.changes == ()
    assert same.moves == ()


def test_the_demonstration_says_what_moved_and_why():
    found = difftool.compare(CORPUS / "zhuzhou-2024-budget.pdf", CORPUS / "zhuzhou-2024-final.pdf")
    changed = {(c.statement, c.item): c for c in found.changes if c.measure == "total"}
    operation = changed["general_public", "func:2010450"]
    assert (str(operation.old.raw), str(operation.new.raw)) == ("476.41", "353.87")
    assert changed["general_public", "func:2010499"].new.raw == "56.78"
    (move,) = [move for move in found.moves if move.confidence >= 0.5]
    assert ([part.item for part in move.givers], [part.item for part in move.receivers]) == (
        ["func:2010450"],
        ["func:2010499"],
    )
    assert move.amount == 567_800
    assert "因财政要求" in move.quote
    assert operation.like_for_like == operation.delta + move.amount


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲市审计局2026年部门预算\n\n收入预算962.60万元。支出预算962.60万元。\n", ["no forms were found"]),
        (
            "甲市审计局2026年部门预算\n\n支出预算962.60万元。\n\n政府性基金预算支出表\n\n"
            "科目编码\t科目名称\t合计\n合计\t\t\n说明：本单位没有政府性基金预算。\n",
            ["1 form found, without amounts"],
        ),
        (f"甲市审计局2026年部门预算\n\n{FORM.format(amount='1.00')}", []),
    ],
)
def test_a_document_without_amounts_in_forms_is_told(tmp_path, text, found):
    problems = difftool.extract(written(tmp_path, text)).problems
    assert [each.message.partition(";")[0] for each in problems if each.code == "no-forms"] == found


def test_the_checks_of_the_command_can_be_made_from_python(tmp_path):
    """`difftool.check` was the only command without a call of its own."""
    text = "某市档案局2024年部门预算\n支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\n合计\t\t9.00\n"
    contradicted = written(tmp_path, text + "201\t一般公共服务支出\t4.00\n202\t外交支出\t4.00\n")
    found = difftool.check(contradicted, CORPUS / "qinglan-2024-budget.docx")
    assert [{check.rule for check in checks if check.status == "fail"} != set() for _, checks in found] == [True, False]
    assert '"status": "fail"' in difftool.checks_json(found)
