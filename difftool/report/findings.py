"""Three to five findings in plain sentences: what moved, what really changed, what contradicts itself."""

from __future__ import annotations

from difftool.model.comparison import CROSSWALK, EXACT, INFERRED, Change
from difftool.report.amounts import percent_text, quanta
from difftool.report.context import Context
from difftool.report.contradictions import contradictions_of
from difftool.report.language import say
from difftool.report.move_cards import move_quotes, move_sentence, stays_inside_a_line
from difftool.report.pictures import move_pairs, pair_strips
from difftool.report.view import Finding
from difftool.report.waterfall import leaf_changes

_MOST = 5
_MOST_MOVES = 2
_MOST_CHANGES = 2
# What a document states is quoted below the sentence.
_GROUNDS = {
    CROSSWALK: "依据：科目表调整。",
    EXACT: "依据：金额恰好相抵，文件没有写明。",
    INFERRED: "依据：推断，文件没有写明，请核对。",
}
_TRENDS = {True: "up", False: "down"}
_TAGS = {True: "增", False: "减"}
_VERBS = {True: "增加", False: "减少"}
_REAL_VERBS = {True: "真正增加", False: "真正减少"}


def findings_of(context: Context, statement: str | None) -> tuple[Finding, ...]:
    """Up to five findings. Between different bodies a difference is no rise or fall, so that only checks remain."""
    found = _moves(context)
    found += [_real_change(context, change) for change in greatest_changes(context, statement)]
    found += [_three_public(context, change) for change in three_public_change(context)]
    return tuple([*found[: _MOST - 1], *contradictions_of(context)][:_MOST])


def greatest_changes(context: Context, statement: str | None) -> list[Change]:
    """The lines that really changed most, like for like."""
    if statement is None or context.different_bodies:
        return []
    changes = [change for change in leaf_changes(context, statement) if change.like_for_like]
    changes.sort(key=lambda change: (-abs(change.like_for_like), change.item))
    return changes[:_MOST_CHANGES]


def three_public_change(context: Context) -> list[Change]:
    """The change of the 三公 total where both documents print it; at most one."""
    if context.different_bodies:
        return []
    for statement in ("three_public", "narrative"):
        pair = context.pairs.get((statement, "public:total", "total"))
        change = context.change(pair) if pair is not None else None
        if change is not None and change.delta and change.old is not None and change.new is not None:
            return [change]
    return []


def _moves(context: Context) -> list[Finding]:
    found = []
    for anchor, move in context.moves[:_MOST_MOVES]:
        opening = say("同一科目内换了栏目") if stays_inside_a_line(move) else say("钱换了科目")
        sentence = say("{opening}：{move}。这不是增减。", opening=opening, move=move_sentence(context, move))
        sentence += say(_GROUNDS.get(move.evidence, ""))
        strips = pair_strips(context, move_pairs(context, move))
        found.append(Finding(say("换科目"), "move", sentence, move_quotes(context, move), f"#{anchor}", strips))
    return found


def _real_change(context: Context, change: Change) -> Finding:
    steps = quanta(change.old, change.new)
    rises = change.like_for_like > 0
    size = context.style.size(change.like_for_like, *steps)
    moved_too = change.like_for_like != change.delta
    verb = _REAL_VERBS[rises] if moved_too else _VERBS[rises]
    what = {
        "name": context.name(change.item),
        "verb": say(verb),
        "size": size,
        "way": context.style.way(change.old, change.new),
    }
    if not moved_too:
        percent = percent_text(change.percent)
        sentence = say("{name}{verb} {size}：{way}{share}。", **what, share=_in_brackets(percent))
    else:
        moved = context.style.size(change.delta - change.like_for_like, *steps)
        sentence = say("{name}{verb} {size}：{way}，其中 {moved}只是换了科目。", **what, moved=moved)
    quotes = tuple(context.quote(reason) for reason in change.reasons[:1])
    link, strips = context.item_link(change.item), pair_strips(context, [change])
    return Finding(say(_TAGS[rises]), _TRENDS[rises], sentence, quotes, link, strips)


def _three_public(context: Context, change: Change) -> Finding:
    rises = change.delta > 0
    size = context.style.size(change.delta, *quanta(change.old, change.new))
    sentence = say(
        "{name}{verb} {size}：{way}{share}。",
        name=say("“三公”经费"),
        verb=say(_VERBS[rises]),
        size=size,
        way=context.style.way(change.old, change.new),
        share=_in_brackets(percent_text(change.percent)),
    )
    link, strips = context.item_link(change.item), pair_strips(context, [change])
    return Finding(say("三公"), _TRENDS[rises], sentence, (), link, strips)


def _in_brackets(percent: str) -> str:
    return say("（{percent}）", percent=percent) if percent else ""
