"""The budget lines that sentences can name: those of the document's own forms first, then the classification's."""

from __future__ import annotations

from collections.abc import Iterable

from difftool import codes
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in, stands_within
from difftool.prose.names import likeness, plain, same

LIKE_ENOUGH = 0.72
SHORTEST_KNOWN_NAME = 6


class Lines:
    """The lines of a document's own forms, by name and code; the classification helps where they do not.

    `others` are the economic lines and the units of the forms: name → item, by kind.
    """

    def __init__(self, facts: Iterable[Fact], year: int) -> None:
        facts = list(facts)
        self.year = year
        self.names: dict[str, str] = {}
        for fact in facts:
            code = name_in(fact.item)
            if kind_of(fact.item) == "func" and code.isdigit() and fact.name:
                self.names.setdefault(code, plain(fact.name))
        self.others: dict[str, dict[str, str]] = {"econ": {}, "unit": {}}
        for fact in facts:
            kind = kind_of(fact.item)
            name = plain(fact.name if kind == "econ" else name_in(fact.item))
            if kind in self.others and not stands_within(fact.item) and len(name) > 2:
                self.others[kind].setdefault(name, fact.item)
        self.by_name: dict[str, list[str]] = {}
        for code, name in self.names.items():
            self.by_name.setdefault(name, []).append(code)
            self.by_name.setdefault(name.removesuffix("支出"), []).append(code)
        self.longest_first = sorted(self.by_name, key=len, reverse=True)
        self.others_longest_first = {kind: sorted(items, key=len, reverse=True) for kind, items in self.others.items()}

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
        # 其他科学技术支出 is the name of a 款 and of its only 项: as a parent, the 款 is meant.
        known = [code for code in codes.functional_candidates(name, year=self.year) if len(code) < 7]
        return (found[0] if found else None) or codes.top_category(name) or (known[0] if len(known) == 1 else None)

    def of_name(self, name: str) -> str | None:
        """The code of a bare name: the only line of the document's own that bears it, or a 类."""
        found = set(self.by_name.get(plain(name), ()))
        if len(found) == 1:
            return next(iter(found))
        top = codes.top_category(plain(name)) if name.endswith("支出") and plain(name) != "其他支出" else None
        if self.names:
            return top if top in self.names else None
        return top or self.known_line(name)

    def known_line(self, name: str) -> str | None:
        """The only line of the classification with a name, for a narrative that is published without its forms.

        A short name is a project's, too, and 住房公积金 an economic line's as well.
        """
        found = codes.functional_candidates(name, year=self.year) if len(plain(name)) >= SHORTEST_KNOWN_NAME else ()
        if len(found) != 1:
            return None
        own = (codes.functional_name(found[0], self.year) or "").endswith("支出") and name.endswith("支出")
        return found[0] if own or codes.economic_by_name(plain(name)) is None else None
