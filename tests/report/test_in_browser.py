"""The report in a real browser: what its script does, what it does without, and that nothing leaves the file."""

import csv
import io
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison, Pair
from difftool.model.fact import Fact
from difftool.model.place import PagePlace
from difftool.report import comparison_html

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra: browser)")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

# Milliseconds from the call of the page until its first screen is drawn and its script is ready.
TIME_TO_OPEN = """
() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  done(Math.max(performance.getEntriesByType("navigation")[0].loadEventEnd, paint ? paint.startTime : 0));
})))
"""

# Tables wider than the space that they have.
SIDEWAYS = "all => all.filter(one => one.scrollWidth > one.parentNode.clientWidth).map(one => one.className)"

# Milliseconds from the key to the drawn page, the browser's own clock.
SEARCH_TIME = """
async (words) => {
  const field = document.querySelector("[name=search]"), count = document.querySelector("output");
  const started = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (Boolean(count.value) !== Boolean(words)) await new Promise((done) => setTimeout(done, 5));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}
"""

# Run by root, and nothing of the browser's own asks the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Milliseconds: a usual machine takes a fifth of it; what goes over all lines for each line takes minutes.
SLOW = 4000
WIDE, TABLET, PHONE = ({"width": width, "height": 900} for width in (1280, 820, 390))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def report(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> str:
    return saved(comparison_html(comparison), tmp_path_factory.mktemp("report"))


@pytest.fixture
def page(browser: Any, report: str) -> Iterator[Any]:
    with opened(browser, report) as shown:
        yield shown


class opened:
    """A page of its own; it must stay silent and ask for nothing but the file."""

    def __init__(self, browser: Any, address: str, **settings: Any) -> None:
        self.context = browser.new_context(viewport=settings.pop("viewport", WIDE), **settings)
        self.address = address
        self.said: list[str] = []
        self.asked: list[str] = []

    def __enter__(self) -> Any:
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.address)
        return page

    def __exit__(self, kind: object, *_: object) -> None:
        self.context.close()
        if kind is None:
            assert self.said == []
            assert {url.partition("#")[0] for url in self.asked if not url.startswith("blob:")} == {
                self.address.partition("#")[0]
            }


def saved(html: str, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


def shown_rows(page: Any) -> list[str]:
    script = "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
    shown: list[str] = page.locator(".lines tbody tr").evaluate_all(script)
    return shown


def told(page: Any, count: str) -> None:
    """Waits until the tools tell this count of rows."""
    playwright.expect(page.locator(".tools output")).to_have_text(count)


def test_a_search_shows_only_lines_of_that_name_or_code_folded_or_not(page: Any) -> None:
    page.fill("[name=search]", "行政运行")
    told(page, "1 行")
    assert shown_rows(page) == ["func-2010401"]
    page.fill("[name=search]", "20104")
    told(page, "5 行")
    page.fill("[name=search]", "")
    told(page, "")
    assert "func-2010401" not in shown_rows(page)


def test_a_threshold_hides_smaller_changes(page: Any) -> None:
    page.fill("[name=least]", "100")
    told(page, "2 行")
    assert shown_rows(page) == ["total", "func-2010450"]
    page.fill("[name=least]", "")
    told(page, "")
    page.fill("[name=percent]", "40")
    told(page, "2 行")
    assert shown_rows(page) == ["public-total", "public-reception"]


def test_a_heading_sorts_down_then_up_then_back(page: Any) -> None:
    tree = shown_rows(page)
    heading = page.locator("#form-three_public thead button", has_text="增减")
    heading.click()
    assert shown_rows(page)[-3:] == ["public-vehicle", "public-reception", "public-total"]
    heading.click()
    assert shown_rows(page)[-3:] == ["public-total", "public-reception", "public-vehicle"]
    heading.click()
    assert shown_rows(page) == tree


def test_keys_step_through_changes_and_open_their_source(page: Any) -> None:
    for _ in range(4):
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "func-2010450"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "func-20104"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    card = page.locator("#card")
    assert "第 5 页" in card.inner_text()
    assert card.locator("#card-open").get_attribute("href") == "2024-final.pdf#page=5"
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_other_keys_search_unfold_and_help(page: Any) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    assert "func-2010401" in shown_rows(page)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_a_press_on_an_amount_shows_where_it_stands_and_copies_a_citation(browser: Any, report: str) -> None:
    with opened(browser, report, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.click("#func-2010450 td:nth-of-type(2) a")
        assert "框 410,290–470,304" in page.locator("#card").inner_text()
        page.click("#card-copy")
        playwright.expect(page.locator("#card-said")).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()") == (
            "2010450 事业运行：2024 年预算 476.41 万元（2024-budget.txt，第 205 行），"
            "2024 年决算 353.87 万元（2024-final.pdf，第 5 页），减 122.54 万元（−25.7%）。"
        )


def test_a_figure_in_one_of_several_files_is_cited_with_its_file(
    browser: Any, comparison: Comparison, tmp_path: Path
) -> None:
    def filed(fact: Fact | None) -> Fact | None:
        return fact and replace(fact, where=replace(fact.where, file="附表 1.pdf"))

    pairs = tuple(replace(pair, new=filed(pair.new)) for pair in comparison.pairs)
    with opened(browser, saved(comparison_html(replace(comparison, pairs=pairs)), tmp_path)) as page:
        page.click("#func-2010450 td:nth-of-type(2) a")
        assert "附表 1.pdf 第 5 页，框 410,290–470,304" in page.locator("#card").inner_text()


def test_an_english_report_cites_in_english(browser: Any, comparison: Comparison, tmp_path: Path) -> None:
    with opened(browser, saved(comparison_html(comparison, language="en"), tmp_path)) as page:
        page.click("#func-2010450 td:nth-of-type(2) a")
        page.click("#card-copy")
        playwright.expect(page.locator("#card-said")).to_have_text(
            "Copied: 2010450 事业运行: 2024 budget 4,764,100 yuan (2024-budget.txt, line 205), "
            "2024 final account 3,538,700 yuan (2024-final.pdf, page 5); down 1,225,400 yuan (−25.7%)."
        )


def test_a_link_to_a_folded_line_opens_it(browser: Any, report: str) -> None:
    with opened(browser, f"{report}#func-2010401") as page:
        assert "func-2010401" in shown_rows(page)


def test_shown_rows_are_saved_as_csv_that_no_spreadsheet_runs(
    browser: Any, comparison: Comparison, tmp_path: Path
) -> None:
    def named(fact: Fact | None) -> Fact | None:
        return fact and replace(fact, name=f"=cmd|{fact.name}")

    pairs = tuple(replace(pair, old=named(pair.old), new=named(pair.new)) for pair in comparison.pairs)
    with opened(browser, saved(comparison_html(replace(comparison, pairs=pairs)), tmp_path)) as page:
        with page.expect_download() as download:
            page.click("[name=csv]")
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = {row["编码"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["2010450"]["名称"] == "'=cmd|事业运行"
    assert [rows["2010450"][key] for key in ("2024 年预算", "2024 年决算", "增减（万元）")] == [
        "476.41",
        "353.87",
        "-122.54",
    ]
    assert "2010401" not in rows


def test_a_closed_section_is_neither_saved_nor_stepped_through(page: Any) -> None:
    page.evaluate("for (const section of document.querySelectorAll('details.form')) section.open = false")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.evaluate("document.querySelector('#form-three_public').open = true")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "public-total"
    with page.expect_download() as download:
        page.click("[name=csv]")
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert {row["表"] for row in rows} == {"“三公”经费"}


def test_without_script_lines_unfold_and_no_dead_control_is_shown(browser: Any, report: str) -> None:
    with opened(browser, report, java_script_enabled=False) as page:
        assert not page.locator(".tools").is_visible()
        assert not page.locator("#func-2010401").is_visible()
        page.check("#form-general_public-quiet")
        assert page.locator("#func-2010401").is_visible()


def test_the_printed_row_is_shown_beside_its_figure(browser: Any, paged: Comparison, tmp_path: Path) -> None:
    with opened(browser, saved(comparison_html(paged, tmp_path / "report.html"), tmp_path)) as page:
        finding = page.locator(".findings .prints").first
        finding.locator("summary").click()
        playwright.expect(finding.locator("img").first).to_be_visible()
        page.click("#func-2010450 td:nth-of-type(2) a")
        shown = page.locator("#card-prints img")
        assert shown.evaluate_all("all => all.map(one => [one.dataset.at, one.complete && one.naturalWidth > 60])") == [
            ["1:410,290,470,304", True]
        ]
        assert page.locator("#card-open").get_attribute("href") == "2024-final.pdf#page=1"


def test_a_wide_strip_starts_at_its_cell(browser: Any, paged: Comparison, tmp_path: Path) -> None:
    with opened(browser, saved(comparison_html(paged, tmp_path / "report.html"), tmp_path), viewport=PHONE) as page:
        page.evaluate("for (const image of document.images) { image.width = 900; image.dataset.middle = 80; }")
        finding = page.locator(".findings .prints").first
        finding.locator("summary").click()
        strip = finding.locator(".strip").first
        playwright.expect(strip).to_be_visible()
        middle = "strip => (strip.scrollLeft + strip.clientWidth / 2) / strip.firstChild.clientWidth"
        page.wait_for_function(f"Math.abs(({middle})(document.querySelector('.findings .strip')) - 0.8) < 0.1")


def test_the_card_links_to_its_line(page: Any) -> None:
    page.click("#func-2010499 th")
    page.click("#card-link")
    assert page.url.endswith("#func-2010499")
    assert not page.locator("#card").is_visible()


def test_a_link_opens_the_section_that_hides_its_line(page: Any) -> None:
    for anchor in ("func-2010401", "econ-30101", "form-three_public"):
        page.evaluate("for (const section of document.querySelectorAll('details.form')) section.open = false")
        page.evaluate("anchor => { location.hash = anchor; }", anchor)
        playwright.expect(page.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(WIDE, "light"), (WIDE, "dark"), (TABLET, "light"), (PHONE, "dark")],
    ids=["wide", "wide and dark", "tablet", "phone and dark"],
)
def test_the_page_is_accessible_and_fits_its_window(
    browser: Any, paged: Comparison, tmp_path: Path, scheme: str, viewport: dict[str, int]
) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python is not installed")
    address = saved(comparison_html(paged, tmp_path / "report.html"), tmp_path)
    with opened(browser, address, color_scheme=scheme, viewport=viewport, bypass_csp=True) as page:
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.locator(".series rect.adjusted").count() == 3
        rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = axe.Axe().run(page, options={"runOnly": rules})
        assert [(violation["id"], violation["nodes"]) for violation in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        tables = ".lines, .key, .waterfall, .checks" if viewport is not WIDE else ".key, .waterfall"
        assert page.locator(tables).evaluate_all(SIDEWAYS) == []


def test_a_phone_shows_what_is_left_when_moves_are_undone(browser: Any, report: str) -> None:
    """A new line into which money only moved was told on a phone as a rise, without the 0 beside it."""
    with opened(browser, report, viewport=PHONE) as page:
        for line, like in (("2010450", "−65.76"), ("2010499", "0")):
            cell = page.locator(f"#func-{line} td:nth-child(7)")
            playwright.expect(cell).to_be_visible()
            assert cell.inner_text() == like
            assert cell.get_attribute("data-label") == "同口径"


def test_hostile_text_runs_nothing(browser: Any, comparison: Comparison, spoil: Any, tmp_path: Path) -> None:
    text = "<script>document.title='ran'</script>\"><img src=x onerror=\"document.title='ran'\">"
    with opened(browser, saved(comparison_html(spoil(comparison, text)), tmp_path)) as page:
        page.click("#func-2010450 td:nth-of-type(2) a")
        assert page.title() != "ran"
        assert page.locator("img").count() == 0


def test_ten_thousand_lines_stay_small_and_quick(browser: Any, comparison: Comparison, tmp_path: Path) -> None:
    address = saved(comparison_html(of_many_lines(comparison, 10_000)), tmp_path)
    assert (tmp_path / "report.html").stat().st_size <= 5_000_000
    best = [float("inf"), float("inf")]
    for _ in range(5):  # until the machine is not busy with other things
        with opened(browser, address) as page:
            times = page.evaluate(TIME_TO_OPEN), page.evaluate(SEARCH_TIME, "9999 号")
            assert shown_rows(page) == ["project-9999-号工程"]
            page.evaluate(SEARCH_TIME, "")
            assert len(shown_rows(page)) < 100
        best = [min(each) for each in zip(best, times, strict=True)]
        if max(best) < SLOW:
            break
    assert max(best) < SLOW, best


def of_many_lines(comparison: Comparison, count: int) -> Comparison:
    """The comparison with that many unchanged project lines."""
    pairs = []
    for number in range(count):
        place = PagePlace(1 + number // 40, (410.0, 20.0 + number % 40 * 18, 470.0, 34.0 + number % 40 * 18))
        known = Fact(
            "expenditure",
            f"project:{number} 号工程",
            f"{number} 号工程",
            "total",
            2024,
            "executed",
            Decimal(100 * number),
            Decimal(100),
            f"{Decimal(number) / 100:.2f}",
            place,
        )
        pairs.append(Pair("expenditure", known.item, "total", replace(known, phase="approved"), known))
    return replace(comparison, pairs=(*comparison.pairs, *pairs))
