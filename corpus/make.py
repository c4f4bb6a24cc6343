"""Makes the documents of this folder from figures/: run `python corpus/make.py`, or name the figures to make."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).resolve().parent
sys.path.insert(0, str(CORPUS))

from maker import facts, misprints, moves  # noqa: E402
from maker.budget import budget  # noqa: E402
from maker.figures import load  # noqa: E402
from maker.final import final_account  # noqa: E402
from maker.paper import Paper  # noqa: E402
from maker.render import ofd, pdf, text, web, word, workbook  # noqa: E402

RENDERERS: dict[str, Callable[[Paper, Path], None]] = {
    "pdf": pdf.render,
    "txt": text.render,
    "docx": word.render,
    "xlsx": workbook.render,
    "html": web.render,
    "ofd": ofd.render,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="figures to make, as zhuzhou-2024-budget; all without a name")
    parser.add_argument("--font", type=Path, default=CORPUS / "font.ttf", help="the Chinese font to embed in PDFs")
    chosen = parser.parse_args(arguments)
    if not chosen.font.exists():
        parser.error(f"no font at {chosen.font}: corpus/README.md says how to get it")
    pdf.use_font(chosen.font)
    folder = CORPUS / "figures"
    every = sorted(path.stem for path in folder.glob("*-*.toml"))
    for name in chosen.names or every:
        figures = load(folder, name)
        paper = (budget if figures.stage == "budget" else final_account)(figures)
        if figures.misprints:
            misprints.apply(figures, paper, CORPUS / f"{name}.json")
        facts.write(paper, CORPUS / f"{name}.facts.csv")
        for kind in figures.formats:
            RENDERERS[kind](paper, CORPUS / f"{name}.{kind}")
        print(f"{name}: {', '.join(figures.formats)}")
    moves.write(folder, CORPUS / "moves")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
