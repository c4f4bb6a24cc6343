"""Three to five findings in plain sentences: what moved, what really changed, what contradicts itself."""

from __future__ import annotations

from difftool.model.comparison import CONTRADICTION, Change, Check
from difftool.report.amounts import percent_text, quanta
from difftool.report.appendix import failed_checks
from difftool.report.context import Context, different_bodies
from difftool.report.move_cards import move_quotes, move_sentence, stays_inside_a_line
from difftool.report.pictures import pair_strips
from difftool.report.view import Finding
from difftool.report.waterfall import leaf_changes

_MOST = 5
_MOST_MOVES = 2
_MOST_CHANGES = 2
_GRAVE = ("", CONTRADICTION)
_TRENDS = {True: "up", False: "down"}


def findings_of(context: Context, statement: str | None) -> tuple[Finding, ...]:
    """Up to five findings. Between different bodies a difference is no rise or fall, so that only checks remain."""
    found = _moves(context)
    found += [_real_change(context, change) for change in greatest_changes(context, statement)]
    found += [_three_public(context, change) for change in three_public_change(context)]
    return tuple([*found[: _MOST - 1], *_contradictions(context)][:_MOST])


def greatest_changes(context: Context, statement: str | None) -> list[Change]:
    """The lines that really changed most, like for like."""
    if statement is None or different_bodies(context.comparison):
        return []
    changes = [change for change in leaf_changes(context, statement) if change.like_for_like]
    changes.sort(key=lambda change: (-abs(change.like_for_like), change.item))
    return changes[:_MOST_CHANGES]


def three_public_change(context: Context) -> list[Change]:
    """The change of the 三公 total where both documents print it; at most one."""
    if different_bodies(context.comparison):
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
        opening = "同一科目内换了栏目" if stays_inside_a_line(move) else "钱换了科目"
        sentence = f"{opening}：{move_sentence(context, move)}。这不是增减。"
        found.append(Finding("换科目", "move", sentence, move_quotes(context, move), f"#{anchor}"))
    return found


def _real_change(context: Context, change: Change) -> Finding:
    steps = quanta(change.old, change.new)
    rises = change.like_for_like > 0
    size = context.style.size(change.like_for_like, *steps)
    old, new = context.figure(change.old, "old").text, context.figure(change.new, "new").text
    verb = "增加" if rises else "减少"
    moved_too = change.like_for_like != change.delta
    sentence = f"{context.name(change.item)}{'真正' if moved_too else ''}{verb} {size}"
    if not moved_too:
        percent = percent_text(change.percent)
        sentence += f"：{old} → {new} 万元" + (f"（{percent}）" if percent else "")
    else:
        moved = context.style.size(change.delta - change.like_for_like, *steps)
        sentence += f"：{old} → {new} 万元，其中 {moved}只是换了科目"
    quotes = tuple(context.quote(reason) for reason in change.reasons[:1])
    link, strips = context.item_link(change.item), pair_strips(context, [change])
    return Finding("增" if rises else "减", _TRENDS[rises], f"{sentence}。", quotes, link, strips)


def _three_public(context: Context, change: Change) -> Finding:
    rises = change.delta > 0
    size = context.style.size(change.delta, *quanta(change.old, change.new))
    old, new = context.figure(change.old, "old").text, context.figure(change.new, "new").text
    percent = percent_text(change.percent)
    sentence = f"“三公”经费{'增加' if rises else '减少'} {size}：{old} → {new} 万元"
    sentence += f"（{percent}）。" if percent else "。"
    link, strips = context.item_link(change.item), pair_strips(context, [change])
    return Finding("三公", _TRENDS[rises], sentence, (), link, strips)


def grave_checks(context: Context) -> list[Check]:
    """The checks that failed by more than rounding, form or wording."""
    return [check for check in failed_checks(context.comparison.checks) if check.grade in _GRAVE]


def _contradictions(context: Context) -> list[Finding]:
    failed = grave_checks(context)
    if not failed:
        return []
    first = failed[0].message.rstrip("。")
    more = f"另有 {len(failed) - 1} 处。" if len(failed) > 1 else ""
    return [Finding("对不上", "check", f"文件自相矛盾：{first}。{more}", (), "#checks")]
