"""Options that several commands share."""

from __future__ import annotations

import click

cache_option = click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    help="Take a document that was read before from the cache (the default), or read it anew.",
)

together_option = click.option(
    "--together",
    is_flag=True,
    help="All FILES are one disclosure: narrative and forms that are published apart.",
)

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["zh-CN", "en"]),
    default="zh-CN",
    show_default=True,
    help="Language of what is written; names of lines stay as printed.",
)
