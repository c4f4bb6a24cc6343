"""Lines over the years: drawn from both documents, where they tell more than two figures."""

import re
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.model.fact import Fact
from difftool.report import comparison_html, comparison_markdown
from difftool.report.context import context_of
from difftool.report.series import series_of
from difftool.report.view import SeriesView


def told_too(comparison: Comparison, side: str, item: str, year: int, phase: str, wan: str) -> Comparison:
    """The comparison whose document tells this figure of a line too."""
    disclosure = comparison.old if side == "old" else comparison.new
    known = next(one for one in disclosure.facts if one.item == item)
    more = replace(known, year=year, phase=phase, amount=Decimal(wan) * 10_000, raw=wan)
    changed = replace(disclosure, facts=(*disclosure.facts, more))
    return replace(comparison, old=changed) if side == "old" else replace(comparison, new=changed)


def drawn(comparison: Comparison) -> SeriesView:
    view = series_of(context_of(comparison, None))
    assert view is not None
    return view


def test_two_figures_are_no_series(comparison: Comparison) -> None:
    assert series_of(context_of(comparison, None)) is None
    assert 'id="years"' not in comparison_html(comparison)


def test_a_line_of_three_figures_is_drawn_in_order_of_time(comparison: Comparison) -> None:
    more = told_too(comparison, "new", "public:reception", 2024, "adjusted", "20.00")
    more = told_too(more, "old", "public:reception", 2023, "executed", "13.25")
    (line,) = drawn(more).shown
    assert [(point.label, point.figure.text, point.width) for point in line.points] == [
        ("2023 年决算", "13.25", "50.0%"),
        ("2024 年预算", "26.50", "100.0%"),
        ("2024 年调整预算", "20.00", "75.5%"),
        ("2024 年决算", "11.20", "42.3%"),
    ]
    assert (line.name, line.href) == ("公务接待费", "#public-reception")


def test_what_a_document_tells_of_its_own_year_goes_first(comparison: Comparison) -> None:
    more = told_too(comparison, "new", "public:reception", 2024, "adjusted", "20.00")
    more = told_too(more, "new", "public:reception", 2024, "approved", "99.00")
    own = replace(more, old=replace(more.old, year=2024), new=replace(more.new, year=2025))
    (line,) = drawn(own).shown
    assert line.points[0].figure.text == "26.50"


def test_economic_lines_are_folded_and_forms_are_not_mixed(comparison: Comparison) -> None:
    more = told_too(comparison, "old", "econ:301", 2023, "approved", "1900.00")
    view = drawn(more)
    assert [line.name for line in view.folded] == ["工资福利支出"]

    def of_another_form(fact: Fact) -> Fact:
        return replace(fact, statement="general_public") if fact.year == 2023 else fact

    other = replace(more, old=replace(more.old, facts=tuple(map(of_another_form, more.old.facts))))
    assert series_of(context_of(other, None)) is None


def test_a_line_of_nothing_and_other_bodies_have_no_series(comparison: Comparison) -> None:
    more = told_too(comparison, "new", "public:reception", 2024, "adjusted", "20.00")
    assert series_of(context_of(replace(more, old=replace(more.old, entity="长沙市某中心")), None)) is None

    def nothing(fact: Fact) -> Fact:
        return replace(fact, amount=Decimal(0))

    zero = replace(
        more,
        old=replace(more.old, facts=tuple(map(nothing, more.old.facts))),
        new=replace(more.new, facts=tuple(map(nothing, more.new.facts))),
    )
    assert series_of(context_of(zero, None)) is None


def test_html_and_markdown_show_the_same_figures(comparison: Comparison) -> None:
    more = told_too(comparison, "new", "public:reception", 2024, "adjusted", "20.00")
    html, markdown = comparison_html(more), comparison_markdown(more)
    section = html[html.index('id="years"') :].partition("</section>")[0]
    assert re.findall(r'<rect class="(\w+)" width="([\d.]+%)"', section) == [
        ("approved", "100.0%"),
        ("adjusted", "75.5%"),
        ("executed", "42.3%"),
    ]
    assert "公务接待费" in section
    assert "20.00" in section
    assert re.search(r"公务接待费 *\| *26\.50 *\| *20\.00 *\| *11\.20", markdown)
