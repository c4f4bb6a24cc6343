"""Which budget line a sentence names: by its 类, 款, 项, its code, or its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from difftool import codes
from difftool.model.fact import Fact
from difftool.pattern import lazy_pattern

LEVELS = {"类": 3, "款": 5, "项": 7}
LIKE_ENOUGH = 0.72

_MARK = lazy_pattern(r"[”\"’]?[（(【\[](类|款|项)(?:级)?(?:科目)?[)）】\]]")
# What joins two names of a path: "一般公共服务（类）-人大事务（款）", "…（类）中的…（款）".
_JOINT = lazy_pattern(r"(?:[-—－–─/／→>＞、，,·“\"‘’]+|(?:科目|项)?[中下里]的|科目下|项下|及其)+")
_CODE = lazy_pattern(r"(?<!\d)(2\d{2}(?:\d{2}){0,2})(?!\d)(?!\.\d|万|元|年|[,，]\d{3})")
# "一般公共服务（201）人大事务（01）行政运行（01）": each level prints its own digits.
_STEPS = lazy_pattern(
    r"(?P<top>[一-鿿]{2,20})[（(](?P<a>2\d{2})类?[)）](?P<middle>[一-鿿、（）]{2,30}?)[（(](?P<b>\d{2})款?[)）]"
    r"(?:(?P<low>[一-鿿、（）]{2,30}?)[（(](?P<c>\d{2})项?[)）])?"
)
# "201（类）01（款）01（项）行政运行"
_DIGITS = lazy_pattern(r"(?<!\d)(?P<a>2\d{2})[（(]?类[)）]?(?P<b>\d{2})[（(]?款[)）]?(?:(?P<c>\d{2})[（(]?项[)）]?)?")
_ECONOMIC = lazy_pattern(r"(?P<name>[一-鿿、（）()]{2,24}?)[（(](?P<code>[35]\d{2}(?:\d{2})?)[)）]")
_BEFORE_BARE = lazy_pattern(r"(?:[，,。；;：:、“”\"（(）)\-—_]|其中|包括|分为|[及和]|\d[.．、]?|本(?:单位|部门))$")
_BARE = lazy_pattern(r"([一-鿿、（）()]{2,44})[”\"]?(?:科目)?$")
_NOT_PLAIN = lazy_pattern(r"[\s“”\"]")
_BOUNDARY = lazy_pattern(r"[，,。；;：:“”\"‘’（）()【】]|(?<!\d)\d{1,2}[.．、]|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A budget line or total named at `start` to `end` of a text. `firm` where a code or a level mark says so.

    `also` is the other item that one amount stands for: income and expenditure in a 收支总计. `printed` is the item of
    a code that stands in print and in the classification, but not in the document's forms, where the name is another's.
    """

    item: str
    name: str
    start: int
    end: int
    firm: bool
    measure: str = "total"
    also: str = ""
    printed: str = ""


class Lines:
    """The lines of a document's own forms, by name and code; the classification helps where they do not.

    `others` are the economic lines and the units of the forms: name → item, by kind.
    """

    def __init__(self, facts: Iterable[Fact], year: int) -> None:
        facts = list(facts)
        self.year = year
        self.names: dict[str, str] = {}
        for fact in facts:
            scheme, _, code = fact.item.partition(":")
            if scheme == "func" and code.isdigit() and fact.name:
                self.names.setdefault(code, plain(fact.name))
        self.others: dict[str, dict[str, str]] = {"econ": {}, "unit": {}}
        for fact in facts:
            scheme, _, rest = fact.item.partition(":")
            name = plain(fact.name if scheme == "econ" else rest)
            if scheme in self.others and "/" not in rest and len(name) > 2:
                self.others[scheme].setdefault(name, fact.item)
        self.by_name: dict[str, list[str]] = {}
        for code, name in self.names.items():
            self.by_name.setdefault(name, []).append(code)
            self.by_name.setdefault(name.removesuffix("支出"), []).append(code)
        self.longest_first = sorted(self.by_name, key=len, reverse=True)
        self.others_longest_first = {kind: sorted(items, key=len, reverse=True) for kind, items in self.others.items()}

    def mentions(self, text: str) -> Iterator[Mention]:
        """The lines that a text names firmly, in order: by 类/款/项 marks or by code."""
        marks = list(_MARK.finditer(text))
        index = 0
        while index < len(marks):
            chain = [marks[index]]
            while index + 1 < len(marks) and self.chained(text, chain[-1], marks[index + 1]):
                index += 1
                chain.append(marks[index])
            index += 1
            mention = self.of_chain(text, chain)
            if mention:
                yield mention
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
            name = self.names.get(code) or codes.functional_name(code, self.year)
            if name:
                follows = same(name, plain(text[match.end() : match.end() + len(name)]))
                yield Mention(f"func:{code}", name, match.start(), match.end() + len(name) * follows, True)
        for match in _CODE.finditer(text):
            if any(step.start() <= match.start() < step.end() for step in steps):
                continue
            mention = self.of_code(text, match)
            if mention:
                yield mention

    @staticmethod
    def chained(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
        """Whether a mark goes on with the path of the mark before: a lower level, only a name between."""
        between = text[before.end() : after.start()]
        lower = LEVELS[after.group(1)] > LEVELS[before.group(1)]
        return lower and len(between) <= 40 and not re.search(r"[。；;：:]|\d", between)

    def of_chain(self, text: str, chain: list[re.Match[str]]) -> Mention | None:
        first, last = chain[0], chain[-1]
        names = [without_joint(text[a.end() : b.start()]) for a, b in pairwise(chain)]
        lead = text[max(0, first.start() - 40) : first.start()]
        heads = suffixes(lead)
        lower = [(level(mark), name) for mark, name in zip(chain[1:], names, strict=True)]
        # A name has no mark where it begins: a head that is a name by itself goes before one with words in front.
        known = [head for head in (*bracketed(lead), *heads) if self.is_name(head, level(first))]
        for head, near in [*((head, False) for head in known), *((head, True) for head in heads[:1])]:
            code = self.resolve([(level(first), head), *lower], near=near or bool(lower))
            if code:
                name = names[-1] if names else head
                return Mention(f"func:{code}", name, first.start() - len(head), last.end(), True)
        return None

    def is_name(self, name: str, digits: int) -> bool:
        """Whether a name stands for a line of this level in the document or the classification."""
        if any(len(code) == digits for code in self.by_name.get(plain(name), ())):
            return True
        if digits == 3:
            return codes.top_category(plain(name)) is not None
        return any(len(code) == digits for code in codes.functional_candidates(name, year=self.year))

    def resolve(self, path: list[tuple[int, str]], *, near: bool = True) -> str | None:
        """The code of the lowest name of a path: under the parents that it names, else among the document's lines.

        With `near`, a misprinted or shortened name is taken for the line of the document's own that it is most like.
        """
        digits, name = path[-1]
        above = [plain(upper) for _, upper in path[:-1]]
        own = [code for code in self.names if len(code) == digits]
        exact = [code for code in own if same(self.names[code], plain(name))]
        for parent in reversed(above):
            upper = self.code_of(parent)
            under = [code for code in exact if upper and code.startswith(upper)]
            if len(under) == 1:
                return under[0]
            code = codes.functional_by_name(name, year=self.year, parent=upper) if upper and not under else None
            if code and len(code) == digits and len(upper or "") == 5:
                return code
        if exact:
            return self.best_under(exact, above)
        for parent in reversed(above):
            upper = self.code_of(parent)
            code = codes.functional_by_name(name, year=self.year, parent=upper) if upper else None
            if code and len(code) == digits:
                return code
        if near:
            alike = {code: likeness(self.names[code], plain(name)) for code in own}
            score = max(alike.values(), default=0.0)
            if score >= LIKE_ENOUGH and len(plain(name)) > 3:
                return self.best_under([code for code in own if alike[code] == score], above)
        if digits == 3:
            return codes.top_category(plain(name))
        found = [code for code in codes.functional_candidates(name, year=self.year) if len(code) == digits]
        return found[0] if len(found) == 1 else None

    def best_under(self, candidates: list[str], above: list[str]) -> str:
        """Of lines with one name, the one whose parents are named too (行政运行 stands under many 款)."""

        def fit(code: str) -> float:
            parents = [
                self.names.get(code[:digits]) or codes.functional_name(code[:digits], self.year) or ""
                for digits in (3, 5)
            ]
            return sum(max((likeness(plain(parent), name) for parent in parents), default=0.0) for name in above)

        return max(sorted(candidates), key=fit)

    def code_of(self, name: str) -> str | None:
        """The code of a parent named in a path: a 类 or 款."""
        found = [
            code
            for code in self.by_name.get(name, ()) or self.by_name.get(name.removesuffix("支出"), ())
            if len(code) < 7
        ]
        return (
            (found[0] if found else None) or codes.top_category(name) or codes.functional_by_name(name, year=self.year)
        )

    def of_code(self, text: str, match: re.Match[str]) -> Mention | None:
        """A printed code with the name beside it; a misprinted code gives way to a name of the document's own."""
        code = match.group(1)
        before = re.search(r"([一-鿿、（）()]{2,30})[（(]$", text[: match.start()])
        marked = re.match(r"[类款](?=[一-鿿])|项(?=[一-鿿])(?!目)", text[match.end() :])
        after = re.match(r"[-—_)）\]】（(]*(?:[类款]|项(?!目))?([一-鿿、（）()]{2,30})", text[match.end() :])
        closing = re.match(r"[类款项]?[）)]", text[match.end() :])
        start, end, name = match.start(), match.end(), ""
        if before and closing:
            heads = suffixes(before.group(1))
            own = next((head for head in heads if plain(head) in self.by_name), "")
            official = plain(codes.functional_name(code, self.year) or "")
            name = next((head for head in heads if plain(head) == official), own) or before.group(1)
            start, end = match.start() - 1 - len(name), match.end() + closing.end()
        elif after and (len(code) >= 5 or marked):
            official = plain(codes.functional_name(code, self.year) or "")
            longest = plain(after.group(1))
            starting = (longest[:length] for length in range(len(longest), 1, -1))
            own = next((head for head in starting if head in self.by_name or head == official), "")
            name = own or after.group(1)
            rest = text[match.end() :].replace("（", "(").replace("）", ")")
            end = match.end() + rest.index(name) + len(name) if own and name in rest else match.end()
        else:
            return None
        printed = ""
        if code not in self.names:
            by_name = self.by_name.get(plain(name), [])
            if len(set(by_name)) == 1:
                printed = f"func:{code}" if codes.is_functional(code) else ""
                code = by_name[0]
            elif not codes.is_functional(code):
                return None
        return Mention(f"func:{code}", name.lstrip("）)、"), start, end, True, printed=printed)

    def others_in(self, text: str, scheme: str) -> list[Mention]:
        """The economic lines ("econ") or the units ("unit") of the document's forms that a text names."""
        found: list[Mention] = []
        for name in self.others_longest_first[scheme]:
            if name not in text:
                continue
            for match in re.finditer(re.escape(name), text):
                if all(match.end() <= other.start or match.start() >= other.end for other in found):
                    found.append(Mention(self.others[scheme][name], name, *match.span(), True))
        return sorted(found, key=lambda mention: mention.start)

    def named_before(self, text: str) -> Mention | None:
        """The line whose bare name ends a text, from a boundary on: "其中：一般公共服务支出", "“A-B-C”科目"."""
        match = _BARE.search(text)
        if not match:
            return None
        name = match.group(1)
        for offset in range(len(name) - 1):
            start = match.start(1) + offset
            if start and not _BEFORE_BARE.search(text[:start]):
                continue  # the end of another name: 专题培训 is not 培训支出
            code = self.of_name(name[offset:])
            if code:
                return Mention(f"func:{code}", name[offset:], start, match.end(1), False)
        return None

    def of_name(self, name: str) -> str | None:
        """The code of a bare name: the only line of the document's own that bears it, or a 类."""
        found = set(self.by_name.get(plain(name), ()))
        if len(found) == 1:
            return next(iter(found))
        top = codes.top_category(plain(name)) if name.endswith("支出") and len(plain(name)) > 4 else None
        return top if top in self.names or not self.names else None


def level(mark: re.Match[str]) -> int:
    return LEVELS[mark.group(1)]


def without_joint(name: str) -> str:
    """A name of a path without what joins it to the name before; a name that begins alike is left whole."""
    joint = _JOINT.match(name)
    return name[joint.end() :] if joint and joint.end() < len(name) - 1 else name


def suffixes(text: str) -> list[str]:
    """What a name before a mark can be: the text after its last boundary first, then longer and shorter ends."""
    ends = [match.end() for match in _BOUNDARY.finditer(text)]
    tail = text[ends[-1] :] if ends else text
    shorter = [tail[index:] for index in range(1, max(len(tail) - 1, 1))]
    return [part for part in (tail, *shorter) if len(part) >= 2]


def bracketed(text: str) -> list[str]:
    """What a name with brackets of its own before a mark can be: "政府办公厅（室）及相关机构事务"."""
    last = max(text.rfind("）"), text.rfind(")"))
    return [text[start:] for start in range(max(last - 1, 0)) if text[start] not in "（()）"]


def plain(name: str) -> str:
    """A name for matching: brackets of one kind, no quotation marks, no white space."""
    if name.isalpha():
        return name
    return _NOT_PLAIN.sub("", name).replace("（", "(").replace("）", ")")


def same(own: str, name: str) -> bool:
    return own == name or own.removesuffix("支出") == name.removesuffix("支出")


def likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
