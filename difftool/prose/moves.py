"""Sentences that say money changed its line: who gave, who received, how much where it is told.

A sentence counts when it names both ends. What was refused, planned, done in another year, or only compared is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from difftool.model.disclosure import Passage, StatedMove
from difftool.prose.amounts import amounts_in
from difftool.prose.lines import Lines, Mention
from difftool.prose.named import named_in
from difftool.prose.periods import is_difference
from difftool.prose.statements import Told

# The verb at which a sentence turns from the giving to the receiving line.
_PIVOT = re.compile(
    r"(?:科目)?(?:调整|调剂|调)(?=[到至入为归列用出从了部]|\d|[（(])|(?:归|转|划|并|列|(?<!缴)纳|移|计|改|分|合|拆)(?:入|并|为|至|到|列|转|归|由|在|用|按|分|口)|"
    r"变更[^，。；]{0,6}为|(?:下达|分配|拨付)[至到]|改用|细化为|分解为|移列|[转调划]来|转列|列支|调整|调剂|核算|反映"
)
# After one of these the sentence tells of no move in this year between these lines.
_NO_MOVE = re.compile(
    r"未(?:作|做|予|被|能|再|曾|发生|批准|获批|调|列|转|归|实施|变|进行)|没有|不予|未批准|未同意|拟(?:将|从|于)|计划(?:将|从|于)|曾(?:申请|拟|计划)|"
    r"仍在|仍列|仍由|本年(?:度)?(?:口径)?(?:不变|无变化|未变)|口径(?:不变|与上年)|与上年(?:口径)?(?:一致|相同)|建议|如需|可以|可在|应当|(?:是|：)指"
)
_HERE = re.compile(r"(?:本|该|此|这一)(?:项|科目|款|类|级|功能科目)")
_DONE_IN = re.compile(r"(?:已|就|早)?(?:于|在|自|从)?(20[0-4]\d)年(?:度)?(?:起|初|已|将|由|从)?")
# Where the money stands now and where it stood, without a verb that turns: "今年列甲，去年列乙".
_NOW_AND_BEFORE = re.compile(
    r"(?:今年|本年|现)(?:度)?列(?P<now>[^，]+)，(?:去年|上年|原|以前年度)(?:度)?列(?P<before>[^，。；]+)"
)
# A line that is new beside this one and took part of its money: "增加了“事业运行”项级科目分流315万元" (江苏 2019).
_SPLIT_OFF = re.compile(r"(?:新增|增加|增设|新设)了?(?P<where>[^，。；]*?(?:科目|项|款)[^，。；]*?)(?:分流|分出|划出)")
_ELSEWHERE = re.compile(r"在(?P<where>[^，。；]+?)中?(?:安排|列支|反映|核算|保障)[^。；]*(?:本|该)(?:项|科目)不再")
# "从甲科目向乙科目调剂": both ends before the verb.
_FROM_TO = re.compile(r"[从由](?P<before>[^，。；]+)[向往](?P<now>[^，。；]+?)(?:调|划|转|移)")
# "主要是甲的5万元转入": the verb ends the clause, and the line in hand receives.
_COME_IN = re.compile(r"(?:[转调划并移]入)(?:本|该)?(?:所致|导致|形成|引起)?(?=[，。；]|$)")
# "以前年度列在甲，今年用此科目": where it stood is told, where it went is the line in hand or the next clause.
_STOOD = re.compile(
    r"(?:以前年度|往年|上年度?|去年|原(?!因)先?|此前|(?P<year>20[0-4]\d)年度?)[^，。；]*?"
    r"(?:(?:编列|列支|反映|列)[在于入]|[计记]入|列)(?P<before>[^，。；]+)(?:，(?P<rest>[^。；]*))?"
)
_TURNED = re.compile(r"(?:本|该|此|这一)[^，。；]{0,6}(?:项|科目)|调|转|归|划|改")
# "公共安全支出（类）司法（款）：反映…": the glossary tells what a line is for.
_DEFINITION = re.compile(r"[）)支出务][：:](?:是)?(?:指|反映)|^反映")
_MEASURES = (("基本支出", "basic"), ("项目支出", "project"), ("人员经费", "personnel"), ("公用经费", "public"))


def stated_moves(passage: Passage, told: list[Told], lines: Lines, year: int) -> Iterator[StatedMove]:
    """The moves that a passage states; each sentence is read under the line that the passage is about."""
    for match in re.finditer(r"[^。；;]+[。；;]?", passage.text):
        sentence = match.group()
        turns = any(way.search(sentence) for way in (_PIVOT, _NOW_AND_BEFORE, _SPLIT_OFF))
        if not turns or _NO_MOVE.search(sentence) or _DEFINITION.search(sentence) or of_another_year(sentence, year):
            continue
        before = [one for one in told if one.end <= match.end()]
        subjects = [one.subject.item for one in (before[-1:] or told[:1])]
        here = next((item for item in subjects if item.startswith("func:")), "")
        tellings = [one.end - match.start() for one in told if match.start() < one.end <= match.end()]
        move = read_move(sentence, here, lines, year, frozenset(tellings))
        if move is None:
            continue
        givers, receivers, amount, measures = move
        ends = [(givers, receivers)]
        if "分别" in sentence and len(givers) == len(receivers) > 1:
            ends = [((giver,), (receiver,)) for giver, receiver in zip(givers, receivers, strict=True)]
        for giving, receiving in ends:
            yield StatedMove(
                givers=giving,
                receivers=receiving,
                amount=amount if len(ends) == 1 else None,
                quote=sentence.strip("。；;"),
                where=passage.place_at(match.start()),
                item=here,
                giver_measure=measures[0],
                receiver_measure=measures[1],
            )


Ends = tuple[tuple[str, ...], tuple[str, ...], Decimal | None, tuple[str, str]]


def read_move(sentence: str, here: str, lines: Lines, year: int, tellings: frozenset[int] = frozenset()) -> Ends | None:
    """Givers, receivers, amount and columns of a sentence read under the line `here`, None where it states no move.

    `tellings` are the ends of the amounts that belong to the line itself and are no part of a move.
    """
    names = [mention for mention in named_in(sentence, lines, here) if not is_own_label(mention, sentence, here)]
    amount = amount_of(sentence, tellings)
    settled = without_turning(sentence, here, names, year)
    if settled:
        return (*settled, amount, ("total", "total"))
    for pivot in _PIVOT.finditer(sentence):
        after = [mention for mention in names if mention.start >= pivot.end()]
        before = [mention for mention in names if mention.end <= pivot.start()]
        if pivot.group().endswith("来"):  # 甲的增加，主要是从乙转来
            origin = [mention for mention in before if re.search(r"[从由自]$", sentence[: mention.start])]
            others = items([mention for mention in before if mention not in origin]) or ((here,) if here else ())
            if origin and others and not set(items(origin)) & set(others):
                return items(origin), others, amount, ("total", "total")
        to_here = _HERE.search(sentence, pivot.end())
        from_here = _HERE.search(sentence[: pivot.start()])
        receivers = items(after)
        givers = items(before)
        if not receivers and to_here and here:
            receivers = (here,)
        if not givers and here and (from_here or receivers) and here not in receivers:
            givers = (here,)
        givers = tuple(item for item in givers if item not in receivers)
        if givers and receivers:
            return givers, receivers, amount, ("total", "total")
        inside = between_columns(sentence, pivot)
        if inside and here.startswith("func:") and not names:
            return (here,), (here,), amount, inside
        if inside and len(set(items(names))) == 1:
            item = items(names)[:1]
            return item, item, amount, inside
    return None


def items(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.item for mention in mentions))


def is_own_label(mention: Mention, sentence: str, here: str) -> bool:
    """Whether a mention is the label that opens the sentence with its amount, not an end of a move."""
    return (
        mention.item == here
        and mention.start <= 8
        and bool(re.match(r"[^由从将把原自]{0,30}?\d", sentence[mention.end :]))
    )


def of_another_year(sentence: str, year: int) -> bool:
    """Whether the sentence says that it was done in an earlier year, or will be in a later one."""
    if re.search(r"下一?年度?起?[^，。；]{0,12}(?:调整|列|归|转)|明年", sentence):
        return True
    pivot = _PIVOT.search(sentence)
    head = sentence[: pivot.start()] if pivot else sentence
    return any(
        int(match.group(1)) != year
        and re.search(r"(?:已|于|自|从|起)", match.group(0) + sentence[match.end() : match.end() + 2])
        for match in _DONE_IN.finditer(head)
        if abs(int(match.group(1)) - year) >= 1
    )


def without_turning(
    sentence: str, here: str, names: list[Mention], year: int
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Givers and receivers where the sentence tells where the money stands, not that it was moved."""
    match = _NOW_AND_BEFORE.search(sentence)
    if match:
        now = items([name for name in names if match.start("now") <= name.start < match.end("now")])
        before = items([name for name in names if match.start("before") <= name.start < match.end("before")])
        return (before, now) if now and before and not set(now) & set(before) else None
    match = _FROM_TO.search(sentence)
    if match:
        before = items([name for name in names if match.start("before") <= name.start < match.end("before")])
        now = items([name for name in names if match.start("now") <= name.start < match.end("now")])
        if before and now and not set(now) & set(before):
            return before, now
    match = _COME_IN.search(sentence)
    if match and names and all(name.end <= match.start() for name in names):
        givers = items(names[-1:])
        now = items(names[:-1]) or ((here,) if here else ())
        if now and not set(now) & set(givers):
            return givers, now
    match = _SPLIT_OFF.search(sentence) or _ELSEWHERE.search(sentence)
    if match and here:
        there = items([name for name in names if match.start("where") <= name.start < match.end("where")])
        return ((here,), there) if there and here not in there else None
    match = _STOOD.search(sentence)
    if match and int(match.group("year") or 0) < year and not _TURNED.search(match.group("before")):
        before = items([name for name in names if match.start("before") <= name.start < match.end("before")])
        rest = items([name for name in names if name.start >= match.end("before")])
        now = rest or ((here,) if here else ())
        return (before, now) if before and now and not set(before) & set(now) else None
    return None


def amount_of(sentence: str, tellings: frozenset[int]) -> Decimal | None:
    """The amount that moved: the one told, or the sum of those told beside each line; None where none is."""
    found = [
        amount.money.amount
        for amount in amounts_in(sentence)
        if amount.end not in tellings
        and (sentence[: amount.start].endswith("的") or not is_difference(sentence[: amount.start]))
    ]
    if not found:
        return None
    whole = max(found)
    rest = sum(found, Decimal(0)) - whole
    return whole if len(found) > 2 and whole == rest else whole + rest


def between_columns(sentence: str, pivot: re.Match[str]) -> tuple[str, str] | None:
    """Giving and receiving column of a sentence such as "2.48万元归入项目支出，上年列基本支出"."""
    after = next(
        (measure for word, measure in _MEASURES if sentence[pivot.end() :].lstrip("到至入为列在由").startswith(word)),
        None,
    )
    if after is None:
        return None
    others = [measure for word, measure in _MEASURES if word in sentence and measure != after]
    if after in ("basic", "project"):
        giving = "project" if after == "basic" else "basic"
        return (giving, after) if not others or giving in others else None
    return (others[0], after) if len(others) == 1 else None
