"""The text that changed between two disclosures: sections paired by title, sentences aligned, moved ones told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct, field

from difftool.compare.section_pairs import pair_sections
from difftool.compare.sections import Section, comparable_title, sections_of
from difftool.compare.sentences import Sentence, differ_in_amounts_only, likeness, tells_amounts, term_of
from difftool.model.comparison import ADDED, CHANGED, MOVED, NUMBERS, REMOVED, TextChange
from difftool.model.disclosure import Disclosure

_ALIKE_NEAR = 0.5  # in the same section
_ALIKE_FAR = 0.7  # anywhere else
_LEAST_MOVED = 8  # letters; "其中" and "无" stand everywhere and move nowhere
_COMMON = 24  # sentences; letter pairs that more have say nothing about which two belong together
_MOST_COMPARED = 40_000  # pairs of sentences of one section that are all compared

Place = tuple[int, int]
"""A section and a sentence in it; the heading is -1."""


class _Alignment(Struct):
    """Which sentence became which; `old_left` and `new_left` are those that have no other side yet."""

    old: Sequence[Section]
    new: Sequence[Section]
    pairs: Sequence[tuple[int, int]] = ()
    matches: dict[Place, Place] = field(default_factory=dict)
    kinds: dict[Place, str] = field(default_factory=dict)
    old_left: list[Place] = field(default_factory=list)
    new_left: list[Place] = field(default_factory=list)

    def match(self, old: Place, new: Place, kind: str) -> None:
        self.matches[old] = new
        self.kinds[old] = kind

    def settle(self) -> None:
        taken = set(self.matches.values())
        self.old_left = [place for place in self.old_left if place not in self.matches]
        self.new_left = [place for place in self.new_left if place not in taken]


def text_changes(old: Disclosure, new: Disclosure) -> tuple[TextChange, ...]:
    """The sentences of `new` that are not in `old`, or elsewhere or otherwise, and those of `old` that are gone.

    They come in the order of `new`, a removed sentence after the one that it followed. Comparing the other way round
    gives the same changes mirrored.
    """
    before, after = sections_of(old), sections_of(new)
    # An alignment found from the other end may differ among equals, so that both ways begin at the same end.
    if _words(before) <= _words(after):
        aligned = _aligned(before, after, old.entity, new.entity)
    else:
        aligned = _turned(_aligned(after, before, new.entity, old.entity))
    return tuple(_changes(aligned))


def _words(sections: Iterable[Section]) -> list[str]:
    return [one.key for section in sections for one in (section.heading, *section.sentences) if one is not None]


def _turned(aligned: _Alignment) -> _Alignment:
    pairs = [(after, before) for before, after in aligned.pairs]
    turned = _Alignment(aligned.new, aligned.old, pairs, old_left=aligned.new_left, new_left=aligned.old_left)
    for old, new in aligned.matches.items():
        turned.match(new, old, aligned.kinds[old])
    return turned


def _aligned(old: Sequence[Section], new: Sequence[Section], old_entity: str, new_entity: str) -> _Alignment:
    pairs = pair_sections(old, new, old_entity, new_entity)
    aligned = _Alignment(old, new, pairs)
    for before, after in pairs:
        _align_section(aligned, before, after, old_entity, new_entity)
    for section in set(range(len(old))) - {before for before, _ in pairs}:
        aligned.old_left += _places(old[section], section)
    for section in set(range(len(new))) - {after for _, after in pairs}:
        aligned.new_left += _places(new[section], section)
    aligned.old_left.sort()
    aligned.new_left.sort()
    _match_moved(aligned, dict(pairs))
    for before, after in pairs:
        olds = [place for place in aligned.old_left if place[0] == before]
        news = [place for place in aligned.new_left if place[0] == after]
        _match_alike(aligned, olds, news, _ALIKE_NEAR)
        _match_terms(aligned, before, after)
    # The same words about other money stand in many sections.
    olds = [place for place in aligned.old_left if not tells_amounts(_sentence(old, place).text)]
    news = [place for place in aligned.new_left if not tells_amounts(_sentence(new, place).text)]
    _match_alike(aligned, olds, news, _ALIKE_FAR)
    return aligned


def _places(section: Section, number: int) -> list[Place]:
    first = -1 if section.heading is not None else 0
    return [(number, at) for at in range(first, len(section.sentences))]


def _sentence(sections: Sequence[Section], place: Place) -> Sentence:
    section = sections[place[0]]
    heading = section.heading
    return heading if place[1] < 0 and heading is not None else section.sentences[place[1]]


def _align_section(aligned: _Alignment, before: int, after: int, old_entity: str, new_entity: str) -> None:
    olds, news = aligned.old[before], aligned.new[after]
    if olds.heading is not None and news.heading is not None:
        same_title = comparable_title(olds.path[-1], old_entity) == comparable_title(news.path[-1], new_entity)
        kind = _title_kind(olds.heading, news.heading) if same_title else _kind(olds.heading, news.heading)
        aligned.match((before, -1), (after, -1), kind)
    keys = [one.key for one in olds.sentences], [one.key for one in news.sentences]
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            for offset in range(old_to - old_from):
                aligned.match((before, old_from + offset), (after, new_from + offset), "")
        else:
            aligned.old_left += [(before, at) for at in range(old_from, old_to)]
            aligned.new_left += [(after, at) for at in range(new_from, new_to)]


def _title_kind(old: Sentence, new: Sentence) -> str:
    """A title that has the body's own name in one year and not in the other is the same title."""
    return "" if old.numbers == new.numbers else NUMBERS


def _kind(old: Sentence, new: Sentence) -> str:
    if old.key == new.key:
        return ""
    return NUMBERS if differ_in_amounts_only(old, new) else CHANGED


def _match_moved(aligned: _Alignment, pairs: dict[int, int]) -> None:
    """Equal sentences that stand elsewhere: first in the same section, then in any other."""
    for same_section in (True, False):
        waiting: defaultdict[tuple[str, int], list[Place]] = defaultdict(list)
        for place in reversed(aligned.new_left):
            waiting[_sentence(aligned.new, place).key, place[0] if same_section else -1].append(place)
        for place in aligned.old_left:
            key = _sentence(aligned.old, place).key
            found = waiting.get((key, pairs.get(place[0], -2) if same_section else -1))
            if found and (same_section or len(key) >= _LEAST_MOVED):
                aligned.match(place, found.pop(), MOVED)
        aligned.settle()


def _match_alike(aligned: _Alignment, olds: Sequence[Place], news: Sequence[Place], least: float) -> None:
    """Sentences that were reworded: the likest first, among equals the nearest by their order.

    "与上年相比增加5万元" stands under many lines: such sentences belong together only where those before them do.
    """
    before = [_sentence(aligned.old, place) for place in olds]
    after = [_sentence(aligned.new, place) for place in news]
    repeated = _repeated(before) | _repeated(after)
    found = []
    for first, second in _candidates(before, after):
        alike = likeness(before[first], after[second])
        if alike >= least:
            apart = abs(first * max(len(after), 1) - second * max(len(before), 1))
            found.append((-alike, apart, first, second))
    found.sort()
    for by_context in (False, True):
        taken = set(aligned.matches.values())
        for _, _, first, second in found:
            old, new = olds[first], news[second]
            if old in aligned.matches or new in taken:
                continue
            if ({before[first].skeleton, after[second].skeleton} & repeated) and not (
                by_context and aligned.matches.get((old[0], old[1] - 1)) == (new[0], new[1] - 1)
            ):
                continue
            taken.add(new)
            aligned.match(old, new, _kind(before[first], after[second]))
    aligned.settle()


def _match_terms(aligned: _Alignment, before: int, after: int) -> None:
    """Sentences of one section that explain the same term in words that share nothing."""
    olds = _by_term(aligned.old, (place for place in aligned.old_left if place[0] == before))
    news = _by_term(aligned.new, (place for place in aligned.new_left if place[0] == after))
    for term in sorted(olds.keys() & news.keys()):
        if len(olds[term]) == len(news[term]) == 1:
            old, new = olds[term][0], news[term][0]
            aligned.match(old, new, _kind(_sentence(aligned.old, old), _sentence(aligned.new, new)))
    aligned.settle()


def _by_term(sections: Sequence[Section], places: Iterable[Place]) -> dict[str, list[Place]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        if term := term_of(_sentence(sections, place).text):
            found[term].append(place)
    return found


def _repeated(sentences: Iterable[Sentence]) -> set[str]:
    return {skeleton for skeleton, times in Counter(one.skeleton for one in sentences).items() if times > 1}


def _candidates(olds: Sequence[Sentence], news: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Which sentences to compare: all of a section, or in a long text those that share an uncommon pair of letters."""
    if len(olds) * len(news) <= _MOST_COMPARED:
        yield from ((first, second) for first in range(len(olds)) for second in range(len(news)))
        return
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for second, sentence in enumerate(news):
        for pair in sentence.letter_pairs:
            holders[pair].append(second)
    for first, sentence in enumerate(olds):
        near: set[int] = set()
        for pair in sentence.letter_pairs:
            if len(holders.get(pair, ())) <= _COMMON:
                near.update(holders.get(pair, ()))
        yield from ((first, second) for second in sorted(near))


def _changes(aligned: _Alignment) -> Iterator[TextChange]:
    new_places = [place for number, section in enumerate(aligned.new) for place in _places(section, number)]
    old_places = [place for number, section in enumerate(aligned.old) for place in _places(section, number)]
    came_from = {new: old for old, new in aligned.matches.items()}
    gone: defaultdict[Place, list[Place]] = defaultdict(list)
    anchor: Place = (-1, -1)
    for place in old_places:
        if place not in aligned.matches:
            gone[anchor].append(place)
        elif aligned.kinds[place] != MOVED:
            anchor = aligned.matches[place]
    for place in [(-1, -1), *new_places]:
        if place[0] >= 0:
            yield from _change(aligned, came_from.get(place), place)
        for left in gone[place]:
            yield from _change(aligned, left, None)


def _change(aligned: _Alignment, before: Place | None, after: Place | None) -> Iterator[TextChange]:
    kind = ADDED if before is None else REMOVED if after is None else aligned.kinds[before]
    if not kind:
        return
    old = None if before is None else _sentence(aligned.old, before)
    new = None if after is None else _sentence(aligned.new, after)
    old_section, new_section = _section_names(aligned, before, after)
    yield TextChange(
        kind=kind,
        old_section=old_section,
        new_section=new_section,
        old=old.text if old else "",
        new=new.text if new else "",
        old_where=old.where if old else None,
        new_where=new.where if new else None,
    )


def _section_names(aligned: _Alignment, before: Place | None, after: Place | None) -> tuple[str, str]:
    """The sections of a sentence; on the side that lacks it, the one where it would stand, "" where there is none."""
    olds = {new: old for old, new in aligned.pairs}
    news = dict(aligned.pairs)
    old = before[0] if before is not None else olds.get(after[0]) if after is not None else None
    new = after[0] if after is not None else news.get(before[0]) if before is not None else None
    return ("" if old is None else aligned.old[old].name), ("" if new is None else aligned.new[new].name)
