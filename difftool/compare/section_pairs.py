"""Sections of two disclosures that are about the same: by their titles, else by how alike titles or sentences are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from difftool.compare.sections import Section, comparable_title
from difftool.compare.sentences import Sentence, likeness
from difftool.model.place import LinePlace

_TITLES_ALIKE = 0.5
_SENTENCES_SHARED = 0.5
_ANYWHERE = 0.75  # of titles under headings that are not the same

_NOWHERE = LinePlace(0)

Path = tuple[str, ...]


def pair_sections(
    old: Sequence[Section], new: Sequence[Section], old_entity: str, new_entity: str
) -> list[tuple[int, int]]:
    """Positions of sections that belong together, in the order of `old`; others stand on one side only.

    Numbers of headings, years and the body's own name in titles do not matter; the order of sections does not either.
    """
    olds = [tuple(comparable_title(title, old_entity) for title in section.path) for section in old]
    news = [tuple(comparable_title(title, new_entity) for title in section.path) for section in new]
    pairs = _equal(olds, news, set(), set())
    # A section whose own title is the only one of its kind on both sides, wherever it stands now.
    taken = {before for before, _ in pairs}, {after for _, after in pairs}
    pairs += _equal([path[-1:] for path in olds], [path[-1:] for path in news], *taken, only_ones=True)
    taken = {before for before, _ in pairs}, {after for _, after in pairs}
    scored = []
    for before, old_path in enumerate(olds):
        for after, new_path in enumerate(news):
            if before not in taken[0] and after not in taken[1]:
                score = _score(old[before], new[after], old_path, new_path)
                if score:
                    scored.append((-score, abs(before - after), before, after))
    for _, _, before, after in sorted(scored):
        if before not in taken[0] and after not in taken[1]:
            taken[0].add(before)
            taken[1].add(after)
            pairs.append((before, after))
    return sorted(pairs)


def _equal(
    olds: Sequence[Path], news: Sequence[Path], old_taken: set[int], new_taken: set[int], only_ones: bool = False
) -> list[tuple[int, int]]:
    before: defaultdict[Path, list[int]] = defaultdict(list)
    after: defaultdict[Path, list[int]] = defaultdict(list)
    for positions, paths, taken in ((before, olds, old_taken), (after, news, new_taken)):
        for at, path in enumerate(paths):
            if at not in taken:
                positions[path].append(at)
    return [
        pair
        for path, places in before.items()
        if not only_ones or (path and len(places) == len(after[path]) == 1)
        for pair in zip(places, after[path], strict=False)
    ]


def _score(old: Section, new: Section, old_path: Path, new_path: Path) -> float:
    """How surely two sections are one, 0 where they are not."""
    if old.heading is None or new.heading is None:
        return 0
    titles = _alike(old_path[-1], new_path[-1])
    shared = _shared(old, new)
    under_one = _alike(" ".join(old_path[:-1]), " ".join(new_path[:-1])) >= _TITLES_ALIKE
    if shared >= _SENTENCES_SHARED or titles >= (_TITLES_ALIKE if under_one else _ANYWHERE):
        return titles + shared
    return 0


@lru_cache(maxsize=4096)
def _alike(old: str, new: str) -> float:
    return likeness(Sentence(old, _NOWHERE), Sentence(new, _NOWHERE))


def _shared(old: Section, new: Section) -> float:
    """The share of sentences that both have, from 0 to 1, whatever their numbers are."""
    olds = Counter(one.skeleton for one in old.sentences)
    news = Counter(one.skeleton for one in new.sentences)
    count = olds.total() + news.total()
    return 2 * (olds & news).total() / count if count else 0
