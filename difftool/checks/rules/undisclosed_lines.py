"""Lines said to be state secrets that the forms print."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.labels_told import paths_in
from difftool.checks.names import line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.codes.names import stem
from difftool.model.comparison import CONTRADICTION
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_SECRET = lazy_pattern(r"国家秘密[^。]*不(?:予|宜)?(?:对外)?公开|不(?:予|宜)?(?:对外)?公开[^。]*国家秘密")


class UndisclosedLines(Rule):
    code = "undisclosed-lines"
    family = "form against sentence"
    title = "Lines that the text calls secret are not printed"
    title_zh = "涉密不公开的科目"
    why = "What is withheld as a state secret cannot stand in the forms of the same document (保守国家秘密法)."
    why_zh = "因涉及国家秘密不公开的内容，不应出现在同一份文件的表中（保守国家秘密法）。"
    needs = "a sentence that withholds the lines of a 款 or 类"
    tolerance = "none"
    grade = CONTRADICTION
    message_zh = "文字称“{expected}”下的项级科目涉密、不予公开，表中却印有“{found}”{amount}"
    message_en = "the text withholds the lines below “{expected}” as secret, yet a form prints “{found}” {amount}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for passage in case.passages:
            match = _SECRET.search(passage.text)
            labels = [path.labels[-1] for path in paths_in(passage, case.form_names) if path.labels] if match else []
            for label in labels:
                if label.level == "项":
                    continue
                judged += 1
                for item, names in case.printed_names.items():
                    above = item[: len("func:") + label.depth]
                    named = case.printed_names.get(above, {})
                    own = len(item) == len("func:2010101") and any(stem(name) == stem(label.name) for name in named)
                    fact = next(iter(names.values()))
                    if own and kind_of(item) == "func" and fact.amount:
                        places = (passage.place_at(label.start), fact.where)
                        amount = {"amount": say_fact(fact)}
                        findings.append(Finding(label.name, line_name(fact), places, amount))
        return Examination(tuple(findings), judged)
