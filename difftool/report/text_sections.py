"""The text that changed, section by section; sentences in which only amounts differ are folded away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from difftool.compare.sections import is_glossary, is_of_forms
from difftool.compare.sentences import tells_amounts
from difftool.model.comparison import ADDED, CHANGED, MOVED, NUMBERS, REMOVED, TextChange
from difftool.report.context import Context
from difftool.report.language import say
from difftool.report.sources import Reference
from difftool.report.view import Piece, TextRow, TextSection, TextView
from difftool.report.word_differences import word_differences

KINDS = {
    CHANGED: ("≠ 改写", "改写 {count} 句"),
    ADDED: ("＋ 新增", "新增 {count} 句"),
    REMOVED: ("− 删去", "删去 {count} 句"),
    MOVED: ("⇄ 移动", "移动 {count} 句"),
    NUMBERS: ("# 数字", "只有数字不同 {count} 句"),
}
_MOST_OPEN = 40  # sentences of a section


def text_view(context: Context) -> TextView | None:
    """The changed text, None where none changed.

    Sections about duties, offices and tasks are open; glossaries, notes under forms, sections that mostly tell
    amounts, very long ones and those of different bodies are folded.
    """
    changes = context.comparison.text_changes
    if not changes:
        return None
    kinds = {change.kind for change in changes}
    one_sided = kinds == {ADDED} or kinds == {REMOVED}
    folded = one_sided or context.different_bodies
    became = _became(changes)
    groups: dict[str, list[TextChange]] = {}
    for change in changes:
        name = change.new_section or became.get(change.old_section, change.old_section)
        groups.setdefault(name, []).append(change)
    sections = [_section(context, group, became, folded) for group in groups.values()]
    worded = tuple(one for one in sections if one.rows)
    figures = tuple(one for one in sections if not one.rows)
    note = ""
    if one_sided:
        note = say("文字说明只见于 {label}。", label=context.label("new" if kinds == {ADDED} else "old"))
    return TextView(_counts(changes), note, worded, figures)


def _became(changes: Sequence[TextChange]) -> dict[str, str]:
    """The new section for each old one: where its title went, else where most of its sentences went."""
    became: dict[str, str] = {}
    stayed = [change for change in changes if change.old_section and change.new_section and change.kind != MOVED]
    votes = Counter((change.old_section, change.new_section) for change in stayed)
    for (old, new), _ in votes.most_common():
        became.setdefault(old, new)
    became |= {change.new_section: change.new_section for change in changes if change.new_section}
    for change in stayed:
        if _is_title(change.old, change.old_section):
            became[change.old_section] = change.new_section
    return became


def _section(context: Context, changes: Sequence[TextChange], became: dict[str, str], folded: bool) -> TextSection:
    heading = next((one for one in changes if _is_heading_of_one_side(one)), None)
    told = [change for change in changes if change is not heading]
    worded = [change for change in told if change.kind != NUMBERS]
    name = next((one.new_section for one in changes if one.new_section), changes[0].old_section)
    amounts = sum(tells_amounts(f"{change.old} {change.new}") for change in worded)
    whole = {ADDED: "新增的一节", REMOVED: "删去的一节"}
    return TextSection(
        title=name or say("开头"),
        tag=say(whole[heading.kind]) if heading else "",
        summary=_counts(told),
        rows=tuple(_row(context, change, became) for change in worded),
        figures=tuple(_row(context, change, became) for change in told if change.kind == NUMBERS),
        opened=not (folded or _is_set_text(name) or amounts * 2 >= len(worded) or len(worded) > _MOST_OPEN),
    )


def _is_set_text(section: str) -> bool:
    """Whether the finance office wrote a section: the meaning of terms, notes under forms."""
    return is_glossary(section) or is_of_forms(section)


def _is_heading_of_one_side(change: TextChange) -> bool:
    if change.kind not in (ADDED, REMOVED):
        return False
    if change.kind == ADDED:
        return not change.old_section and _is_title(change.new, change.new_section)
    return not change.new_section and _is_title(change.old, change.old_section)


def _is_title(text: str, section: str) -> bool:
    return section.rpartition(" › ")[2] == text


def _counts(changes: Iterable[TextChange]) -> str:
    kinds = [change.kind for change in changes]
    return say("，").join(say(words, count=kinds.count(kind)) for kind, (_, words) in KINDS.items() if kind in kinds)


def _row(context: Context, change: TextChange, became: dict[str, str]) -> TextRow:
    pieces = {
        ADDED: (Piece("new", change.new),),
        REMOVED: (Piece("old", change.old),),
        MOVED: (Piece("both", change.new),),
    }
    is_elsewhere = bool(change.old and change.new) and became.get(change.old_section) != change.new_section
    return TextRow(
        kind=change.kind,
        word=say(KINDS[change.kind][0]),
        pieces=pieces.get(change.kind) or word_differences(change.old, change.new),
        note=say("原在“{section}”", section=change.old_section) if is_elsewhere else "",
        sources=tuple(_sources(context, change)),
    )


def _sources(context: Context, change: TextChange) -> list[Reference]:
    places = (("old", change.old_where), ("new", change.new_where))
    return [context.links[side].reference(where) for side, where in places if where is not None]
