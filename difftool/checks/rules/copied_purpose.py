"""住房公积金 said to pay for 医疗保险: the use of a line copied from the line before."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.labels_told import paths_in
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_USE = lazy_pattern(r"^[^。]{0,60}?[。，：:]?(?:主要)?用于[:：]?(?P<use>[^。；]{3,60})")
# Lines whose name says what they pay for, and the words that only one of them can be used for.
_KINDS = {
    "housing": lazy_pattern(r"住房公积金|提租补贴|购房补贴|住房补贴"),
    "medical": lazy_pattern(r"医疗"),
    "pension": lazy_pattern(r"养老保险|职业年金|离退休"),
}


class CopiedPurpose(Rule):
    code = "copied-purpose"
    family = "sentence against itself"
    title = "The use of a line is that of its name"
    title_zh = "科目用途照抄"
    why = "公积金 pays for no 医疗, 养老保险 for no 住房: such a use was copied from another line."
    why_zh = "公积金不用于医疗、养老，养老保险不用于住房：这样的用途是从别的科目照抄来的。"
    needs = "sentences that name a line and its use"
    tolerance = "uses that name several kinds"
    grade = WORDING
    message_zh = "“{expected}”的用途写作“{found}”，属其他科目"
    message_en = "“{expected}” is said to be for “{found}”, which is another line's use"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings: dict[tuple[str, str], Place] = {}
        for passage in case.passages:
            paths = [path for path in paths_in(passage, case.form_names) if path.at("项") is not None]
            if len(paths) != 1:
                continue
            label = paths[0].at("项")
            assert label is not None
            match = _USE.match(passage.text[label.end :])
            if match is None:
                continue
            judged += 1
            own = {kind for kind, words in _KINDS.items() if words.search(label.name)}
            meant = {kind for kind, words in _KINDS.items() if words.search(match["use"])}
            if len(own) == len(meant) == 1 and own != meant:
                findings.setdefault((label.name, match["use"]), passage.place_at(label.end + match.start("use")))
        return Examination(tuple(Finding(name, use, (place,)) for (name, use), place in findings.items()), judged)
