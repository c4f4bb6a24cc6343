"""行政运行（2013201）: a code in a sentence against the forms that print the line."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.codes.names import stem
from difftool.model.comparison import WORDING
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_CODED = lazy_pattern(r"([\u4e00-\u9fff（）()、“”]{2,40})[（(]([235]\d{2}(?:\d{2}){0,2})[）)]")

_NOTHING = lazy_pattern(r"(?:支出)?0(?:\.0+)?(?:万元|元)")


class CodeInSentence(Rule):
    code = "code-in-sentence"
    family = "names and labels"
    title = "A code in the text belongs to the name beside it"
    title_zh = "文字中的科目代码"
    why = "Name and code of a line are printed in the forms; the text must not pair them otherwise."
    why_zh = "科目的名称和编码以各表所印为准；文字不能把它们配错。"
    needs = "sentences with codes in brackets, and forms with codes"
    tolerance = "brackets, 的 and a missing 支出"
    grade = WORDING
    message_zh = "文字作“{found}”，表中为“{expected}”"
    message_en = "the text has “{found}”, the forms “{expected}”"

    def examine(self, case: Case) -> Examination:
        judged = 0
        told: dict[tuple[str, str], list[Place]] = {}
        for passage in case.passages:
            for match in _CODED.finditer(passage.text):
                if _NOTHING.match(passage.text, match.end()):
                    continue  # last year's line, without money and so in no form of this year
                wanted = pair_in_forms(match[1], match[2], case)
                judged += wanted is not None
                if wanted:
                    told.setdefault((wanted[0], wanted[1]), []).append(passage.place_at(match.start()))
        findings = tuple(Finding(right, words, tuple(places)) for (words, right), places in told.items())
        return Examination(findings, judged)


def pair_in_forms(before: str, code: str, case: Case) -> tuple[str, str] | tuple[()] | None:
    """The pair as the text has it and as the forms have it; empty where they agree, None where nothing can be said."""
    item = f"{'func' if code.startswith('2') else 'econ'}:{code}"
    own = case.printed_names.get(item, {})
    if any(stem(before).endswith(stem(name)) for name in own):
        return ()
    others = [
        (name, other)
        for other, names in case.printed_names.items()
        for name in names
        if len(other) == len(item) and stem(before).endswith(stem(name)) and len(name) >= 3
    ]
    if own:
        name = next(iter(own))
        meant = max(others, default=None, key=lambda pair: len(pair[0]))
        upper = case.printed_names.get(item[:-2], {})
        named_above = next((n for n in upper if stem(before).endswith(stem(n))), "")
        if meant is None and not named_above:
            return None
        if any(stem(n).endswith(stem(meant[0] if meant else named_above)) for n in own):
            return ()
        return f"{meant[0] if meant else named_above}（{code}）", f"{name}（{code}）"
    same_kind = [(name, other) for name, other in others if kind_of(other) == kind_of(item)]
    if len({other for _, other in same_kind}) == 1 and kind_of(item) == "func":
        name, other = same_kind[0]
        return f"{name}（{code}）", f"{name}（{name_in(other)}）"
    return None
