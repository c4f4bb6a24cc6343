"""The report as one HTML file that needs nothing else: style and script inline, allowed by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from difftool.model.comparison import Comparison
from difftool.report.pictures import MAIN
from difftool.report.report_view import view_of

_TEMPLATES = "difftool.templates"


def comparison_html(comparison: Comparison, report: Path | None = None, pictures: str = MAIN) -> str:
    """A comparison as one offline HTML file in Chinese.

    The same comparison gives the same text. `report` is the path where the file will lie: links to the documents
    ("budget.pdf#page=5") start there; without it they are the paths as given. `pictures` of the printed rows are
    drawn for findings, moves and contradictions ("main"), for every change too ("all"), or not at all ("none").
    """
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment()
        .get_template("report.html")
        .render(
            view=view_of(comparison, report, pictures),
            style=Markup(style),
            script=Markup(script),
            policy=(
                f"default-src 'none'; style-src {_source_hash(style)}; script-src {_source_hash(script)}; "
                "img-src data:; base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(_TEMPLATES, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _asset(name: str) -> str:
    return resources.files(_TEMPLATES).joinpath(name).read_text(encoding="utf-8")


def _source_hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
