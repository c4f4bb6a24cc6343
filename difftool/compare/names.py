"""Names as printed, made comparable: what differs only in type or spacing is the same name."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from difftool.codes.names import stem, without_ordinal
from difftool.pattern import lazy_pattern

_PUNCTUATION = lazy_pattern(r"[\"'“”‘’「」《》<>、,,.。·;;::_—\-()（）]")
_YEARS = lazy_pattern(r"(?:19|20)\d{2}(?:[-—~至](?:19|20)?\d{2})?年?度?")


def same_print(name: str) -> str:
    """The name without what type-setting does to it: width of letters, spaces, marks, ordinals, （项） at its end."""
    return _PUNCTUATION.sub("", without_ordinal(name))


def same_name(name: str) -> str:
    """The name of a coded line without what comes and goes between prints: 支出 at its end, 和 or 与 or 及."""
    return _PUNCTUATION.sub("", stem(without_ordinal(name)))


def without_years(name: str) -> str:
    """The name less the years in it: "2023年信息化运维" and "2024年信息化运维" are one project in two years."""
    return same_print(_YEARS.sub("", unicodedata.normalize("NFKC", name))) or same_print(name)


def one_word_other(first: str, second: str) -> bool:
    """Whether two names differ in one or two letters put for others: "…一期" and "…二期", "…以上" and "…以下".

    Such names are neighbours. A name that was reworded grew or shrank.
    """
    return len(first) == len(second) and sum(one != other for one, other in zip(first, second, strict=True)) <= 2


def most_alike(
    olds: Sequence[str], news: Sequence[str], known: Iterable[str], least: float, lead: float
) -> list[tuple[int, int]]:
    """Old and new names that are each other's nearest, at least `least` alike and nearer than all others by `lead`.

    Likeness is the share of letter pairs that both have, from 0 to 1; letter pairs that a third of all `known` names
    have (the body's own name before every project) are no likeness. Gives positions in `olds` and `news`. Names that
    share no letter pair are never compared, so that thousands of projects take a second.
    """
    common = _common_pairs(known)
    by_old: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    by_new: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (old, new), score in _scores(olds, news, common).items():
        by_old[old].append((score, new))
        by_new[new].append((score, old))
    found = []
    for old, candidates in sorted(by_old.items()):
        nearest = _clear_best(candidates, least, lead)
        if nearest is not None and _clear_best(by_new[nearest], least, lead) == old:
            found.append((old, nearest))
    return found


def _scores(olds: Sequence[str], news: Sequence[str], common: frozenset[str]) -> dict[tuple[int, int], float]:
    holders: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    sizes = []
    for position, name in enumerate(news):
        pairs = _letter_pairs(name, common)
        sizes.append(pairs.total())
        for pair, count in pairs.items():
            holders[pair].append((position, count))
    scores: dict[tuple[int, int], float] = {}
    for old, name in enumerate(olds):
        pairs = _letter_pairs(name, common)
        shared: Counter[int] = Counter()
        for pair, count in pairs.items():
            for new, other in holders.get(pair, ()):
                shared[new] += min(count, other)
        for new, both in shared.items():
            scores[old, new] = 2 * both / (pairs.total() + sizes[new])
    return scores


def _clear_best(candidates: Iterable[tuple[float, int]], least: float, lead: float) -> int | None:
    ranked = sorted(candidates, reverse=True)[:2]
    if not ranked or ranked[0][0] < least:
        return None
    if len(ranked) == 2 and ranked[0][0] - ranked[1][0] < lead:
        return None
    return ranked[0][1]


def _common_pairs(names: Iterable[str]) -> frozenset[str]:
    everyone = set(names)
    holders = Counter(pair for name in everyone for pair in _letter_pairs(name, frozenset()))
    return frozenset(pair for pair, count in holders.items() if count > max(3, len(everyone) / 3))


def _letter_pairs(name: str, common: frozenset[str]) -> Counter[str]:
    framed = f"^{name}$"
    pairs = Counter(framed[at : at + 2] for at in range(len(framed) - 1))
    for pair in common & pairs.keys():
        del pairs[pair]
    return pairs
