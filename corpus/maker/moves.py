"""What moved between two disclosures, in the form that moves are scored in, with what really changed worked out."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from maker.figures import Figures, load
from maker.money import plain, said

ZERO = Decimal(0)
Told = dict[str, Any]


def printed_lines(figures: Figures) -> dict[str, Decimal]:
    """Yuan of each 项 of the general public budget, as its form prints them."""
    found: dict[str, Decimal] = {}
    for line in figures.of("general_public"):
        found[line.code] = found.get(line.code, ZERO) + line.total
    return {code: said(figures.press.show(value), figures.unit) for code, value in found.items()}


def move(told: Told) -> Told:
    """One move in the contract's form. `within` names a line whose money changed its column."""
    if "within" in told:
        part = {"item": f"func:{told['within']}", "amount": told["amount"]}
        givers, receivers = [part], [part | {"measure": told["to_measure"]}]
        amount = told["amount"]
    else:
        givers = [{"item": f"func:{code}", "amount": yuan} for code, yuan in told["from"].items()]
        receivers = [{"item": f"func:{code}", "amount": yuan} for code, yuan in told["to"].items()]
        amount = plain(sum((Decimal(part["amount"]) for part in givers), ZERO))
        if Decimal(amount) != sum((Decimal(part["amount"]) for part in receivers), ZERO):
            raise ValueError(f"unequal sides: {told}")
    made = {"statement": "general_public", "measure": told.get("from_measure", "total"), "from": givers,
            "to": receivers, "amount": amount, "evidence": told["evidence"], "kind": told["kind"]}  # fmt: skip
    return made | ({"also_accept": told["also"]} if "also" in told else {})


def changes(old: dict[str, Decimal], new: dict[str, Decimal], moves: list[Told]) -> list[Told]:
    """Every 项 that changed: `old` with the moves and `like_for_like` added is `new`."""
    shift: dict[str, Decimal] = {}
    for made in moves:
        if made["measure"] != "total":
            continue
        for sign, side in ((-1, "from"), (1, "to")):
            for part in made[side]:
                code = part["item"].removeprefix("func:")
                shift[code] = shift.get(code, ZERO) + sign * Decimal(part["amount"])
    rows = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code, ZERO), new.get(code, ZERO)
        if before != after:
            real = after - before - shift.get(code, ZERO)
            rows.append({"item": f"func:{code}", "measure": "total", "old": plain(before), "new": plain(after),
                         "like_for_like": plain(real)})  # fmt: skip
    return rows


def renames(old: Figures, new: Figures) -> list[Told]:
    """Lines that both disclosures have under one code and different names."""
    codes = sorted({line.code for line in old.lines} & {line.code for line in new.lines})
    pairs = [(code, old.names[code], new.names[code]) for code in codes]
    return [{"item": f"func:{code}", "old": a, "new": b} for code, a, b in pairs if a != b]


def write(figures_folder: Path, target: Path) -> None:
    """Writes one file for each pair of figures/moves.toml."""
    pairs = tomllib.loads((figures_folder / "moves.toml").read_text(encoding="utf-8"))["pair"]
    for pair in pairs:
        old, new = load(figures_folder, pair["old"]), load(figures_folder, pair["new"])
        moves = [move(told) for told in pair["moves"]]
        gold = {
            "old": pair["old"],
            "new": pair["new"],
            "kind": pair["kind"],
            "basis": pair["basis"],
            "moves": moves,
            "changes_like_for_like": changes(printed_lines(old), printed_lines(new), moves),
            "must_not_claim": [[f"func:{code}" for code in codes] for codes in pair.get("must_not_claim", [])],
            "renames": renames(old, new),
        }
        path = target / f"{pair['old']}--{pair['new']}.json"
        path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
