"""Who gives and who receives in a sentence about moved money: every line that it names is given a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.pattern import lazy_pattern
from difftool.prose import move_words as words
from difftool.prose.mention import Mention

GIVER, RECEIVER = "giver", "receiver"
STOOD, COMES, WEAK_GIVER, WEAK_RECEIVER = "stood", "comes", "weak giver", "weak receiver"
USED_FOR = "used for"
UNUSABLE, OPEN = "unusable", "open"

_HERE = lazy_pattern(
    r"(?:[本该此]|这一|这个|上述)(?:功能|支出|预算)*(?:分类)?(?:科目|[项款类级])(?!目|工作|经费|资金|业务|任务|级|收|上|[增减支])"
    r"|(?<=[到至入于在])此(?=$|[，。；])"
)
_FORMER_LATTER = lazy_pattern("[前后]者|[前后]一(?:科目|项)")
_COLUMNS = {"基本支出": "basic", "项目支出": "project", "人员经费": "personnel", "公用经费": "public"}
_COLUMN = lazy_pattern("|".join(_COLUMNS))
# Names are printed in quotation marks, with their code before or after, with 科目 behind.
_OPENING = lazy_pattern(r"(?:(?:(?:功能|支出|预算)(?:分类)?)?科目)?[“\"（(]*(?:2\d{2}(?:\d{2}){0,2})?[-—_“\"（(]*$")
_CLOSING = lazy_pattern(
    r"(?:[”\"]|[（(]2\d{2}(?:\d{2}){0,2}[）)]|[（(][类款项][）)])*(?:(?:功能|支出)?(?:分类)?科目|项级?(?!目|工作|经费)|款(?!级|项|额))*[”\"]*[）)]?(?:项下)?"
)
_JOINED = lazy_pattern(rf"{words.LINE}{words.AMOUNT}?(?:(?:[、和及与]|以及){words.LINE}{words.AMOUNT}?)*")
# Between names in quotation marks no mark is printed: "将“医疗服务”“公共卫生”科目合并至本科目".
_SIDE_BY_SIDE = ("”“", '""')
_POINT_IN_TIME = lazy_pattern(
    rf"[（(\d一二三四五六七八九十）).、是]*[自从在]?(?:(?:[今本下上去]年|明年|次年)度?[起初末来中以后]*"
    rf"|[{words.YEAR_BEFORE}{words.YEAR_AFTER}][^{words.LINE}{words.COLUMN}{words.AMOUNT}比较与同预决]{{0,14}})"
)
_YEAR = lazy_pattern(r"(20[0-4]\d)年")


class Named(Struct, frozen=True):
    """A line of a sentence ("本科目" too), or a column where `column` is set, at `start` to `end` of its text."""

    item: str
    start: int
    end: int
    column: bool = False


class Sum(Struct, frozen=True):
    """An amount at `start` to `end` of a sentence: `free` unless it is a difference, `own` where it is the line's."""

    amount: Decimal
    start: int
    end: int
    free: bool
    own: bool


class Group(Struct, frozen=True):
    """Lines that a sentence names side by side, in one part, at `start` to `end` of the masked text."""

    named: tuple[Named, ...]
    start: int
    end: int
    part: str


class Masked(Struct, frozen=True):
    """A sentence with one character for each line, column and amount, in order."""

    text: str
    named: tuple[Named, ...]
    sums: tuple[Sum, ...]

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Where the clauses between commas begin and end; one that is only a point in time belongs to the next."""
        start = 0
        for match in re.finditer(r"[，：:]|$", self.text):
            clause = self.text[start : match.start()]
            if _POINT_IN_TIME.fullmatch(clause):
                continue
            yield start, match.start()
            start = match.end()


def named_parts(sentence: str, mentions: Sequence[Mention], here: str) -> list[Named]:
    """The lines and columns that a sentence names, and the words that point to one ("本科目", "前者")."""
    found = [Named(mention.item, mention.start, mention.end) for mention in mentions]

    def free(match: re.Match[str]) -> bool:
        return all(match.end() <= other.start or match.start() >= other.end for other in found)

    topic = here or (found[0].item if found else "")
    if not here and found and re.match(r"[^，。；：:]{0,6}", sentence[: found[0].start]) is None:
        topic = ""
    pointing = [match for match in _HERE.finditer(sentence) if free(match)]
    first_two = [named.item for named in found[:2]]
    either = [match for match in _FORMER_LATTER.finditer(sentence) if len(first_two) == 2]
    for match in pointing:
        if topic:
            found.append(Named(topic, match.start(), match.end()))
    for match in either:
        found.append(Named(first_two[match.group().startswith("后")], match.start(), match.end()))
    found += [Named(_COLUMNS[m.group()], *m.span(), column=True) for m in _COLUMN.finditer(sentence) if free(m)]
    return sorted(found, key=lambda named: named.start)


def masked(sentence: str, named: Sequence[Named], sums: Sequence[Sum], year: int) -> Masked:
    """The sentence with its ends and amounts as single characters and its years told apart from the document's own."""
    pieces: list[tuple[int, int, str]] = []
    for one in named:
        opening = _OPENING.search(sentence[: one.start])
        closing = _CLOSING.match(sentence, one.end)
        start = opening.start() if opening and not one.column else one.start
        end = closing.end() if closing and not one.column else one.end
        if unopened(sentence[start:end]):
            end = one.end
        pieces.append((start, end, words.COLUMN if one.column else words.LINE))
    for one_sum in sums:
        start, end = one_sum.start, one_sum.end
        if sentence[start - 1 : start] in ("（", "(") and sentence[end : end + 1] in ("）", ")"):
            start, end = start - 1, end + 1
        pieces.append((start, end, words.AMOUNT))
    for match in _YEAR.finditer(sentence):
        told = int(match.group(1))
        mark = words.YEAR_BEFORE if told < year else words.YEAR_AFTER
        pieces.append((*match.span(), "本年" if told == year else mark))
    text, last = "", 0
    for start, end, mark in sorted(pieces):
        if sentence[start - 1 : start + 1] in _SIDE_BY_SIDE and start == last and mark == words.LINE:
            text += "、"
        text += sentence[last : max(start, last)] + mark
        last = max(end, last)
    return Masked(text + sentence[last:], tuple(named), tuple(sums))


def unopened(text: str) -> bool:
    """Whether a bracket closes in a text that opens outside it."""
    return text.count("）") + text.count(")") > text.count("（") + text.count("(")


def groups(told: Masked) -> list[Group]:
    """The lines of a sentence with the part that the words around them give to each, those side by side together."""
    lines = iter([one for one in told.named if not one.column])
    found = []
    for match in _JOINED.finditer(told.text):
        named = tuple(next(lines) for _ in range(match.group().count(words.LINE)))
        found.append(Group(named, *match.span(), part_of(told.text, match.start(), match.end())))
    return found


def columns(told: Masked) -> list[Group]:
    """The columns of a sentence with the part of each."""
    named = iter([one for one in told.named if one.column])
    return [
        Group((next(named),), *match.span(), part_of(told.text, *match.span()))
        for match in re.finditer(words.COLUMN, told.text)
    ]


def part_of(text: str, start: int, end: int) -> str:
    """The part that the words before and after an end give to it."""
    before, after = text[:start], text[end:]
    if words.NO_END_BEFORE.search(before) or words.NO_END_AFTER.search(after):
        return UNUSABLE
    if words.NEW_BESIDE.search(before) and words.SPLIT_OFF.search(after):
        return RECEIVER
    if words.NO_LONGER.search(before) or (words.NOT_HERE.search(before) and words.STANDS.search(after)):
        return GIVER
    if words.NOW_BY.search(before):
        return RECEIVER
    if words.EARLIER.search(before):
        return UNUSABLE if after.startswith("已") else STOOD
    if words.TAKEN_FROM.search(before):
        return GIVER
    if words.TO.search(before):
        return OPEN if after.startswith("的") and words.TO.search(re.split(f"[{words.LINE}，]", after)[0]) else RECEIVER
    if words.FROM.search(before) and words.GOES.search(after):
        return GIVER
    if words.BY.search(before) and (words.GOES.search(after) or words.COMPOSED.search(after)):
        return GIVER
    if words.NOW.search(before) or words.RECEIVES.search(after):
        return RECEIVER
    if re.search("[向往]$", before):
        return RECEIVER if words.GOES.search(after) else OPEN
    if words.GIVES.search(after):
        return GIVER
    if words.COMES.search(after):
        return COMES
    if words.LESSENED.search(after):
        return WEAK_GIVER
    if words.WEAK_TO.search(before):
        return USED_FOR
    if words.PLACED_IN.search(before) and words.STANDS.search(after):
        return WEAK_RECEIVER
    return OPEN
