"""Every budget line that a sentence names, however loosely: by path, code, "某项", or the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool import codes
from difftool.model.item import kind_of, name_in
from difftool.pattern import lazy_pattern
from difftool.prose.level_marks import by_marks
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.names import plain
from difftool.prose.printed_codes import by_codes

SHORTEST_BARE_NAME = 4

_NAME = r"[一-鿿、（）()“”]"
_DASHES = "-—－–>＞/"
_DASH = rf"[{_DASHES}]{{1,2}}"
_DASHED = lazy_pattern(
    rf"([一-鿿、（）()]{{2,20}}){_DASH}(?:([一-鿿、（）()]{{2,24}}){_DASH})?([一-鿿、（）()]{{2,24}})"
)
_LOOSE = lazy_pattern(rf"({_NAME}{{2,24}}?)款({_NAME}{{2,30}}?)项")
_LISTED = lazy_pattern(r"(?P<upper>[一-鿿（）()]{2,24}?)[（(]款[)）]的?(?P<list>[一-鿿、（）()]{4,90})")
_BETWEEN = lazy_pattern(r"(?:(?![将由从把原列入至到为转归改调及和与的])[一-鿿])+")
_QUOTED = lazy_pattern(r"[“\"]([一-鿿、（）()]{2,30})[”\"]")
_SUFFIXED = lazy_pattern(rf"({_NAME}{{2,30}}?)(?:项|科目|款)(?!级|目|资金|经费)")
# What stands before a bare name at the end of a text; after other words it ends a longer name.
_BEFORE_BARE = lazy_pattern(r"(?:[，,。；;：:、“”\"（(）)\-—_]|其中|包括|分为|[及和]|\d[.．、]?|本(?:单位|部门))$")
_NUMBERED = lazy_pattern(r"[（(][一二三四五六七八九十][)）]")
_BARE = lazy_pattern(r"([一-鿿、（）()]{2,44})[”\"]?(?:科目)?$")


def named_in(sentence: str, lines: Lines, here: str = "") -> list[Mention]:
    """The lines that a sentence names, left to right, none overlapping; the firmest way of naming goes first.

    Of several lines with one name, the one near the line `here` that the sentence is printed under is meant.
    """
    found: list[Mention] = []
    for way in (
        firmly(sentence, lines),
        dashed(sentence, lines),
        loose(sentence, lines),
        listed(sentence, lines),
        quoted(sentence, lines, here),
        suffixed(sentence, lines, here),
        bare(sentence, lines, here),
        standing_alone(sentence, lines, here),
    ):
        for mention in way:
            if kind_of(mention.item) == "func" and all(
                mention.end <= other.start or mention.start >= other.end for other in found
            ):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def firmly(sentence: str, lines: Lines) -> Iterator[Mention]:
    """The lines that a sentence names by 类, 款 and 项 marks, then those that it names by code."""
    yield from by_marks(sentence, lines)
    yield from by_codes(sentence, lines)


def dashed(sentence: str, lines: Lines) -> Iterator[Mention]:
    """ "公共安全支出-司法-其他司法支出"; where the last name ends is found by trying."""
    position = 0
    if not any(dash in sentence for dash in _DASHES):
        return
    while match := _DASHED.search(sentence, position):
        position = match.end(1)
        top, middle, low = match.groups()
        head = next((name for name in starts(top) if lines.is_name(name, 3 if middle else 5)), tail(top))
        for name in ends(low):
            path = [(3, head), (5, middle or ""), (7, name)]
            code = lines.resolve([step for step in path if step[1]], near=False)
            if code:
                position = match.start(3) + len(name)
                yield Mention(f"func:{code}", name, match.end(1) - len(head), position, True)
                break


def loose(sentence: str, lines: Lines) -> Iterator[Mention]:
    """ "农业农村款执法监管项"."""
    for match in _LOOSE.finditer(sentence) if "款" in sentence and "项" in sentence else ():
        for upper in starts(match.group(1)):
            code = lines.resolve([(5, upper), (7, match.group(2))], near=False)
            parent = lines.code_of(plain(upper))
            if code and parent and code.startswith(parent):
                yield Mention(f"func:{code}", match.group(2), match.end(1) - len(upper), match.end(), True)
                break


def listed(sentence: str, lines: Lines) -> Iterator[Mention]:
    """ "数据事务（款）事业运行、一般行政管理事务": several 项 under one 款, without marks of their own."""
    for match in _LISTED.finditer(sentence) if "款" in sentence else ():
        upper = next((name for name in starts(match.group("upper")) if lines.is_name(name, 5)), "")
        for part in re.finditer(r"[^、和及与]+(?:及相关[^、]+)?", match.group("list")):
            code = lines.resolve([(5, upper), (7, part.group())], near=False) if upper else None
            parent = lines.code_of(plain(upper)) if upper else None
            if code and parent and code.startswith(parent):
                start = match.start("list") + part.start()
                yield Mention(f"func:{code}", part.group(), start, start + len(part.group()), True)


def standing_alone(sentence: str, lines: Lines, here: str = "") -> Iterator[Mention]:
    """A name of the classification between words that join lines: "将其他文物支出18.60万元一并调整至…"."""
    for match in _BETWEEN.finditer(sentence):
        name = match.group()
        code = only(name, lines, here) if len(name) >= SHORTEST_BARE_NAME else None
        if code:
            yield Mention(f"func:{code}", name, match.start(), match.end(), False)


def quoted(sentence: str, lines: Lines, here: str = "") -> Iterator[Mention]:
    """ "“档案馆”": between quotation marks a name may be as short as it likes."""
    for match in _QUOTED.finditer(sentence) if "“" in sentence or '"' in sentence else ():
        code = only(match.group(1), lines, here)
        if code:
            yield Mention(f"func:{code}", match.group(1), match.start(1), match.end(1), False)


def suffixed(sentence: str, lines: Lines, here: str = "") -> Iterator[Mention]:
    """ "历史名城与古迹项", "博物馆科目"."""
    for match in _SUFFIXED.finditer(sentence):
        for name in starts(match.group(1)):
            code = only(name, lines, here)
            if code:
                yield Mention(f"func:{code}", name, match.end(1) - len(name), match.end(), True)
                break


def bare(sentence: str, lines: Lines, here: str = "") -> Iterator[Mention]:
    """Names of the document's own lines, the longest first."""
    bare_sentence = plain(sentence)
    text = bare_sentence if len(bare_sentence) == len(sentence) else sentence
    for name in lines.longest_first:
        if len(name) < SHORTEST_BARE_NAME:
            break
        if name not in text:
            continue
        code = only(name, lines, here)
        if code is None or len(code) != 7:
            continue
        for match in re.finditer(re.escape(name), text):
            yield Mention(f"func:{code}", name, match.start(), match.end(), False)


def at_end(text: str, lines: Lines) -> Mention | None:
    """The line whose bare name ends a text, from a boundary on: "其中：一般公共服务支出", "“A-B-C”科目"."""
    match = _BARE.search(text)
    if not match:
        return None
    name = match.group(1)
    for offset in range(len(name) - 1):
        start = match.start(1) + offset
        if start and not _BEFORE_BARE.search(text[:start]):
            continue  # the end of another name: 专题培训 is not 培训支出
        if _NUMBERED.match(name[offset:]):
            continue
        code = lines.of_name(name[offset:])
        if code:
            return Mention(f"func:{code}", name[offset:], start, match.end(1), False)
    return None


def others_in(text: str, lines: Lines, scheme: str) -> list[Mention]:
    """The economic lines ("econ") or the units ("unit") of the document's forms that a text names."""
    found: list[Mention] = []
    for name in lines.others_longest_first[scheme]:
        if name not in text:
            continue
        for match in re.finditer(re.escape(name), text):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Mention(lines.others[scheme][name], name, *match.span(), True))
    return sorted(found, key=lambda mention: mention.start)


def only(name: str, lines: Lines, here: str = "") -> str | None:
    """The one line that bears a name: of the document's own, the nearest to `here`; else of the classification."""
    own = {code for code in lines.by_name.get(plain(name), ()) if len(code) == 7}
    for digits in (5, 3, 0) if kind_of(here) == "func" else (0,):
        near = {code for code in own if code.startswith(name_in(here)[:digits])}
        if len(near) == 1:
            return next(iter(near))
    if own:
        return None
    known = [code for code in codes.functional_candidates(name, year=lines.year) if len(code) == 7]
    return known[0] if len(known) == 1 else None


def starts(text: str) -> list[str]:
    """The text, then without its first characters one by one: a name has no mark where it begins."""
    return [text[index:] for index in range(len(text) - 1)]


def ends(text: str) -> list[str]:
    """The text, then without its last characters one by one."""
    return [text[:index] for index in range(len(text), 1, -1)]


def tail(text: str) -> str:
    """The name that ends a text, without the words before it: "调整至公共安全支出"."""
    return re.split(r"[，,、（）()]|[将由从把及和与给向至到入为列]", text)[-1]
