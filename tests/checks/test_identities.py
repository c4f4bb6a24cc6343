"""Laws of sums: a book that adds up keeps every identity, and one changed figure is noticed and named."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.checks.causes import causes_of
from difftool.checks.identities import identities
from difftool.checks.identity import FORMS, Identity
from difftool.checks.ledger import line_above
from difftool.model.fact import Fact
from difftool.model.place import LinePlace

CODES = ("2010301", "2010350", "2010399", "2010401", "2080505", "2080506", "2101101", "2210201")
cents = st.integers(1, 9_999_999)


def book(leaves: dict[str, tuple[int, int]]) -> list[Fact]:
    """Forms that add up: 支出表 and 一般公共预算支出表 with basic and project, 收支总表 and 财政拨款收支总表 above."""
    sums: dict[str, list[int]] = {}
    for code, (basic, project) in leaves.items():
        for item in (f"func:{code}", f"func:{code[:5]}", f"func:{code[:3]}", "total"):
            both = sums.setdefault(item, [0, 0])
            both[0] += basic
            both[1] += project
    rows = []
    for form in ("expenditure", "general_public"):
        for item, (basic, project) in sums.items():
            rows += [
                (form, item, "basic", basic),
                (form, item, "project", project),
                (form, item, "total", basic + project),
            ]
    for item, (basic, project) in sums.items():
        if len(item) == len("func:201") or item == "total":
            use = "use:year_total" if item == "total" else item
            rows += [
                ("summary", use, "total", basic + project),
                ("appropriation", use, "general_public", basic + project),
            ]
    return [
        Fact(form, item, item, measure, 2024, "approved", Decimal(cent * 100), Decimal(100), str(cent), LinePlace(line))
        for line, (form, item, measure, cent) in enumerate(rows)
    ]


books = st.dictionaries(st.sampled_from(CODES), st.tuples(cents, cents), min_size=2).map(book)


@settings(deadline=None)
@given(books)
def test_a_book_that_adds_up_keeps_every_identity(facts: list[Fact]) -> None:
    told = identities(facts)
    assert told
    assert all(identity.exact for identity in told)
    assert causes_of(told) == []


@settings(deadline=None)
@given(books, st.data())
def test_one_changed_figure_is_noticed_and_named(facts: list[Fact], data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([fact for fact in facts if fact.statement in ("expenditure", "general_public")]))
    change = Decimal(data.draw(st.integers(10, 5000))) * 100
    wrong = replace(victim, amount=victim.amount + change)
    causes = causes_of(identities([wrong if fact is victim else fact for fact in facts]))
    assert [(cause.culprit.key, cause.right) for cause in causes] == [(victim.key, victim.amount)]


@settings(deadline=None)
@given(books, st.data())
def test_a_misprint_is_one_cause_however_many_sums_it_breaks(facts: list[Fact], data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([fact for fact in facts if fact.item == "total"]))
    wrong = replace(victim, amount=victim.amount + 1_000_000)
    told = identities([wrong if fact is victim else fact for fact in facts])
    assert sum(not identity.holds for identity in told) > 1
    assert len(causes_of(told)) == 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_rounding_of_every_term_is_let_pass(yuan: list[int]) -> None:
    """A body that rounds each figure from 元 to 万元 with two decimals prints sums that miss by rounding alone."""

    def printed(amount: int, item: str) -> Fact:
        wan = (Decimal(amount) / 10_000).quantize(Decimal("0.01"))
        step = Decimal(100)
        return Fact("income", item, item, "total", 2024, "approved", wan * 10_000, step, str(wan), LinePlace(1))

    whole = printed(sum(yuan), "total")
    assert Identity("tree", whole, tuple(printed(amount, f"func:{index}") for index, amount in enumerate(yuan))).holds


def test_levels_of_codes() -> None:
    assert line_above("func:2010450") == "func:20104"
    assert line_above("func:201") == "total"
    assert line_above("econ:30101") == "econ:301"
    assert line_above("func:2010450/econ:30101") == "func:2010450/econ:301"
    assert line_above("func:2010450/econ:301") == "func:2010450"
    assert line_above("unit:青岚市数据中心") is None


def test_a_line_printed_with_two_amounts_leaves_its_tree_undecided(make) -> None:
    facts = make.column("income", {"total": "10.00", "func:201": "6.00", "func:208": "3.00"})
    assert [identity.holds for identity in identities(facts)] == [False]
    assert identities([*facts, make.fact("income", "func:208", "4.00")]) == ()


def test_a_total_may_take_in_the_carry_over_or_not(make) -> None:
    """北京's income form ends in the total with carry-overs, most others in that of the year."""
    summary = make.column(
        "summary", {"source:year_total": "90.00", "source:carryover_in": "10.00", "source:total": "100.00"}
    )
    for amount in ("90.00", "100.00"):
        told = identities([*summary, make.fact("income", "total", amount)])
        assert [identity.holds for identity in told if identity.kind == FORMS] == [True]


def test_a_part_named_below_its_column_is_no_column_of_its_own(make) -> None:
    """北京 prints 事业单位经营支出 under "其中", after 项目支出 which holds it."""
    facts = []
    for item, basic, project, operating in (("func:201", "5.00", "7.00", "2.00"), ("func:208", "1.00", "3.00", "3.00")):
        total = str(Decimal(basic) + Decimal(project))
        facts += [
            make.fact("expenditure", item, amount, measure)
            for measure, amount in (("total", total), ("basic", basic), ("project", project), ("operating", operating))
        ]
    assert all(identity.holds for identity in identities(facts))


def test_a_line_of_both_sides_is_the_sum_of_its_funds_where_the_others_are(make, fails) -> None:
    """In 财政拨款收支总表 one 类 of 24.99 beside its only fund of 22.99 went untold, since no form had to add up so."""
    codes = ("func:201", "func:208", "func:210", "func:221")
    whole = make.column("appropriation", dict.fromkeys(codes, "22.99"))
    fund = [make.fact("appropriation", item, "22.99", "general_public") for item in codes]
    assert fails(make.disclosure([*whole, *fund]), "column-sum") == []
    misprint = make.fact("appropriation", "func:221", "24.99")
    (told,) = fails(make.disclosure([*whole[:3], misprint, *fund]), "column-sum")
    assert (told.found, told.expected) == ("24.99万元", "22.99万元")
    other = [make.fact("appropriation", item, "20.00", "general_public") for item in codes]
    assert fails(make.disclosure([*whole, *other]), "column-sum") == []


def test_a_years_income_of_one_source_is_that_source(make, fails) -> None:
    lines = {"source:general_public": "717.74", "source:institutional": "0", "source:year_total": "717.94"}
    assert len(fails(make.disclosure(make.column("summary", lines)), "code-tree")) == 1
    for beside in ({"source:fiscal": "717.94"}, {"line:往来款": "0.20"}):
        told = make.disclosure(make.column("summary", lines | beside))
        assert fails(told, "code-tree") == []


def test_a_form_of_which_most_sums_break_is_not_judged(make, fails) -> None:
    """Columns that mean something else than was read break every line; a misprint breaks a few."""
    measures = ("basic", "project", "total")
    facts = [
        make.fact("expenditure", f"func:{code}", "10.00", measure) for code in range(201, 221) for measure in measures
    ]
    assert fails(make.disclosure(facts), "column-sum") == []
    assert len(fails(make.disclosure(facts[:3]), "column-sum")) == 1


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.sampled_from([0, 5]))
def test_a_printed_difference_is_this_year_less_last_year(prior, change, wrong):
    def fact(measure, year, amount):
        money = Decimal(amount * 100)
        return Fact(
            "three_public", "public:total", "", measure, year, "approved", money, Decimal(100), "", LinePlace(1)
        )

    facts = [fact("total", 2025, prior), fact("total", 2026, prior + change + wrong), fact("change", 2026, change)]
    (identity,) = (each for each in identities(facts) if each.kind == "difference")
    assert identity.holds == (not wrong)


def test_economic_lines_of_a_functional_line_are_a_tree_beside_its_own() -> None:
    rows = [
        ("general_public", "func:201", "total", 100),
        ("general_public", "func:20103", "total", 100),
        ("general_public", "func:201/econ:301", "total", 60),
        ("general_public", "func:201/econ:302", "total", 40),
    ]
    facts = [
        Fact(form, item, item, measure, 2024, "approved", Decimal(cent * 100), Decimal(100), str(cent), LinePlace(line))
        for line, (form, item, measure, cent) in enumerate(rows)
    ]
    assert [identity.holds for identity in identities(facts)] == [True, True]


def test_totals_over_units_in_a_form_of_another_kind(make) -> None:
    """广州: basic expenditure by unit and economic line; two such forms follow each other, each with its total."""
    first = {"total": "8401.67", "unit:甲": "7027.94", "unit:乙": "1373.74", "unit:乙/econ:301": "1155.76"}
    first |= {"unit:乙/econ:302": "217.97"}
    second = {"total": "12.00", "unit:甲": "5.00", "unit:乙": "9.00"}
    found = identities([*make.column("other", first), *make.column("other", second)])
    assert [(identity.whole.item, identity.gap) for identity in found] == [
        ("total", Decimal(-100)),
        ("unit:乙", Decimal(100)),
    ]
