"""Puts wrong amounts into a paper on purpose, and tells what each of them contradicts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from maker.figures import Figures
from maker.paper import Cell, Form, Paper, Sentence


def apply(figures: Figures, paper: Paper, path: Path) -> None:
    """Changes the amounts that the figures list as misprints, and writes what they contradict beside the documents."""
    told: list[dict[str, Any]] = []
    for misprint in figures.misprints:
        found = 0
        for place, block in enumerate(paper.blocks):
            if isinstance(block, Form):
                body = tuple(tuple(changed(cell, misprint) for cell in row) for row in block.body)
                new: Form | Sentence = replace(block, body=body)
            elif isinstance(block, Sentence):
                new = replace(
                    block, parts=tuple(p if isinstance(p, str) else changed(p, misprint) for p in block.parts)
                )
            else:
                continue
            if new != block:
                paper.blocks[place] = new
                found += 1
        if found != 1:
            raise ValueError(f"{misprint} is printed {found} times")
        told.append(misprint)
    path.write_text(json.dumps({"contradictions": told}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def changed(cell: Cell, misprint: dict[str, Any]) -> Cell:
    key = cell.key
    wanted = (misprint["statement"], misprint["item"], misprint["measure"], misprint["right"])
    if key is None or (key.statement, key.item, key.measure, cell.text) != wanted:
        return cell
    return replace(cell, text=misprint["printed"])
