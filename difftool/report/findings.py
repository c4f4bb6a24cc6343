"""Three to five findings in plain sentences: what moved, what really changed, what contradicts itself."""

from __future__ import annotations

from difftool.model.comparison import CONTRADICTION, OTHER, Change
from difftool.report.amounts import percent_text, quanta
from difftool.report.appendix import failed_checks
from difftool.report.context import Context
from difftool.report.move_cards import move_quotes, move_sentence, stays_inside_a_line
from difftool.report.totals import own_pairs
from difftool.report.view import Finding
from difftool.report.waterfall import leaf_changes

_MOST = 5
_MOST_MOVES = 2
_MOST_CHANGES = 2
_GRAVE = ("", CONTRADICTION)
_TRENDS = {True: "up", False: "down"}


def findings_of(context: Context, statement: str | None) -> tuple[Finding, ...]:
    """Up to five findings. Between different bodies a difference is no rise or fall, so that only checks remain."""
    found: list[Finding] = []
    if context.comparison.basis != OTHER or context.moves:
        found += _moves(context)
        found += _real_changes(context, statement)
        found += _three_public(context)
    return tuple([*found[: _MOST - 1], *_contradictions(context)][:_MOST])


def _moves(context: Context) -> list[Finding]:
    found = []
    for anchor, move in context.moves[:_MOST_MOVES]:
        opening = "同一科目内换了栏目" if stays_inside_a_line(move) else "钱换了科目"
        sentence = f"{opening}：{move_sentence(context, move)}。这不是增减。"
        found.append(Finding("换科目", "move", sentence, move_quotes(context, move), f"#{anchor}"))
    return found


def _real_changes(context: Context, statement: str | None) -> list[Finding]:
    if statement is None:
        return []
    changes = [change for change in leaf_changes(context, statement) if change.like_for_like]
    changes.sort(key=lambda change: (-abs(change.like_for_like), change.item))
    return [_real_change(context, change) for change in changes[:_MOST_CHANGES]]


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
    return Finding("增" if rises else "减", _TRENDS[rises], f"{sentence}。", quotes, context.item_link(change.item))


def _three_public(context: Context) -> list[Finding]:
    for statement in ("three_public", "narrative"):
        for pair in own_pairs(context, statement):
            if pair.item != "public:total" or pair.measure != "total":
                continue
            change = context.change(pair)
            if change is None or change.old is None or change.new is None or not change.delta:
                return []
            rises = change.delta > 0
            size = context.style.size(change.delta, *quanta(change.old, change.new))
            old, new = context.figure(change.old, "old").text, context.figure(change.new, "new").text
            percent = percent_text(change.percent)
            sentence = f"“三公”经费{'增加' if rises else '减少'} {size}：{old} → {new} 万元"
            sentence += f"（{percent}）。" if percent else "。"
            return [Finding("三公", _TRENDS[rises], sentence, (), context.item_link(pair.item))]
    return []


def _contradictions(context: Context) -> list[Finding]:
    failed = [check for check in failed_checks(context.comparison.checks) if check.grade in _GRAVE]
    if not failed:
        return []
    first = failed[0].message.rstrip("。")
    more = f"另有 {len(failed) - 1} 处。" if len(failed) > 1 else ""
    return [Finding("对不上", "check", f"文件自相矛盾：{first}。{more}", (), "#checks")]
