"""difftool compares two Chinese public budgets or final accounts and leads every figure back to the printed cell."""
