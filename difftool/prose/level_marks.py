"""Lines named by marks of their level: "一般公共服务支出（类）人大事务（款）行政运行（项）"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from difftool.pattern import lazy_pattern
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.names import suffixes

LEVELS = {"类": 3, "款": 5, "项": 7}
_MARK = lazy_pattern(r"[”\"’]?[（(【\[](类|款|项)(?:级)?(?:科目)?[)）】\]]")
# What joins two names of a path: "一般公共服务（类）-人大事务（款）", "…（类）中的…（款）".
_JOINT = lazy_pattern(r"(?:[-—－–─/／→>＞、，,·“\"‘’]+|(?:科目|项)?[中下里]的|科目下|项下|及其)+")


def by_marks(text: str, lines: Lines) -> Iterator[Mention]:
    """The lines that a text names by 类, 款 and 项 marks, in order."""
    marks = list(_MARK.finditer(text))
    index = 0
    while index < len(marks):
        chain = [marks[index]]
        while index + 1 < len(marks) and chained(text, chain[-1], marks[index + 1]):
            index += 1
            chain.append(marks[index])
        index += 1
        mention = of_chain(text, chain, lines)
        if mention:
            yield mention


def chained(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a mark goes on with the path of the mark before: a lower level, only a name between."""
    between = text[before.end() : after.start()]
    lower = LEVELS[after.group(1)] > LEVELS[before.group(1)]
    return lower and len(between) <= 40 and not re.search(r"[。；;：:]|\d", between)


def of_chain(text: str, chain: list[re.Match[str]], lines: Lines) -> Mention | None:
    """The line that marks of one path name together."""
    first, last = chain[0], chain[-1]
    names = [without_joint(text[a.end() : b.start()]) for a, b in pairwise(chain)]
    lead = text[max(0, first.start() - 40) : first.start()]
    heads = suffixes(lead)
    lower = [(level(mark), name) for mark, name in zip(chain[1:], names, strict=True)]
    # A name has no mark where it begins: a head that is a name by itself goes before one with words in front.
    known = [head for head in (*bracketed(lead), *heads) if lines.is_name(head, level(first))]
    for head, near in [*((head, False) for head in known), *((head, True) for head in heads[:1])]:
        code = lines.resolve([(level(first), head), *lower], near=near or bool(lower))
        if code:
            name = names[-1] if names else head
            return Mention(f"func:{code}", name, first.start() - len(head), last.end(), True)
    return None


def level(mark: re.Match[str]) -> int:
    """How many digits the code of a marked level has."""
    return LEVELS[mark.group(1)]


def without_joint(name: str) -> str:
    """A name of a path without what joins it to the name before; a name that begins alike is left whole."""
    joint = _JOINT.match(name)
    return name[joint.end() :] if joint and joint.end() < len(name) - 1 else name


def bracketed(text: str) -> list[str]:
    """What a name with brackets of its own before a mark can be: "政府办公厅（室）及相关机构事务"."""
    last = max(text.rfind("）"), text.rfind(")"))
    return [text[start:] for start in range(max(last - 1, 0)) if text[start] not in "（()）"]
