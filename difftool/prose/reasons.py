"""Why an amount moved, as the document says it, bound to the line whose change is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.model.disclosure import Passage, Reason
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import amounts_in
from difftool.prose.clauses import clause_end, sentence_end
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.named import firmly
from difftool.prose.periods import is_compared, is_difference, is_pure
from difftool.prose.set_phrases import is_set_phrase
from difftool.prose.subjects import public_mentions
from difftool.prose.told import Told
from difftool.prose.totals import total_mentions

# "主要原因是", "变动原因：", "主要原因一是": these say a reason wherever they stand.
_STATED = (
    r"(?:主要)?(?:变动|变化|差异|增减|增加|减少|增长|下降)?(?:的)?(?:主要)?原因"
    r"(?:如下[：:]|(?:主要)?(?:是|为|在于|系|[：:])[：:]?(?:是|由于|因为)?[：:]?|(?=一是|1[.．、]|[（(]1[)）]|①))"
    r"|主要(?:是)?(?:由于|因为|是因为|系|因(?!公))"
)
# These open a reason after a change, and else a use: "支出7万元，主要是燃油费".
_AFTER_CHANGE = (
    r"主要[是为](?!用于)[：:]?|主要(?=受[^，,。；;]{2,40}影响)|(?<=[，,])主要原因|(?<=[数大少低高]的)主要原因"
    r"|(?<=[，,。；;])(?:这?是)?(?:由于|因为|系因?|因(?!公))"
)
_REASON = lazy_pattern(rf"(?P<stated>{_STATED})|{_AFTER_CHANGE}")
_CHANGE = lazy_pattern(
    r"[增减]|[上提]升|下降|降低|持平|不变|一致|相同|[大小高低等]于|差异|变[动化]|超[过出支]|未(?:安排|发生|支出)|提高"
)
_LISTED = lazy_pattern(r"一是|1[.．、]|[（(]1[)）]|①")
# The end of a reason that is a list: a stop after which the list does not go on.
_LIST_ENDS = lazy_pattern(r"。|[；;](?![二三四五六七八九十]是|\d[.．、]|[（(]\d[)）]|[①-⑳]|另外|此外|同时)|$")
_EMPTY = lazy_pattern(r"(?:其中)?[：:]?(?:\d[.．、]?)?|无|无变[动化]|不涉及|[-—/]+")
_PARTS_TOLD = lazy_pattern(r"其中[：:，,]")
# "支出决算较预算减少3万元": no line is named, the one in hand goes on.
_NO_LINE = lazy_pattern(r"(?:实际)?(?:收入|支出)?(?:预算|决算|执行)数?")
_COMPARING = lazy_pattern(r"[比较与同和](?=上年|去年|20[0-4]\d年|年初|全年|预算|以前|往年)")
_COMPARED_ANEW = lazy_pattern(r"[并且]?[比较与同和](?:上年|去年|20[0-4]\d年|年初|全年|预算)")
# "“三公”经费支出决算数小于预算数的主要原因": behind the amounts of its parts, the whole is named again.
_AGAINST_BUDGET = lazy_pattern(r"(?:(?:支出)?决算数?)?(?:[大小高低]于|未?超[过出]?)")
# "与上年对比财政拨款收入增加6万元": the line is named behind the comparison.
_NAMED_BEHIND = lazy_pattern(
    r"(?:[比较与同和](?:上年|去年|20[0-4]\d年)(?:度|同期)?[相对]比|相[比较]于?(?:上年|去年|20[0-4]\d年)(?:度|同期)?)[，,]?"
    r"(?P<line>[^，,。；;]{2,30}?)(?:各|有所|略有)?(?=增|减|上升|下降|持平)"
)
# "因公出国费用没有，原因是": the line is named where nothing of it is told.
_NOTHING = lazy_pattern(r"(?P<line>[^，,。；;]{2,30}?)(?:支出)?(?:没有|未发生|未安排|无支出|为零)[，,]$")
# 新疆: "收入支出总体与上年相比，增加9万元，主要原因是".
_BOTH_SIDES = lazy_pattern(r"(?:20[0-4]\d年度?)?收入?[、，和与]?支出?(?:总体|总计|总额|总数)")
# "公务接待费支出减少的主要原因是": the line right before its reason.
_WHOSE = lazy_pattern(
    r"(?:20[0-4]\d年度?)?(?P<line>[^\d于比较]{2,40}?)(?:支出)?(?:预算|决算)?数?(?:持平|不变|超支|结余|增加|减少|增长|上升|下降)?的?"
)
# A paragraph of its own for the reason: "增加的主要原因是…".
_GOES_ON = lazy_pattern(
    r"(?:支出)?(?:增加|减少|增长|下降|变动|变化|增减|差异|决算数[^，,。；;]{0,16})?的?(?:主要)?原因"
)
_PRIOR = lazy_pattern(r"(?:[比较与同和于](?:上年|去年|20[0-4]\d年)|上年(?:决算)?数)")
_BUDGET = lazy_pattern(
    r"(?:年初|全年|调整)?预算数?的?(?:主要)?原因|[比较与同](?:年初|全年|调整后?)?预算|预决算差异|(?:大于|小于|高于|低于|等于|超过|完成)(?:年初|全年|调整)?预算"
)
_YEARS_BUDGET = lazy_pattern(r"[比较](?:度)?年初预算")
_SIDE = lazy_pattern(r"(?:^|[，,。；;：:年])(?:度)?(?:本年|预算|部门|单位)?(收入|支出)(?:总?预算)?$")


def reasons_in(
    passage: Passage, told: list[Told], lines: Lines, year: int, stage: str, above: Told | None = None
) -> Iterator[Reason]:
    """The reasons of a passage; each belongs to the line that its change names, else to the last one told.

    `above` is what the passage above opened with: a paragraph that is nothing but the reason belongs to it.
    """
    text = passage.text
    done = 0
    for match in _REASON.finditer(text):
        if match.start() < done:
            continue
        window = change_before(text[: match.start()], match.group())
        if not match.group("stated") and not _CHANGE.search(sentence_end(text[: match.start()]) or window):
            continue
        subject = subject_of(text, match.start(), window, told, lines, stage)
        if subject is None and above is not None and not told and _GOES_ON.match(text):
            subject = above.facts[0].item, above.facts[0].measure
        reason = reason_at(text, match.end())
        if subject is None or not reason:
            continue
        done = match.end() + len(reason)
        if any(match.end() < one.end <= done and one.subject.item == subject[0] for one in told):
            continue  # 广东: "变化的主要原因是：“三公”经费预算9万元，…" goes on with the line, and tells no reason
        yield Reason(
            item=subject[0],
            text=reason,
            set_phrase=is_set_phrase(reason),
            where=passage.place_at(match.end()),
            measure=subject[1],
            year=year,
            against=compared_with(told_of_line(window, lines, stage) + match.group(), year),
        )


def change_before(text: str, opening: str = "") -> str:
    """The sentence that tells the change: the one that the reason stands in, or the one before it.

    `opening` are the words that open the reason: "决算数较上年减少的主要原因是" tells the change in them.
    """
    sentences = [sentence for sentence in re.split(r"(?<=[。；;])", text) if sentence]
    if not sentences or (len(sentences) == 1 and not sentences[0].endswith(("。", "；", ";"))):
        return text
    own = "" if sentences[-1].endswith(("。", "；", ";")) else sentences[-1]
    if not own and sentences[-1].endswith("。") and (whole := whole_before_parts(sentences)):
        return whole
    if _CHANGE.search(own) or (_COMPARING.search(own) and _CHANGE.search(opening)):
        return own
    last = len(sentences) - (2 if own else 1)
    first = last
    # 重庆: "“三公”经费较上年减少1万元；较年初预算减少2万元。主要原因是".
    while first > 0 and _COMPARED_ANEW.match(sentences[first]) and not sentences[first - 1].endswith("。"):
        first -= 1
    return "".join(sentences[first : last + 1]) + own


def whole_before_parts(sentences: list[str]) -> str:
    """The sentence whose change the last ones tell by its parts: "收入合计增加9万元。其中：事业收入增加2万元；…。"."""
    for index in range(len(sentences) - 1, 0, -1):
        if _PARTS_TOLD.match(sentences[index]):
            return sentences[index - 1] if _NAMED_BEHIND.search(sentences[index - 1]) else ""
        if index < len(sentences) - 1 and sentences[index].endswith("。"):
            break
    return ""


def reason_at(text: str, start: int) -> str:
    """The words of a reason: to the next stop, or over the stops of a numbered list to the end of the sentence."""
    rest = text[start:]
    stop = _LIST_ENDS.search(rest) if _LISTED.match(rest) else re.search(r"[。；;]|$", rest)
    words = rest[: stop.start() if stop else None]
    # A reason told in brackets ends with them: "（比上年增加0万元，主要原因是与上年持平）".
    for index, character in enumerate(words):
        if character in "）)" and len(re.findall("[（(]", words[:index])) == len(re.findall("[）)]", words[:index])):
            words = words[:index]
            break
    words = words.strip("。；;，,：: ").removeprefix("主要是")
    return "" if _EMPTY.fullmatch(words) else words


def compared_with(said: str, year: int) -> str:
    """What the change is measured against: "approved", "prior_year" or "" where the sentence does not say."""
    said = re.sub(rf"(?<=[比较与同和]){year}年度?", "", said)
    budget = [match.end() for rule in (_BUDGET, _YEARS_BUDGET) for match in rule.finditer(said)]
    prior = [match.end() for match in _PRIOR.finditer(said)]
    if budget and max(budget) > max(prior, default=0):
        return "approved"
    return "prior_year" if prior else ""


def subject_of(text: str, end: int, window: str, told: list[Told], lines: Lines, stage: str) -> tuple[str, str] | None:
    """Item and measure of the line whose change is told in `window`, which ends at `end`."""
    before = [one for one in told if one.end <= end]
    comparing = [match.start() for match in _COMPARING.finditer(window)]
    head = sentence_end(window[: comparing[-1]]) if comparing else ""
    clause = clause_compared(window, comparing) or re.split(r"[，,]", head)[-1] or head
    named = (
        named_right_before(window, lines, stage)
        or named_where_nothing(window, lines, stage)
        or named_at_end(clause, lines, stage)
        or named_again(window, lines, stage)
    )
    if named is not None:
        return named.item, named.measure
    side = _SIDE.search(head)
    if side:
        scheme = "source:" if side.group(1) == "收入" else "use:"
        for one in before:
            for fact in one.facts:
                if fact.item in (f"{scheme}total", f"{scheme}year_total"):
                    return fact.item, fact.measure
    if not before or untold_between(text, before[-1].end, end):
        return None
    fact = told_outside(text, before, end).facts[0]
    return fact.item, fact.measure


def clause_compared(window: str, comparing: list[int]) -> str:
    """The words right before the last comparison, or before the one that it goes on from: "甲比预算平，比上年增"."""
    for start in reversed(comparing):
        if untold_between(window[: comparing[-1]], start, comparing[-1]):
            break
        if clause := re.split(r"[，,。；;]", window[:start])[-1]:
            return clause
    return ""


def named_where_nothing(window: str, lines: Lines, stage: str) -> Mention | None:
    """The line of which a clause right before its reason says that there is nothing."""
    nothing = _NOTHING.search(window)
    return named_at_end(nothing.group("line"), lines, stage) if nothing else None


def told_outside(text: str, before: list[Told], end: int) -> Told:
    """The last amount told before `end`, or the one before the bracket in which its parts were told.

    广东: "公务用车购置及运行维护费5万元（公务用车购置费2万元，公务用车运行维护费3万元），比上年减少1万元，主要原因是…".
    """
    closed = max(text.rfind("）", before[-1].end, end), text.rfind(")", before[-1].end, end))
    if closed < 0 or re.search("[（(]", text[before[-1].end : closed]):
        return before[-1]
    opened = max(text.rfind("（", 0, before[-1].end), text.rfind("(", 0, before[-1].end))
    whole = [one for one in before if one.end == opened]
    return whole[-1] if whole else before[-1]


def named_right_before(window: str, lines: Lines, stage: str) -> Mention | None:
    whose = _WHOSE.fullmatch(clause_end(window))
    return named_at_end(whose.group("line"), lines, stage) if whose else None


def told_of_line(window: str, lines: Lines, stage: str) -> str:
    """The part of a window that tells of the line in question: a line named right before its reason begins anew."""
    anew = named_right_before(window, lines, stage) is not None
    return sentence_end(window) if anew else window


def named_again(window: str, lines: Lines, stage: str) -> Mention | None:
    """The line that is named where its comparison is told, not before it; a bare "支出决算数" names none."""
    behind = _NAMED_BEHIND.search(window)
    if behind:
        return named_at_end(behind.group("line"), lines, stage)
    against = list(_AGAINST_BUDGET.finditer(window))
    head = re.split(r"[，,。；;]", window[: against[-1].start()])[-1] if against else ""
    return named_at_end(head, lines, stage)


def named_at_end(clause: str, lines: Lines, stage: str) -> Mention | None:
    """The line that a clause names before its comparison: "“三公”经费预算" in "“三公”经费预算与上年持平"."""
    if any(amounts_in(clause)) or _NO_LINE.fullmatch(clause):
        return None
    if _BOTH_SIDES.fullmatch(clause):
        return Mention("source:total", clause, 0, len(clause), False)
    found = [*firmly(clause, lines), *public_mentions(clause), *total_mentions(clause, stage)]
    return min(
        found,
        key=lambda mention: (not mention.firm, not is_pure(clause[mention.end :]), mention.start, -mention.end),
        default=None,
    )


def untold_between(text: str, start: int, end: int) -> bool:
    """Whether an amount of some line that is not known stands between: the reason is that line's."""
    last = start
    for amount in amounts_in(text[:end]):
        if amount.start < start:
            continue
        lead = text[last : amount.start]
        last = amount.end
        if not is_difference(lead) and not is_compared(lead):
            return True
    return False
