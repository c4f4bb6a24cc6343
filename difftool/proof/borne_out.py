"""Facts with the sums that bear them out: what print or recognition leaves in doubt is settled by them, and told."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.disclosure import Table
from difftool.model.document import Document
from difftool.model.fact import Fact
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.proof.verification import prove


def borne_out(
    document: Document,
    printed: Sequence[Fact],
    told: Sequence[Fact],
    *,
    tables: Sequence[Table],
    doubtful: frozenset[Place],
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts of forms, then those that sentences told, each with the kinds of sums that bear it out.

    `doubtful` are the places of cells that may stand in another column. The problems are sums that fail, what was
    settled between two readings, and what was recognised and nothing bears out.
    """
    scanned = any(page.recognised for page in document.pages)
    doubts: tuple[Problem, ...] = ()
    if scanned:
        from difftool.proof.readings import mark_recognised
        from difftool.proof.settled_readings import settle_readings

        told = mark_recognised(document, told)
        printed, doubts = settle_readings(document, mark_recognised(document, printed))
    if doubtful:
        from difftool.proof.shifted_columns import settle_shifted_columns
        from difftool.proof.slid_rows import settle_slid_rows

        printed, shifted = settle_shifted_columns(printed, doubtful)
        printed, slid = settle_slid_rows(printed, doubtful)
        doubts = (*doubts, *shifted, *slid)
    facts, failing = prove(printed, tables, told)
    facts = (*facts, *told)
    if scanned:
        from difftool.proof.recognised_amounts import unproved

        doubts = (*doubts, *unproved(document, facts, tables))
    return facts, (*failing, *doubts)
