"""The report as one HTML file that needs nothing else: style and script inline, allowed by their hashes alone."""

from __future__ import annotations

import os
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from difftool.cache import default_folder
from difftool.model.comparison import Comparison
from difftool.report.language import CHINESE, say, speaking, spoken
from difftool.report.pictures import MAIN
from difftool.report.report_view import view_of
from difftool.report.view import ReportView

_TEMPLATES = "difftool.templates"


def comparison_html(
    comparison: Comparison, report: Path | None = None, pictures: str = MAIN, language: str = CHINESE
) -> str:
    """A comparison as one offline HTML file, in Chinese ("zh-CN") or English ("en"); names of lines stay as printed.

    The same comparison gives the same text. `report` is the path where the file will lie: links to the documents
    ("budget.pdf#page=5") start there; without it they are the paths as given. `pictures` of the printed rows are
    drawn for findings, moves and contradictions ("main"), for every change too ("all"), or not at all ("none").
    """
    with speaking(language):
        return _printed(view_of(comparison, report, pictures))


def _printed(view: ReportView) -> str:
    style, script = asset("report.css"), asset("report.js")
    policy = (
        f"default-src 'none'; style-src {source_hash(style)}; script-src {source_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    template = environment().get_template("report.html")
    return template.render(view=view, language=spoken(), style=Markup(style), script=Markup(script), policy=policy)


@cache
def environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_TEMPLATES, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(),
    )
    environment.globals["say"] = say
    return environment


def compiled_templates() -> FileSystemBytecodeCache | None:
    """The compiled templates that jinja2 keeps beside the extractions, None where nothing can be kept."""
    folder = default_folder() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def asset(name: str) -> str:
    return resources.files(_TEMPLATES).joinpath(name).read_text(encoding="utf-8")


def source_hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
