"""Two disclosures compared: amounts paired, differences found, moves told from growth and cuts."""

from difftool.compare.comparison import compare_disclosures, compare_with_itself

__all__ = ["compare_disclosures", "compare_with_itself"]
