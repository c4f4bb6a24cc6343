"""Options that several commands share."""

from __future__ import annotations

import click

cache_option = click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    help="Take a document that was read before from the cache (the default), or read it anew.",
)
