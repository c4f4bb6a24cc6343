"""What a rule is: a declared class that says what it asks, why, and what it found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct, field

from difftool.checks.case import Case
from difftool.checks.quoting import fill
from difftool.model.comparison import FAIL, NOT_APPLICABLE, PASS, UNDECIDABLE, Check
from difftool.model.place import Place


class Finding(Struct, frozen=True):
    """One contradiction: what was expected, what is printed, where, and the words that fill the rule's message.

    `grade` is told where it differs from the rule's own. `details_en` replaces those details that read differently
    in English.
    """

    expected: str
    found: str
    cells: tuple[Place, ...]
    details: Mapping[str, str] = field(default_factory=dict)
    details_en: Mapping[str, str] = field(default_factory=dict)
    grade: str = ""


class Examination(Struct, frozen=True):
    """What a rule saw: its findings, how many comparisons it made, and what it lacked to make any."""

    findings: tuple[Finding, ...] = ()
    judged: int = 0
    missing: str = ""
    missing_en: str = ""


class Described:
    """What every rule declares; the rules page and `difftool explain` are made from it.

    `family` groups rules, `why` names the form note, law or arithmetic that a rule comes from, `needs` the parts of
    a document without which it says nothing, `tolerance` what it lets pass. The message templates take the details
    of a finding besides {expected} and {found}.
    """

    code: ClassVar[str]
    family: ClassVar[str]
    title: ClassVar[str]
    title_zh: ClassVar[str]
    why: ClassVar[str]
    why_zh: ClassVar[str]
    needs: ClassVar[str]
    tolerance: ClassVar[str]
    grade: ClassVar[str]
    message_zh: ClassVar[str]
    message_en: ClassVar[str]

    def checks(self, examination: Examination, side: str) -> Iterator[Check]:
        """The examination as checks: each finding a fail, else one pass, else one that says why it does not apply."""
        if examination.findings:
            yield from (self._fail(finding, side) for finding in examination.findings)
        elif examination.judged:
            yield self._pass(str(examination.judged), side)
        else:
            yield self._not_applicable(examination, side)

    def _fail(self, finding: Finding, side: str) -> Check:
        words = {"expected": finding.expected, "found": finding.found, **finding.details}
        return Check(
            rule=self.code,
            side=side,
            status=FAIL,
            expected=finding.expected,
            found=finding.found,
            cells=finding.cells,
            message=fill(self.message_zh, words),
            grade=finding.grade or self.grade,
            message_en=fill(self.message_en, {**words, **finding.details_en}),
        )

    def _pass(self, count: str, side: str) -> Check:
        return Check(
            rule=self.code,
            side=side,
            status=PASS,
            expected=count,
            found=count,
            cells=(),
            message=f"{self.title_zh}：核对 {count} 处，全部相符",
            message_en=f"{self.title}: {count} compared, all agree",
        )

    def _not_applicable(self, examination: Examination, side: str) -> Check:
        why, why_en, grade = "不适用", "not applicable", ""
        if examination.missing:
            why, grade = f"无法判定，缺少{examination.missing}", UNDECIDABLE
            why_en = f"not decidable without {examination.missing_en}"
        return Check(
            rule=self.code,
            side=side,
            status=NOT_APPLICABLE,
            expected="",
            found="",
            cells=(),
            message=f"{self.title_zh}：{why}",
            grade=grade,
            message_en=f"{self.title}: {why_en}",
        )


class Rule(Described, ABC):
    """A rule over one disclosure."""

    @abstractmethod
    def examine(self, case: Case) -> Examination:
        """What the rule sees in the disclosure of this case."""


class RuleBetween(Described, ABC):
    """A rule over two disclosures of one body, the earlier first."""

    @abstractmethod
    def examine(self, old: Case, new: Case) -> Examination:
        """What the rule sees between the two."""
