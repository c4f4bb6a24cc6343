"""What a passage opens with: the number of a heading, the line of a label, the column that it tells of."""

from __future__ import annotations

import re

from difftool.pattern import lazy_pattern
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention, shifted
from difftool.prose.named import dashed, firmly
from difftool.prose.ordinals import BRACKETED, CHINESE, CIRCLED
from difftool.prose.periods import is_pure
from difftool.prose.subjects import public_mentions

LONGEST_HEAD = 120  # characters behind its number in which a passage names its line

_ORDINAL = lazy_pattern(rf"^(?:{CHINESE}、|{BRACKETED}|\d{{1,2}}[.．、]|{CIRCLED})?[“\"]?")
_LEVEL_MARK = lazy_pattern(r"[（(](?:类|款|项)[)）]")
_PART = lazy_pattern(r"(人员经费|公用经费|日常公用经费|基本支出|项目支出|专项业务经费)(?:支出)?[：:]")
_MEASURES = {
    "人员经费": "personnel",
    "公用经费": "public",
    "日常公用经费": "public",
    "基本支出": "basic",
    "项目支出": "project",
    "专项业务经费": "project",
}


def opening(text: str, lines: Lines) -> Mention | None:
    """The line that a passage opens with: "1.一般公共服务（类）…（项）。", "（二）公务接待费"."""
    start = _ORDINAL.match(text).end()  # type: ignore[union-attr]
    head = re.split(r"[。：:]|主要用于", text[start : start + LONGEST_HEAD], maxsplit=1)[0]
    for mention in (*firmly(head, lines), *dashed(head, lines)):
        if mention.start <= 4:
            return shifted(mention, start)
    if len(head) <= 24:
        for mention in public_mentions(head):
            if mention.start <= 1 and is_pure(head[mention.end :]):
                return shifted(mention, start)
    return None


def unresolved_path(text: str, lines: Lines) -> tuple[str, int]:
    """The path of level marks that a passage opens with where no line is known by it, and its end; "" and 0 else.

    四川 leaves the name of the 项 out, or names two: "一般公共服务（类）政府办公厅（室）及相关机构事务（款）（项）：…".
    """
    start = _ORDINAL.match(text).end()  # type: ignore[union-attr]
    head = re.split(r"[。：:，,；;]", text[start : start + LONGEST_HEAD], maxsplit=1)[0]
    marks = list(_LEVEL_MARK.finditer(head))
    if not marks or any(firmly(head, lines)):
        return "", 0
    return head[: marks[-1].end()], start + marks[-1].end()


def is_numbered(text: str) -> bool:
    """Whether a passage opens with the number of a heading, or with a quotation mark."""
    return bool(_ORDINAL.match(text).end())  # type: ignore[union-attr]


def part_opened(text: str) -> str:
    """The column that a passage tells of from its first words on: "人员经费：…", "total" where it names none."""
    match = _PART.search(text[:24])
    return _MEASURES[match.group(1)] if match else "total"
