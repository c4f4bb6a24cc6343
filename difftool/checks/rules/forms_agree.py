"""The same amount in two forms."""

from __future__ import annotations

from difftool.checks.causes import Cause
from difftool.checks.names import form_name, form_name_en
from difftool.checks.rules.broken_sum import BrokenSum
from difftool.proof.identity import FORMS


class FormsAgree(BrokenSum):
    kind = FORMS
    code = "forms-agree"
    family = "between forms"
    title = "Forms print the same amount for the same thing"
    title_zh = "表间一致"
    why = "The forms are extracts of one budget: 支出表 and 收支总表 share their totals, and so on."
    why_zh = "各表取自同一预算：支出表与收支总表的合计相同，其余类推。"
    needs = "two forms that share a line"
    tolerance = "half a printed step for each term"
    by_zh = "另一张表"
    by_en = "the other form"

    def by(self, cause: Cause) -> tuple[str, str]:
        """The form that prints the other amount, by its name where it has another one."""
        facts = [fact for identity in cause.broken for fact in identity.facts]
        others = {fact.statement for fact in facts} - {cause.culprit.statement}
        if len(others) != 1:
            return self.by_zh, self.by_en
        other = others.pop()
        return form_name(other), f"the {form_name_en(other)}"
