"""Lines named by their printed code: "渔业发展（2130148）", "2130148-渔业发展", "201（类）01（款）01（项）"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool import codes
from difftool.pattern import lazy_pattern
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.names import plain, same, suffixes

_CODE = lazy_pattern(r"(?<!\d)(2\d{2}(?:\d{2}){0,2})(?!\d)(?!\.\d|万|元|年|[,，]\d{3})")
# "一般公共服务（201）人大事务（01）行政运行（01）": each level prints its own digits.
_STEPS = lazy_pattern(
    r"(?P<top>[一-鿿]{2,20})[（(](?P<a>2\d{2})类?[)）](?P<middle>[一-鿿、（）]{2,30}?)[（(](?P<b>\d{2})款?[)）]"
    r"(?:(?P<low>[一-鿿、（）]{2,30}?)[（(](?P<c>\d{2})项?[)）])?"
)
# "201（类）01（款）01（项）行政运行"
_DIGITS = lazy_pattern(r"(?<!\d)(?P<a>2\d{2})[（(]?类[)）]?(?P<b>\d{2})[（(]?款[)）]?(?:(?P<c>\d{2})[（(]?项[)）]?)?")
_ECONOMIC = lazy_pattern(r"(?P<name>[一-鿿、（）()]{2,24}?)[（(](?P<code>[35]\d{2}(?:\d{2})?)[)）]")


def by_codes(text: str, lines: Lines) -> Iterator[Mention]:
    """The lines that a text names by a printed code, kind by kind of print."""
    # Where no bracket opens before such a digit, the slow patterns cannot match.
    opened = {text[at + 1 : at + 2] for at, letter in enumerate(text) if letter in "（("}
    for match in _ECONOMIC.finditer(text) if opened & {"3", "5"} else ():
        if codes.is_economic(match.group("code")):
            name = match.group("name").lstrip("）)、")
            yield Mention(f"econ:{match.group('code')}", name, *match.span(), True)
    steps = list(_STEPS.finditer(text)) if "2" in opened else []
    for match in steps:
        code = "".join(match.group(part) or "" for part in "abc")
        yield Mention(f"func:{code}", match.group("low") or match.group("middle"), *match.span(), True)
    for match in _DIGITS.finditer(text):
        code = "".join(match.group(part) or "" for part in "abc")
        name = lines.names.get(code) or codes.functional_name(code, lines.year)
        if name:
            follows = same(name, plain(text[match.end() : match.end() + len(name)]))
            yield Mention(f"func:{code}", name, match.start(), match.end() + len(name) * follows, True)
    for match in _CODE.finditer(text):
        if any(step.start() <= match.start() < step.end() for step in steps):
            continue
        mention = of_code(text, match, lines)
        if mention:
            yield mention


def of_code(text: str, match: re.Match[str], lines: Lines) -> Mention | None:
    """A printed code with the name beside it; a misprinted code gives way to a name of the document's own."""
    code = match.group(1)
    before = re.search(r"([一-鿿、（）()]{2,30})[（(]$", text[: match.start()])
    marked = re.match(r"[类款](?=[一-鿿])|项(?=[一-鿿])(?!目)", text[match.end() :])
    after = re.match(r"[-—_)）\]】（(]*(?:[类款]|项(?!目))?([一-鿿、（）()]{2,30})", text[match.end() :])
    closing = re.match(r"[类款项]?[）)]", text[match.end() :])
    start, end, name = match.start(), match.end(), ""
    if before and closing:
        heads = suffixes(before.group(1))
        own = next((head for head in heads if plain(head) in lines.by_name), "")
        official = plain(codes.functional_name(code, lines.year) or "")
        name = next((head for head in heads if plain(head) == official), own) or before.group(1)
        start, end = match.start() - 1 - len(name), match.end() + closing.end()
    elif after and (len(code) >= 5 or marked):
        official = plain(codes.functional_name(code, lines.year) or "")
        longest = plain(after.group(1))
        starting = (longest[:length] for length in range(len(longest), 1, -1))
        own = next((head for head in starting if head in lines.by_name or head == official), "")
        name = own or after.group(1)
        rest = text[match.end() :].replace("（", "(").replace("）", ")")
        end = match.end() + rest.index(name) + len(name) if own and name in rest else match.end()
    else:
        return None
    printed = ""
    if code not in lines.names:
        by_name = lines.by_name.get(plain(name), [])
        if len(set(by_name)) == 1:
            printed = f"func:{code}" if codes.is_functional(code) else ""
            code = by_name[0]
        elif not codes.is_functional(code):
            return None
    return Mention(f"func:{code}", name.lstrip("）)、"), start, end, True, printed=printed)
