"""What every part of the report looks up: names, links, anchors, changes and moves of one comparison."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from msgspec import Struct, field

from difftool.compare.basis import same_body
from difftool.compare.moves.confidence import CLAIMED
from difftool.model.comparison import Change, Comparison, Move, Pair
from difftool.model.disclosure import Disclosure, Reason
from difftool.model.fact import Fact
from difftool.model.item import name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern
from difftool.report.amounts import AmountStyle, percent_text, quanta, style_of
from difftool.report.language import say
from difftool.report.line_tree import PrintOrder, print_order
from difftool.report.sources import SourceLinks, links_to, short_place
from difftool.report.strips import Picture
from difftool.report.view import Difference, Figure, Quote
from difftool.report.words import ALONE, ITEMS, entity_name, issue_name

Key = tuple[str, str, str, str, str]
Spot = tuple[str, Place]
"""A side of the comparison and a place in its document."""
Prints = dict[Spot, Picture | str]
"""Printed rows: pictures of rows on pages, the words of lines of text."""

_UNSAFE = lazy_pattern(r"[^\w.-]+")
_ARROWS = {"up": "↑ ", "down": "↓ "}


def key_of(pair: Pair | Change) -> Key:
    return pair.statement, pair.item, pair.measure, pair.role, pair.occurrence


class Context(Struct, frozen=True):
    comparison: Comparison
    style: AmountStyle
    links: dict[str, SourceLinks]
    changes: dict[Key, Change]
    names: dict[str, str]
    order: PrintOrder
    old_label: str
    new_label: str
    moves: tuple[tuple[str, Move], ...]
    possible_moves: tuple[tuple[str, Move], ...]
    anchors: dict[str, str]
    pairs: dict[tuple[str, str, str], Pair]
    places: dict[str, frozenset[Place]]
    different_bodies: bool
    prints: Prints = field(default_factory=dict)

    def name(self, item: str) -> str:
        if item in ITEMS:
            return say(ITEMS[item])
        return self.names.get(item, name_in(item) or item)

    def disclosure(self, side: str) -> Disclosure:
        return self.comparison.old if side == "old" else self.comparison.new

    def label(self, side: str) -> str:
        return self.old_label if side == "old" else self.new_label

    def figure(self, fact: Fact | None, side: str) -> Figure:
        if fact is None:
            return Figure("—")
        links = self.links[side]
        text = self.style.amount(fact.amount, fact.quantum)
        value = self.style.value(fact.amount)
        return Figure(
            text=text,
            at=links.cell(fact.where),
            printed="" if fact.raw == text else fact.raw,
            href=links.page_link(fact.where),
            short=short_place(fact.where),
            value=value,
            raw=fact.raw,
        )

    def difference(self, delta: Decimal, percent: Decimal | None, *steps: Decimal) -> Difference:
        trend = "up" if delta > 0 else "down" if delta < 0 else "same"
        text = _ARROWS[trend] + self.style.difference(delta, *steps) if delta else "0"
        return Difference(text, percent_text(percent), trend, self.style.value(delta))

    def change(self, pair: Pair) -> Change | None:
        return self.changes.get(key_of(pair))

    def change_difference(self, change: Change) -> Difference:
        return self.difference(change.delta, change.percent, *quanta(change.old, change.new))

    def like(self, change: Change) -> str:
        """The difference with moves undone, "0" where nothing is left."""
        if not change.like_for_like:
            return "0"
        return self.style.difference(change.like_for_like, *quanta(change.old, change.new))

    def line_name(self, pair: Pair) -> str:
        """The name as this form prints it, the new document's first."""
        if pair.item in ITEMS:
            return say(ITEMS[pair.item])
        named = pair.new or pair.old
        return (named.name if named else "") or self.name(pair.item)

    def quote(self, reason: Reason) -> Quote:
        return Quote(reason.text, self.links["new"].reference(reason.where))

    def item_link(self, item: str) -> str:
        """A link to the first line of the report that shows this item; "" where none does."""
        anchor = self.anchors.get(item)
        return f"#{anchor}" if anchor else ""


def context_of(comparison: Comparison, report: Path | None) -> Context:
    old, new = comparison.old, comparison.new
    old_label, new_label = side_labels(comparison)
    return Context(
        comparison=comparison,
        style=style_of(comparison),
        links={
            side: links_to(disclosure.source, ALONE if reads_itself(comparison) else side, report)
            for side, disclosure in (("old", old), ("new", new))
        },
        changes={key_of(change): change for change in comparison.changes},
        names=_names((*old.facts, *new.facts)),
        order=print_order(old, new),
        old_label=old_label,
        new_label=new_label,
        moves=_named_moves(move for move in comparison.moves if is_likely(move)),
        possible_moves=_named_moves((move for move in comparison.moves if not is_likely(move)), "possible-move"),
        anchors=_anchors(pair.item for pair in comparison.pairs),
        pairs=_own_pairs(comparison.pairs),
        places={
            "old": frozenset(fact.where for fact in old.facts),
            "new": frozenset(fact.where for fact in new.facts),
        },
        different_bodies=not same_body(old, new),
    )


def side_labels(comparison: Comparison) -> tuple[str, str]:
    """What heads the two columns: year and stage, and where these are the same, the body or 旧 and 新."""
    old, new = comparison.old, comparison.new
    labels = issue_name(old), issue_name(new)
    if reads_itself(comparison):
        return say("{year} 年{stage}", year=old.year, stage=say("预算")), labels[1]
    if labels[0] != labels[1]:
        return labels
    if old.entity != new.entity:
        return entity_name(old), entity_name(new)
    return say("{label}（旧）", label=labels[0]), say("{label}（新）", label=labels[1])


def reads_itself(comparison: Comparison) -> bool:
    """Whether one document is compared with figures that it prints itself."""
    return comparison.old.source == comparison.new.source


def anchor_for(text: str) -> str:
    """The text as a fragment of a link: `func:2010450` is `func-2010450`."""
    return _UNSAFE.sub("-", text).strip("-")


def is_likely(move: Move) -> bool:
    """Whether the comparison claims the move; the others are questions to the reader."""
    return move.confidence >= CLAIMED


def _named_moves(moves: Iterable[Move], name: str = "move") -> tuple[tuple[str, Move], ...]:
    """The moves with their anchors, the greatest first."""
    ordered = sorted(moves, key=lambda move: -move.amount)
    return tuple((f"{name}-{number}", move) for number, move in enumerate(ordered, start=1))


def _own_pairs(pairs: Iterable[Pair]) -> dict[tuple[str, str, str], Pair]:
    """The first own pair of each statement, item and measure."""
    found: dict[tuple[str, str, str], Pair] = {}
    for pair in pairs:
        if pair.role == "own":
            found.setdefault((pair.statement, pair.item, pair.measure), pair)
    return found


def _anchors(items: Iterable[str]) -> dict[str, str]:
    """An anchor of its own for each item; names that differ in marks only are numbered."""
    anchors: dict[str, str] = {}
    used: set[str] = set()
    for item in items:
        if item not in anchors:
            anchors[item] = unused(anchor_for(item), used)
    return anchors


def unused(anchor: str, used: set[str]) -> str:
    """The anchor, numbered where it is taken; it is taken from now on."""
    unique, number = anchor, 2
    while unique in used:
        unique, number = f"{anchor}-{number}", number + 1
    used.add(unique)
    return unique


def _names(facts: Iterable[Fact]) -> dict[str, str]:
    """The name of each item, of the latest document; sentences shorten names, so that forms come first."""
    names: dict[str, str] = {}
    for fact in sorted(facts, key=lambda fact: fact.statement != "narrative"):
        if fact.name:
            names[fact.item] = fact.name
    return names
