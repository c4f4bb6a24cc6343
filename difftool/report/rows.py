"""A line of a form as rows of the report: its leading column, and its other columns below it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from difftool.checks.names import COLUMNS
from difftool.compare.contradicted import is_contradicted
from difftool.model.comparison import ADDED, REMOVED, RENAMED, Change, Move, Pair, Part
from difftool.model.item import CLASSIFIED, kind_of, name_in
from difftool.report.amounts import quanta
from difftool.report.context import Context, anchor_for, is_likely, unused
from difftool.report.language import say
from difftool.report.line_tree import Line
from difftool.report.pictures import pair_strips, told_together
from difftool.report.sources import short_place
from difftool.report.view import Bar, Difference, Figure, MoveMark, Row
from difftool.report.words import measure_name

_EMPTY = Figure("")
_NO_DIFFERENCE = Difference("", "", "same")
_KINDS = {ADDED: "新列", REMOVED: "不再列", RENAMED: "改名"}
_HALF = 50
_THINNEST = Decimal("0.8")


class RowMaker(Struct, frozen=True):
    """Makes the rows of one form.

    `kept` are the items whose own or whose parts' amounts changed, `greatest` is the form's greatest difference in
    yuan, `used` the anchors of the report so far; `pictured` rows show their print.
    """

    context: Context
    kept: frozenset[str]
    greatest: Decimal
    used: set[str]
    pictured: bool

    def rows(self, line: Line) -> Iterator[Row]:
        fold = "" if line.item in self.kept else "quiet"
        if line.lead is None:
            yield self._without_amounts(line, fold)
        else:
            yield self._row(line, line.lead, line.level, fold)
        for pair in line.others:
            yield self._row(line, pair, line.level + 1, self._fold_column(pair, line.lead))

    def _fold_column(self, pair: Pair, lead: Pair | None) -> str:
        """A further column is folded where the leading one tells the change, unless money moved between columns."""
        if self.context.change(pair) is None or (lead is not None and _amounts(pair) == _amounts(lead)):
            return "quiet"
        if lead is None or self.context.change(lead) is None or self._marks(pair):
            return ""
        return "column"

    def _row(self, line: Line, pair: Pair, level: int, fold: str) -> Row:
        context = self.context
        change = context.change(pair)
        is_lead = pair is line.lead
        moved = change is not None and change.like_for_like != change.delta
        return Row(
            anchor=self._anchor(pair, is_lead),
            is_part=not is_lead,
            is_whole=is_lead and not line.leaf,
            level=level,
            code=_code(pair.item) if is_lead else "",
            name=context.line_name(pair) if is_lead else measure_name(pair.measure),
            changed=change is not None,
            kind=say(_KINDS[change.kind]) if change is not None and change.kind in _KINDS else "",
            old=context.figure(pair.old, "old"),
            new=context.figure(pair.new, "new"),
            difference=_NO_DIFFERENCE if change is None else context.change_difference(change),
            like=context.like(change) if change is not None and moved else "",
            bar=None if change is None else self._bar(change.delta),
            marks=self._marks(pair) if change is not None else (),
            quotes=tuple(context.quote(reason) for reason in change.reasons) if change is not None else (),
            notes=_notes(pair, change, context.figure(pair.adjusted, "new").text if pair.adjusted else ""),
            fold=fold,
            strips=pair_strips(context, [change]) if self.pictured and change is not None else (),
            like_value=context.style.value(change.like_for_like) if change is not None and moved else None,
            place=self._place(pair),
        )

    def _place(self, pair: Pair) -> str:
        """ "2 页 → 5 页": where the line stands in both documents; once where one printed line tells both amounts."""
        if pair.old is not None and pair.new is not None and told_together(self.context, pair.old, pair.new):
            return short_place(pair.new.where)
        return " → ".join(short_place(fact.where) for fact in (pair.old, pair.new) if fact is not None)

    def _without_amounts(self, line: Line, fold: str) -> Row:
        pair = line.others[0]
        return Row(
            anchor=self._anchor(pair, True),
            is_part=False,
            is_whole=not line.leaf,
            level=line.level,
            code=_code(line.item),
            name=self._name_of_whole(pair),
            changed=False,
            kind="",
            old=_EMPTY,
            new=_EMPTY,
            difference=_NO_DIFFERENCE,
            like="",
            bar=None,
            marks=(),
            quotes=(),
            notes=(),
            fold=fold,
            strips=(),
        )

    def _name_of_whole(self, part: Pair) -> str:
        """The name of a line of which only parts are printed; a sentence names the total by its part ("人员经费")."""
        name = self.context.line_name(part)
        return say(COLUMNS["total"]) if part.item == "total" and name == measure_name(part.measure) else name

    def _anchor(self, pair: Pair, is_lead: bool) -> str:
        """The item's own anchor for its first line in the report; later ones add the form and the column."""
        own = self.context.anchors[pair.item]
        if is_lead and own not in self.used:
            self.used.add(own)
            return own
        column = "" if is_lead else f"-{pair.measure}"
        return unused(anchor_for(f"{pair.statement}-{pair.item}{column}"), self.used)

    def _bar(self, delta: Decimal) -> Bar | None:
        """Half of the track is a fall, half a rise; the form's greatest difference fills its half."""
        if not delta or not self.greatest:
            return None
        width = min(abs(delta) * _HALF / self.greatest, Decimal(_HALF))
        left = _HALF if delta > 0 else _HALF - width
        return Bar(_percent(left), _percent(max(width, _THINNEST)), "up" if delta > 0 else "down")

    def _marks(self, pair: Pair) -> tuple[MoveMark, ...]:
        return tuple(
            mark
            for anchor, move in (*self.context.moves, *self.context.possible_moves)
            for mark in _marks_of_move(self.context, anchor, move, pair)
        )


def _marks_of_move(context: Context, anchor: str, move: Move, pair: Pair) -> Iterator[MoveMark]:
    given, received = ("调出", "调入") if is_likely(move) else ("也许调出", "也许调入")
    ends = ((given, "→", move.givers, move.receivers), (received, "←", move.receivers, move.givers))
    for word, arrow, own, others in ends:
        for part in own:
            if part.item == pair.item and (part.measure or move.measure) == pair.measure and pair.role == "own":
                amount = context.style.size(part.amount, *quanta(pair.old, pair.new))
                names = tuple(_end_name(context, move, other) for other in others)
                yield MoveMark(say(word), arrow, amount, names, anchor)


def _end_name(context: Context, move: Move, part: Part) -> tuple[str, str]:
    name = context.name(part.item)
    inside = len({end.item for end in (*move.givers, *move.receivers)}) == 1
    return (measure_name(part.measure or move.measure) if inside else name), context.item_link(part.item)


def _percent(share: Decimal | int) -> str:
    return f"{share:.1f}".removesuffix(".0") + "%"


def _amounts(pair: Pair) -> tuple[Decimal | None, Decimal | None]:
    return (pair.old.amount if pair.old else None), (pair.new.amount if pair.new else None)


def _code(item: str) -> str:
    return "·".join(name_in(part) for part in item.split("/") if kind_of(part) in CLASSIFIED)


def _notes(pair: Pair, change: Change | None, adjusted: str) -> tuple[str, ...]:
    notes = []
    if pair.occurrence:
        notes.append(say("同名之处：{where}", where=pair.occurrence))
    if change is not None and change.kind == RENAMED and change.old is not None:
        notes.append(say("原名“{name}”", name=change.old.name))
    if adjusted:
        notes.append(say("全年预算 {amount}", amount=adjusted))
    if change is not None and any(is_contradicted(reason, change) for reason in change.reasons):
        notes.append(say("所述原因与增减方向不符"))
    if change is not None and change.reasons and all(reason.set_phrase for reason in change.reasons):
        notes.append(say("所述原因是套话"))
    return tuple(notes)
