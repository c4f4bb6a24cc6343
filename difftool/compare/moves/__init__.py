"""Money that changed its line, not its use: told from growth and cuts, each move with its evidence."""

from difftool.compare.moves.find import find_moves
from difftool.compare.moves.like_for_like import like_for_like

__all__ = ["find_moves", "like_for_like"]
