"""An amount that slid to the column of a lost blank cell goes back where the sums hold, and is told."""

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.proof.identities import identities
from difftool.proof.slid_rows import settle_slid_rows
from tests.forms.documents import forms_of

HEAD = "2026年部门预算\n部门支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
cents = st.integers(100, 10**6)  # more than rounding could make


def text_of(basic: int, project: int, *, lost: bool) -> str:
    def money(amount: int) -> str:
        return f"{amount / 100:.2f}" if amount else ""

    rows = [("", "合计", basic + project, basic, project), ("205", "教育支出", basic + project, basic, project)]
    text = HEAD + "".join("\t".join([c, n, *map(money, rest)]) + "\n" for c, n, *rest in rows)
    text += f"20501\t教育管理事务\t{money(basic)}\t{money(basic)}\n"
    gap = "" if lost else "\t"
    return text + f"20508\t进修及培训\t{money(project)}\t{gap}{money(project)}\n"


@given(cents, cents)
def test_a_row_short_of_a_blank_cell_is_put_right(basic, project):
    assume(abs(basic - project) > 5)  # else either row could have slid
    whole = forms_of(text_of(basic, project, lost=False))
    short = forms_of(text_of(basic, project, lost=True))
    assert not all(identity.holds for identity in identities(short.facts))
    settled, problems = settle_slid_rows(short.facts, short.doubtful)
    assert {(fact.key, fact.amount) for fact in settled} == {(fact.key, fact.amount) for fact in whole.facts}
    assert [problem.code for problem in problems] == ["settled-column"]


def test_whole_rows_are_never_moved():
    short = forms_of(text_of(300, 500, lost=True))
    assert settle_slid_rows(short.facts, frozenset()) == (short.facts, ())


def test_a_misprint_that_no_move_mends_stays_as_printed():
    reading = forms_of(text_of(300, 500, lost=False))
    wrong = tuple(replace(fact, amount=fact.amount + 100) if fact.item == "total" else fact for fact in reading.facts)
    assert settle_slid_rows(wrong, reading.doubtful) == (wrong, ())
