"""Pages that are pictures: straightened, their lines found, their words recognised, into the same grids as in a PDF."""

from difftool.read.scan.page import Scanned
from difftool.read.scan.recogniser import is_installed
from difftool.read.scan.turned import read_picture

__all__ = ["Scanned", "is_installed", "read_picture"]
