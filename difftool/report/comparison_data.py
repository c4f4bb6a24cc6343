"""Comparisons as plain dictionaries in the form of the fact contract (docs/facts.md)."""

from __future__ import annotations

from difftool.compare.contradicted import is_contradicted
from difftool.model.comparison import Change, Check, Comparison, Move, Part, TargetChange, TextChange
from difftool.report.plain_data import (
    Data,
    decimal_text,
    fact_data,
    heading_data,
    indicator_data,
    problem_data,
    reason_data,
)

COMPARISON_SCHEMA = "difftool.comparison/1"


def comparison_data(comparison: Comparison) -> Data:
    """What changed, what moved and what was checked; `problems` tells what could not be read on either side."""
    return {
        "schema": COMPARISON_SCHEMA,
        "old": heading_data(comparison.old),
        "new": heading_data(comparison.new),
        "basis": comparison.basis,
        "changes": [change_data(change) for change in comparison.changes],
        "moves": [move_data(move) for move in comparison.moves],
        "checks": [check_data(check) for check in comparison.checks],
        "problems": [
            {"side": side} | problem_data(problem)
            for side, disclosure in (("old", comparison.old), ("new", comparison.new))
            for problem in disclosure.problems
        ],
        "text_changes": [text_change_data(change) for change in comparison.text_changes],
        "target_changes": [target_change_data(change) for change in comparison.target_changes],
    }


def change_data(change: Change) -> Data:
    return {
        "statement": change.statement,
        "item": change.item,
        "name": change.name,
        "measure": change.measure,
        "old": None if change.old is None else fact_data(change.old),
        "new": None if change.new is None else fact_data(change.new),
        "delta": decimal_text(change.delta),
        "percent": None if change.percent is None else decimal_text(change.percent),
        "kind": change.kind,
        "like_for_like": decimal_text(change.like_for_like),
        "reasons": [
            {**reason_data(reason), "contradicted": is_contradicted(reason, change)} for reason in change.reasons
        ],
        "role": change.role,
        "occurrence": change.occurrence,
        **({} if change.adjusted is None else {"adjusted": fact_data(change.adjusted)}),
    }


def move_data(move: Move) -> Data:
    data: Data = {
        "statement": move.statement,
        "measure": move.measure,
        "from": [part_data(part) for part in move.givers],
        "to": [part_data(part) for part in move.receivers],
        "amount": decimal_text(move.amount),
        "evidence": move.evidence,
        "confidence": float(move.confidence),  # a probability, not money
    }
    if move.quote is not None:
        data["quote"] = move.quote
    if move.where is not None:
        data["where"] = move.where.as_dict()
    return data | {
        "side": move.side,
        "confidence_parts": {name: float(value) for name, value in move.confidence_parts},
    }


def part_data(part: Part) -> Data:
    data: Data = {"item": part.item, "amount": decimal_text(part.amount)}
    if part.measure is not None:
        data["measure"] = part.measure
    return data


def check_data(check: Check) -> Data:
    return {
        "rule": check.rule,
        "side": check.side,
        "status": check.status,
        "expected": check.expected,
        "found": check.found,
        "cells": [place.as_dict() for place in check.cells],
        "message": check.message,
        "grade": check.grade,
        "message_en": check.message_en,
    }


def text_change_data(change: TextChange) -> Data:
    return {
        "kind": change.kind,
        "old_section": change.old_section,
        "new_section": change.new_section,
        "old": change.old,
        "new": change.new,
        "old_where": None if change.old_where is None else change.old_where.as_dict(),
        "new_where": None if change.new_where is None else change.new_where.as_dict(),
    }


def target_change_data(change: TargetChange) -> Data:
    return {
        "project": change.project,
        "names": list(change.names),
        "kind": change.kind,
        "old": None if change.old is None else indicator_data(change.old),
        "new": None if change.new is None else indicator_data(change.new),
    }
