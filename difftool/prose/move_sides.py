"""Which of the lines that a sentence names gave money and which received it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from difftool.prose import move_words as words
from difftool.prose.move_ends import (
    COMES,
    GIVER,
    OPEN,
    RECEIVER,
    STOOD,
    USED_FOR,
    WEAK_GIVER,
    WEAK_RECEIVER,
    Group,
    Masked,
)

_PARTS = (GIVER, STOOD, COMES, WEAK_GIVER, RECEIVER, WEAK_RECEIVER, USED_FOR)


def sides(found: Sequence[Group], here: str, told: Masked) -> tuple[list[Group], list[Group]]:
    """The groups that give and those that receive; one side may be empty where the line in hand is meant."""
    parts = {part: [group for group in found if group.part == part] for part in _PARTS}
    giving = parts[GIVER] + parts[STOOD]
    receiving = parts[RECEIVER]
    if parts[COMES] and giving and not receiving:
        receiving = parts[COMES]
    elif not giving:
        giving = parts[COMES]
    if not giving and (receiving or parts[WEAK_RECEIVER] or parts[USED_FOR]):
        giving = parts[WEAK_GIVER]
    if giving:
        # "统筹用于其他支出" alone tells of a use: it names a line only where another is named that gave.
        parts[WEAK_RECEIVER] += parts[USED_FOR]
    known = set(items(giving)) | set(items(receiving))
    free = [without(group, known) for group in found if group.part == OPEN and set(items([group])) - known]
    if not receiving and parts[WEAK_RECEIVER] and (giving or free or here):
        receiving = [group for group in parts[WEAK_RECEIVER] if not set(items([group])) & set(items(giving))]
        if not giving and not free and set(items(receiving)) == {here}:
            return [], []
    if receiving and not giving:
        giving = [group for group in free if group.start < receiving[0].start][-1:]
    elif giving and not receiving:
        receiving = left_to_receive(giving, free, told, stood_only=not parts[GIVER])
    elif not giving and words.RECLASSIFIED.search(told.text):
        giving = [group for group in free if words.FELL.search(told.text[group.end :])]
        receiving = [group for group in free if words.ROSE.search(told.text[group.end :])]
        if not giving or not receiving:
            return [], []
    return giving, receiving


def left_to_receive(giving: Sequence[Group], free: Sequence[Group], told: Masked, stood_only: bool) -> list[Group]:
    """The line that receives where no word says so: what the sentence is about, else what it names after the givers.

    Where money stood before is told only, it must be told too that it stands elsewhere now.
    """
    topic = [group for group in free if group.start < giving[0].start][-1:]
    beside = topic and not re.search("[，：]", told.text[topic[0].end : giving[0].start])
    if stood_only and not beside and not words.NOW_AT_ALL.search(told.text):
        return []
    after = [group for group in free if group.start > giving[-1].start]
    return topic or [group for group in after if not re.search("[与和同跟]$", told.text[: group.start])][:1]


def without(group: Group, known: set[str]) -> Group:
    """The lines of a group whose part no other word gives."""
    return replace(group, named=tuple(one for one in group.named if one.item not in known))


def items(found: Sequence[Group]) -> tuple[str, ...]:
    """The items of all lines of the groups, each once, in the order of the sentence."""
    return tuple(dict.fromkeys(one.item for group in found for one in group.named))
