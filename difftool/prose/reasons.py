"""Why an amount moved, as the document says it, bound to the line that the sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.model.disclosure import Passage, Reason
from difftool.prose.statements import Told

_REASON = re.compile(
    r"(?:主要)?(?:变动|变化|增减|增加|减少|增长|下降)?(?:的)?(?:主要)?原因(?:主要)?(?:是|为|在于|系|：|:)+(?:是|由于|因为)?[：:]?"
    r"|主要(?:是)?(?:由于|因为|是因为|系)|主要是|原因[：:]"
)
_PRIOR = re.compile(r"上年|去年|20[0-4]\d年(?:度)?(?:年初)?(?:预算|决算|执行)?(?:数)?(?:相比|增加|减少)?")
_BUDGET = re.compile(
    r"(?:年初|全年|调整)?预算数?的?(?:主要)?原因|(?:大于|小于|高于|低于|等于|超过|完成)(?:年初|全年|调整)?预算"
)


def reasons_in(passage: Passage, told: list[Told], year: int) -> Iterator[Reason]:
    """The reasons of a passage; each belongs to the line of the last amount told before it."""
    text = passage.text
    for match in _REASON.finditer(text):
        before = [one for one in told if one.end <= match.start()]
        if not before:
            continue
        end = re.search(r"[。；;]|$", text[match.end() :]).end()  # type: ignore[union-attr]
        reason = text[match.end() : match.end() + end].strip("。；;，,：: ")
        if not reason:
            continue
        sentence = text[max(text.rfind("。", 0, match.start()), 0) : match.start()]
        against = (
            "approved"
            if _BUDGET.search(sentence + match.group()) and not re.search(r"上年数|上年决算", sentence)
            else ""
        )
        if not against and _PRIOR.search(sentence):
            against = "prior_year"
        yield Reason(
            item=before[-1].subject.item,
            text=reason,
            where=passage.place_at(match.end()),
            measure=before[-1].facts[0].measure,
            year=year,
            against=against,
        )
