import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.model.disclosure import Disclosure
from difftool.report import comparison_html

Spoil = Callable[[Comparison, str], Comparison]

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'{{7*7}}&amp;\u202e\u200b"


class Page(HTMLParser):
    """The elements of a page, its links, and the text in each element that has an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.scripts: dict[str, str] = {"script": "", "style": ""}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._inside = tag if tag in self.scripts else self._inside
        if ("type", "application/json") in attrs:
            self._inside = "data"

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag in self.scripts else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside in self.scripts:
            self.scripts[self._inside] += data
        elif not self._inside:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def row_of(html: str, anchor: str) -> str:
    match = re.search(rf'<tr id="{re.escape(anchor)}".*?</tr>', html, re.DOTALL)
    assert match is not None, anchor
    return match[0]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("\N{NO-BREAK SPACE}", " ")


def test_the_headline_says_what_was_spent_and_what_only_moved(comparison: Comparison) -> None:
    heading = re.search(r"<h1>(.*?)</h1>", comparison_html(comparison))
    assert heading is not None
    assert words(heading[1]) == (
        "2024 年决算支出 4,096.22 万元，比 2024 年预算少 119.16 万元（−2.8%）。另有 56.78 万元只是换了科目，不是增减。"
    )


def test_findings_tell_the_move_with_its_printed_reason_before_real_changes(comparison: Comparison) -> None:
    text = words(comparison_html(comparison))
    told = [
        "钱换了科目：事业运行 → 其他发展与改革事务支出，56.78 万元。",
        "年初事业运行项中调整了部分支出归为其他发展与改革事务支出项 新文件第 14 页",
        "事业运行真正减少 65.76 万元：476.41 → 353.87 万元，其中 56.78 万元只是换了科目。",
        "“三公”经费减少 17.43 万元：38.50 → 21.07 万元（−45.3%）。",
        "2024 年决算自相矛盾：公务接待费：文字写 11.02 万元，表中为 11.20 万元。",
    ]
    places = [text.index(sentence) for sentence in told]
    assert places == sorted(places)


def test_a_line_shows_amounts_difference_moves_reason_and_sources(comparison: Comparison) -> None:
    html = comparison_html(comparison)
    giver, receiver = row_of(html, "func-2010450"), row_of(html, "func-2010499")
    assert words(giver).startswith(
        "2010450 事业运行476.41353.87↓ −122.54−25.7%−65.76⇄ 调出 56.78 万元 → 其他发展与改革事务支出"
    )
    assert "人员减少，相应人员经费减少" in giver
    assert 'href="#func-2010499"' in giver
    assert 'href="#func-2010450"' in receiver
    assert '<td data-at="5:410,290,470,304"><a href="2024-final.pdf#page=5">353.87</a>' in giver
    assert '<td data-at="第 205 行">476.41<td' in giver
    assert words(giver).endswith("205 行 → 5 页")


def test_an_unchanged_line_is_folded_and_the_wholes_of_a_changed_one_are_not(comparison: Comparison) -> None:
    html = comparison_html(comparison)
    assert 'class="l2 quiet"' in row_of(html, "func-2010401")
    for anchor in ("total", "func-201", "func-20104", "func-2010450"):
        assert "quiet" not in row_of(html, anchor)


def test_a_move_without_enough_evidence_is_a_question(comparison: Comparison) -> None:
    doubtful = tuple(replace(move, confidence=Decimal("0.3"), evidence="inferred") for move in comparison.moves)
    text = words(comparison_html(replace(comparison, moves=doubtful)))
    assert "钱换了科目" not in text
    assert "只是换了科目，不是增减" not in text
    assert "也许换了科目 1 处，证据不足" in text
    assert "也许调出 56.78 万元" in text


def test_the_waterfall_tells_lines_of_one_name_apart_by_their_codes(comparison: Comparison) -> None:
    """Beside 北京's budget for veterans three steps were called 行政运行."""
    lines = ("func:2010450", "func:2080506")
    facts = tuple(replace(fact, name="行政运行") if fact.item in lines else fact for fact in comparison.new.facts)
    html = comparison_html(replace(comparison, new=replace(comparison.new, facts=facts)))
    steps = re.search(r'<table class="waterfall">.*?</table>', html, re.DOTALL)
    assert steps is not None
    assert re.findall(r">(\d*) ?行政运行<", steps[0]) == ["2010450", "2080506"]


def test_the_waterfall_ends_at_the_new_total(comparison: Comparison) -> None:
    table = re.search(r'<table class="waterfall">.*?</table>', comparison_html(comparison), re.DOTALL)
    assert table is not None
    shown = [cell.split(" ")[-1] for cell in re.findall(r'<td class="n \w+">(.*?)</td>', table[0])]
    old, *steps, new = [Decimal(amount.replace(",", "").replace("−", "-")) for amount in shown]
    assert (old, new) == (Decimal("4215.38"), Decimal("4096.22"))
    assert old + sum(steps) == new


def test_different_bodies_are_named_and_not_called_a_rise_or_fall(comparison: Comparison) -> None:
    other = replace(comparison, old=replace(comparison.old, entity="长沙市某中心", year=2023), basis="other")
    text = words(comparison_html(other))
    assert "两份文件出自不同的单位：长沙市某中心，株洲市发展和改革委员会。" in text
    assert "长沙市某中心 2023 年预算支出 4,215.38 万元；株洲市发展和改革委员会 2024 年决算支出 4,096.22 万元。" in text


def test_documents_in_yuan_are_shown_in_wan_and_say_so(comparison: Comparison) -> None:
    def to_yuan(one: Disclosure) -> Disclosure:
        return replace(one, unit="元")

    pairs = tuple(
        replace(
            pair,
            new=pair.new and replace(pair.new, amount=pair.new.amount + Decimal("0.49"), quantum=Decimal("0.01")),
        )
        for pair in comparison.pairs
    )
    html = comparison_html(replace(comparison, new=to_yuan(comparison.new), pairs=pairs))
    assert "新文件原以元列示" in html
    assert words(row_of(html, "func-2010401")).startswith("2010401 行政运行2,408.142,408.14")


def test_two_equal_documents_are_called_equal(comparison: Comparison) -> None:
    same = replace(comparison, changes=(), moves=(), pairs=tuple(pair for pair in comparison.pairs if pair.old))
    assert "个数字全部相同" in comparison_html(same)


def test_documents_without_a_common_figure_say_so(comparison: Comparison) -> None:
    nothing = replace(comparison, pairs=(), changes=(), moves=(), checks=())
    assert "没有同一行、同一栏的数字可以比较" in comparison_html(nothing)


def test_one_document_compared_with_itself_says_so(comparison: Comparison) -> None:
    alone = replace(comparison, old=replace(comparison.old, source=comparison.new.source))
    assert "只有一份文件：决算数与文件自己写明的预算数相比。" in comparison_html(alone)


def test_every_link_inside_the_page_leads_to_one_place(comparison: Comparison) -> None:
    page = Page(comparison_html(comparison))
    ids = page.values("id")
    assert [known for known, count in Counter(ids).items() if count > 1] == []
    inside = {unquote(link[1:]) for link in page.values("href") if link.startswith("#")}
    assert inside - set(ids) == set()
    assert set(page.values("for")) | set(page.values("aria-labelledby")) <= set(ids)


def test_nothing_comes_from_outside_and_only_own_style_and_script_run(comparison: Comparison) -> None:
    page = Page(comparison_html(comparison))
    (policy,) = [value for _, name, value in page.attributes if name == "content" and "default-src" in value]
    for kind in ("script", "style"):
        digest = b64encode(sha256(page.scripts[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert (page.tags["script"], page.tags["style"], page.tags["link"], page.tags["img"]) == (2, 1, 0, 0)
    assert page.values("src") == page.values("style") == []
    assert [link for link in page.values("href") if re.match(r"[a-z]+:|//", link)] == []
    assert re.search(r"url\(|@import|https?:", page.scripts["style"] + page.scripts["script"]) is None


def test_hostile_text_in_every_field_is_shown_as_text(comparison: Comparison, spoil: Spoil) -> None:
    clean, spoiled = (Page(comparison_html(spoil(comparison, text))) for text in ("平常", HOSTILE))
    assert spoiled.tags == clean.tags
    assert {name for _, name, _ in spoiled.attributes} == {name for _, name, _ in clean.attributes}
    assert spoiled.text.count(HOSTILE) > 70


@pytest.mark.parametrize("path", ["javascript:alert(1).pdf", "//example.org/x.pdf", "a#b?c.pdf", "预算 公开.pdf"])
def test_no_file_name_becomes_another_kind_of_link(comparison: Comparison, path: str) -> None:
    named = replace(comparison, new=replace(comparison.new, source=replace(comparison.new.source, path=path)))
    links = [link for link in Page(comparison_html(named)).values("href") if link.endswith("#page=5")]
    assert links
    for link in links:
        target, _, _ = link.partition("#")
        assert unquote(target) == Path(path).name
        assert re.search(r"[:?]", target) is None


def test_links_start_where_the_report_lies(comparison: Comparison, tmp_path: Path) -> None:
    source = replace(comparison.new.source, path=str(tmp_path / "in" / "final.pdf"))
    placed = replace(comparison, new=replace(comparison.new, source=source))
    html = comparison_html(placed, tmp_path / "out" / "report.html")
    assert 'href="../in/final.pdf#page=5"' in html


def test_the_same_comparison_gives_the_same_bytes_in_every_run(comparison: Comparison) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from conftest import build_comparison;"
        "from difftool.report import comparison_html, comparison_json;"
        "sys.stdout.buffer.write((comparison_html(build_comparison()) + comparison_json(build_comparison())).encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(Path(__file__).parent)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert comparison_html(comparison).encode() in runs[0]


def test_the_report_says_how_much_of_the_reading_is_proved(comparison: Comparison) -> None:
    def proved(one: Disclosure) -> Disclosure:
        return replace(one, facts=tuple(replace(known, verified=("tree",)) for known in one.facts))

    half = replace(comparison, old=proved(comparison.old))
    assert "共读出 33 个数字；其中 16 个（48.5%）由合计关系证实读得无误，其余请对照原件；" in comparison_html(half)
