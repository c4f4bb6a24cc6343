"""The running text of a disclosure as sections under their headings, without its cover, contents and form captions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from difftool.compare.names import same_print
from difftool.compare.sentences import Sentence, comparable_text, sentences_of, without_numbering
from difftool.model.disclosure import Disclosure, Passage
from difftool.pattern import lazy_pattern

PART, CHAPTER, PARAGRAPH = 1, 2, 3  # 第一部分, 一、 and （一）
_PLAIN = 9
_LEVELS = (
    (PART, lazy_pattern(r"第[一二三四五六七八九十]{1,3}(?:部分|章)[、:：]?")),
    (CHAPTER, lazy_pattern(r"[一二三四五六七八九十]{1,3}[、．.]")),
    (PARAGRAPH, lazy_pattern(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]")),
)
LONGEST_TITLE = 45  # letters
_PUNCTUATED = lazy_pattern(r"[。；;，,：:！？]")
_CLAUSES = lazy_pattern(r"[。；，]")
# Headings that some cities print without an ordinal: 上海 "某局主要职能", "名词解释".
_BARE_TITLE = lazy_pattern(r"(?:.*(?:职能|职责|机构设置|机构编制|概况|说明)|(?:名[词称]|专业)?(?:名[词称]|术语)解释)")
_TITLE_TAIL = lazy_pattern(r".*(?:概况|说明|解释|情况|表|附件|附表)")
_GLOSSARY = lazy_pattern(r"(?:名[词称]|术语)解释")
_YEARS = lazy_pattern(r"(?:19|20)\d{2}年?度?|本?年度")
# What stands around a form and is no text: whose it is, its unit and number.
_CAPTION = lazy_pattern(
    r"(?:填报|编制|预算|公开)?(?:部门|单位)(?:名称)?[（(]?(?:公章|盖章)?[）)]?[:：][^:：。，；]{0,40}?"
    r"(?:金额)?单位[:：](?:人民币)?(?:亿|百?万)?元|(?:金额)?单位[:：](?:人民币)?(?:亿|百?万)?元"
    r"|(?:填报|编制|预算)?(?:部门|单位)(?:名称)?[:：][^:：。，；]{2,40}$|(?:预算)?公开[（(]?[\d一二三四五六七八九十]+[）)]?表[:：]?|公开表[一二三四五六七八九十\d]+"
    r"|^(?:附?表[一二三四五六七八九十\d]+|[（(]?20\d\d年度?[）)]?)$"
)
_FORM_TITLE = lazy_pattern(r"[^。；，：:！？]{0,60}表(?:[（(][^）)]*[）)])?")
_CHART = lazy_pattern(r"图[一二三四五六七八九十\d]*[:：].{0,30}|图\d+[^。，；]{0,30}图|.{0,12}预算图")
_LEADERS = lazy_pattern(r"[.．·…]{3,}[-\d]*")


class Section(Struct, frozen=True):
    """A heading with the sentences right under it. `path` is its title under the titles above it, as printed."""

    path: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    heading: Sentence | None = None

    @property
    def name(self) -> str:
        return " › ".join(self.path)


class _Heading(Struct):
    level: int
    title: str
    sentence: Sentence


def sections_of(disclosure: Disclosure) -> tuple[Section, ...]:
    """The sections in reading order; a heading with nothing under it (an office in a list) is a sentence."""
    found: list[Section] = []
    open_headings: list[_Heading] = []
    section = Section((), ())
    entries = list(_without_captions(disclosure, _joined_titles(_without_contents(disclosure.passages))))
    for at, passage in enumerate(entries):
        level = heading_level(passage.text)
        is_empty = level != _PLAIN and _is_empty(level, entries[at + 1 :])
        if is_empty and _FORM_TITLE.fullmatch(_title(passage.text)):
            continue
        if level == _PLAIN or is_empty:
            text = tuple(one for one in sentences_of(passage) if one.key)
            section = replace(section, sentences=(*section.sentences, *text))
            continue
        found.append(section)
        title = _title(passage.text)
        heading = _Heading(level, title, Sentence(title, passage.where))
        open_headings = [one for one in open_headings if one.level < level]
        open_headings.append(heading)
        section = Section(tuple(one.title for one in open_headings), (), heading.sentence)
    found.append(section)
    return tuple(one for one in found if one.heading or one.sentences)


def is_glossary(section: str) -> bool:
    """Whether a section explains terms; it is the finance office's text, the same for every body."""
    return _GLOSSARY.search(section) is not None


def is_of_forms(section: str) -> bool:
    """Whether a section holds forms, so that its text is the notes under them."""
    return section.endswith("表")


def comparable_title(title: str, entity: str) -> str:
    """A title without what comes and goes between two years: ordinals, years, the body's own name."""
    folded = unicodedata.normalize("NFKC", title)
    return same_print(_YEARS.sub("", folded.replace(unicodedata.normalize("NFKC", entity) or "\n", "")))


def heading_level(text: str) -> int:
    bare = text.rstrip("。：:")
    for level, ordinal in _LEVELS:
        match = ordinal.match(bare)
        if match:
            title = bare[match.end() :]
            fits = len(title) <= LONGEST_TITLE and not _PUNCTUATED.search(title) and (title or level == PART)
            # "（六）负责交办的其他工作。" is a sentence; only 一、 and above may close with a mark.
            return level if fits and (level < PARAGRAPH or bare == text) else _PLAIN
    is_title = len(bare) <= LONGEST_TITLE and not _PUNCTUATED.search(bare) and _BARE_TITLE.fullmatch(bare)
    return CHAPTER if is_title and bare == text else _PLAIN


def _title(text: str) -> str:
    return without_numbering(text).rstrip("。：:") or text


def _is_empty(level: int, rest: Sequence[Passage]) -> bool:
    """Whether nothing stands under a heading of this level."""
    following = heading_level(rest[0].text) if rest else PART
    return following <= level


def _joined_titles(passages: Sequence[Passage]) -> Iterator[Passage]:
    """第一部分 printed alone, or broken after the body's name, is joined with the title on the next line."""
    waiting: Passage | None = None
    for passage in passages:
        if waiting is not None:
            goes_on = heading_level(passage.text) in (_PLAIN, CHAPTER) and not without_numbering(waiting.text)
            tail = _TITLE_TAIL.fullmatch(passage.text) and passage.text == without_numbering(passage.text)
            if (goes_on or tail) and len(passage.text) <= LONGEST_TITLE and not _PUNCTUATED.search(passage.text):
                start = len(waiting.text)
                lines = (*waiting.lines, *((start + at, place) for at, place in passage.lines))
                waiting = Passage(waiting.text + passage.text, lines)
                if _TITLE_TAIL.fullmatch(passage.text):
                    yield waiting
                    waiting = None
                continue
            yield waiting
            waiting = None
        if heading_level(passage.text) == PART and not _TITLE_TAIL.fullmatch(passage.text):
            waiting = passage
        else:
            yield passage
    if waiting is not None:
        yield waiting


def _without_contents(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages after cover and table of contents, which repeat the headings."""
    at = next((at for at, passage in enumerate(passages[:40]) if _opens_contents(passage.text)), None)
    if at is None:
        return passages[next((at for at, one in enumerate(passages) if _begins_text(one.text)), len(passages)) :]
    seen: set[str] = set()
    for begin in range(at + 1, len(passages)):
        key = comparable_text(_LEADERS.sub("", passages[begin].text))
        if key in seen or _is_sentence(passages[begin].text):
            return passages[_with_headings_above(passages, begin, at + 1) :]
        seen.add(key)
    return ()


def _opens_contents(text: str) -> bool:
    return text.endswith("目录") and len(text) <= LONGEST_TITLE


def _begins_text(text: str) -> bool:
    return heading_level(text) != _PLAIN or _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return heading_level(text) == _PLAIN and (text.endswith(("：", ":")) or _CLAUSES.search(text) is not None)


def _with_headings_above(passages: Sequence[Passage], begin: int, first: int) -> int:
    """Where the headings begin that stand right above a passage, each of higher rank and none repeated further on."""
    level = heading_level(passages[begin].text)
    below = {comparable_text(one.text) for one in passages[begin:]}
    while begin > first:
        above = passages[begin - 1].text
        # An entry of the contents comes again as a heading of the text.
        if heading_level(above) >= level or comparable_text(_LEADERS.sub("", above)) in below:
            break
        begin, level = begin - 1, heading_level(above)
    return begin


def _without_captions(disclosure: Disclosure, passages: Iterator[Passage]) -> Iterator[Passage]:
    titles = {same_print(table.title) for table in disclosure.tables if table.title}
    for passage in passages:
        text = _CAPTION.sub("", passage.text)
        if not text or _CHART.fullmatch(text) or (heading_level(text) != PART and _is_form_title(text, titles)):
            continue
        # A caption may share its line with the next heading or the note before it.
        cut = passage.text.find(text)
        if text != passage.text and cut >= 0:
            passage = Passage(text, ((0, passage.place_at(cut)),))
        yield passage


def _is_form_title(text: str, titles: set[str]) -> bool:
    bare = without_numbering(text)
    printed = same_print(bare)
    # A title that is broken over two lines is no paragraph either.
    is_part = len(printed) > 6 and not _PUNCTUATED.search(bare) and any(printed in title for title in titles)
    return _FORM_TITLE.fullmatch(bare) is not None or is_part
