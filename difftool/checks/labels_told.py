"""Lines as sentences name them: "一般公共服务支出（类）发展与改革事务（款）事业运行（项）"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from difftool import codes
from difftool.codes.names import comparable, stem, without_ordinal
from difftool.model.disclosure import Passage
from difftool.pattern import lazy_pattern

_MARK = lazy_pattern(r"[（(](类|款|项)(?:级|级科目|级支出)?[）)]")
_NAME = lazy_pattern(r"[\u4e00-\u9fff（）()“”\"、/]+$")
# What stands before a name without belonging to it.
_LEAD = lazy_pattern(
    r"^.*?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|其中|用于|列入|反映|安排的|[①-⑳]|^[一二三四五六七八九十]+、|[：:])"
)
DEPTH = {"类": 3, "款": 5, "项": 7}
LEVELS = {depth: level for level, depth in DEPTH.items()}


class Label(Struct, frozen=True):
    """A name with its level mark. `known` says that the name as cut from the sentence is one that exists.

    `start` is the offset of the name in the passage.
    """

    name: str
    level: str
    start: int
    end: int
    known: bool

    @property
    def depth(self) -> int:
        return DEPTH[self.level]


class Path(Struct, frozen=True):
    """Labels that follow each other without a word between: a 类, its 款, the 款's 项."""

    labels: tuple[Label, ...]
    passage: Passage

    def at(self, level: str) -> Label | None:
        return next((label for label in self.labels if label.level == level), None)

    @property
    def words(self) -> str:
        return "".join(f"{label.name}（{label.level}）" for label in self.labels)


def paths_in(passage: Passage, names: frozenset[str]) -> Iterator[Path]:
    """The paths of a passage; `names` are the stems of the names that the document's own forms print."""
    run: list[Label] = []
    end = 0
    for match in _MARK.finditer(passage.text):
        before = passage.text[end : match.start()]
        label = label_of(before, match, end, names)
        if run and (label is None or label.start > end + 3 or label.depth <= run[-1].depth):
            yield Path(tuple(run), passage)
            run = []
        if label is not None:
            run.append(label)
        end = match.end()
    if run:
        yield Path(tuple(run), passage)


def label_of(before: str, match: re.Match[str], offset: int, names: frozenset[str]) -> Label | None:
    """The name that ends at a mark: the longest ending of the text before it that is a known name.

    Where none is known, the whole run of characters back to the last punctuation mark, if it is short enough.
    """
    run = _NAME.search(before)
    if run is None:
        return None
    text = run.group()
    for cut in range(len(text) - 1):
        if is_name(text[cut:], names):
            start = offset + run.start() + cut
            return Label(text[cut:], match[1], start, match.end(), known=True)
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    text = re.split(r"[、“”\"]", text)[-1] if text.count("、") > 1 else text
    if not 2 <= len(text) <= 20:
        return None
    return Label(text, match[1], match.start() - len(text), match.end(), known=False)


def is_name(text: str, names: frozenset[str]) -> bool:
    if stem(text) in names or codes.functional_candidates(text):
        return True
    return without_ordinal(text) == comparable(text) and codes.top_category(text) is not None


def codes_of(name: str) -> set[str]:
    """Every code that the classification of any year gives to a name, of any level."""
    found = set(codes.functional_candidates(name))
    category = codes.top_category(name)
    return found | {category} if category else found
