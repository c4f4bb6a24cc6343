"""`python -m difftool` is the command."""

from difftool.cli import main

main(prog_name="difftool")
