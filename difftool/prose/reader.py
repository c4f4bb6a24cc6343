"""All sentences of a document: facts, reasons and stated moves."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from difftool.model.disclosure import Passage, Reason, StatedMove
from difftool.model.document import Document
from difftool.model.fact import Fact
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.prose.lines import Lines
from difftool.prose.moves import stated_moves
from difftool.prose.passages import read_passages
from difftool.prose.reasons import reasons_in
from difftool.prose.statements import Teller
from difftool.prose.told import Told


class ProseReading(Struct, frozen=True):
    """What the sentences of a document say.

    `differences` are the amounts by which something changed, `untold` those of no line; each as place and print.
    """

    facts: tuple[Fact, ...] = ()
    reasons: tuple[Reason, ...] = ()
    stated_moves: tuple[StatedMove, ...] = ()
    problems: tuple[Problem, ...] = ()
    passages: tuple[Passage, ...] = ()
    differences: tuple[tuple[Place, str], ...] = ()
    untold: tuple[tuple[Place, str], ...] = ()


def read_prose(document: Document, *, year: int, stage: str, form_facts: Sequence[Fact]) -> ProseReading:
    """The facts, reasons and stated moves in the running text of a document.

    `form_facts` are what its own forms say: a name in a sentence is looked for among them first.
    """
    passages = read_passages(document)
    lines = Lines(form_facts, year)
    teller = Teller(lines, year, stage)
    facts: list[Fact] = []
    reasons: list[Reason] = []
    moves: list[StatedMove] = []
    problems: list[Problem] = []
    differences: list[tuple[Place, str]] = []
    untold: list[tuple[Place, str]] = []
    above: Told | None = None
    for passage in passages:
        telling = teller.read(passage)
        told = telling.told
        stated, spent = stated_moves(passage, told, lines, year)
        for one in told:
            if one.end not in spent:
                facts.extend(one.facts)
        facts.extend(telling.named_otherwise(spent))
        reasons.extend(reasons_in(passage, told, lines, year, stage, above))
        above = told[0] if told else None
        moves.extend(stated)
        problems.extend(telling.problems)
        differences.extend(telling.differences)
        untold.extend(telling.untold)
    return ProseReading(
        tuple(facts),
        tuple(reasons),
        tuple(moves),
        tuple(problems),
        passages,
        tuple(differences),
        tuple(untold),
    )
