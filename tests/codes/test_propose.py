"""Rows that documents suggest: what the data know is not proposed, what they do not is, once."""

from __future__ import annotations

from decimal import Decimal

from difftool.codes import functional
from difftool.codes.propose import propose_changes
from difftool.model.disclosure import Disclosure
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace


def printed(year: int, *lines: tuple[str, str], statement: str = "expenditure") -> Disclosure:
    facts = tuple(
        Fact(statement, f"func:{code}", name, "total", year, "approved", Decimal(1), Decimal(1), "1", LinePlace(number))
        for number, (code, name) in enumerate(lines)
    )
    return Disclosure("青岚市数据中心", year, "budget", "元", Source(str(year), f"{year:064}", "text"), facts=facts)


def told(*disclosures: Disclosure) -> list[tuple[int, str, str, str, str]]:
    changes = propose_changes(disclosures)
    return [(change.year, change.old_code, change.new_code, change.new_name, change.kind) for change in changes]


def test_known_names_are_not_proposed() -> None:
    lines = [(line.code, line.name) for line in functional().lines]
    assert told(printed(2024, *lines)) == []
    assert told(printed(2024, ("20805", "行政事业单位离退休"), ("2010450", "事业运行支出"))) == []


def test_a_known_code_under_another_name_is_a_rename() -> None:
    assert told(printed(2027, ("2014001", "数据运行"))) == [(2027, "2014001", "2014001", "数据运行", "renamed")]


def test_a_known_name_under_another_code_was_renumbered() -> None:
    assert told(printed(2027, ("2010699", "财政国库业务"))) != []
    assert told(printed(2027, ("2016605", "财政国库业务"))) == [
        (2027, "2010605", "2016605", "财政国库业务", "renumbered")
    ]


def test_what_nothing_resembles_is_new_from_its_first_year() -> None:
    documents = [printed(2028, ("2016699", "低空经济事务")), printed(2027, ("2016699", "低空经济事务"))]
    assert told(*documents) == [(2027, "", "2016699", "低空经济事务", "new")]
    assert propose_changes(documents)[0].source == "printed in 2 document(s), not confirmed"


def test_sentences_propose_nothing() -> None:
    assert told(printed(2027, ("2016699", "低空经济事务"), statement="narrative")) == []
