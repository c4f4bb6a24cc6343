"""What stands around the article of a saved page: menus, paths, lists of links, and where the article begins."""

from __future__ import annotations

import re
from typing import Any

FRAMED = 10  # links to other pages: a page with fewer is the article alone
A_LIST = 3  # links
SHORTEST_TITLE = 6  # characters
CONTAINERS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dd",
        "section",
        "header",
        "footer",
        "aside",
        "form",
        "table",
        "td",
        "center",
    ]
)
_ELSEWHERE = re.compile(r"\s*(?!#|javascript:\s*$)\S")


def squeeze(text: str) -> str:
    return "".join(text.split())


class SiteFrame:
    """`around` holds the elements of a page that are the site's, `title` the element in which its article begins.

    A page that links to few others has no frame. Links within the page (a table of contents) do not count.
    """

    def __init__(self, root: Any) -> None:
        self.around: set[Any] = set()
        self.title: Any = None
        self._measured: dict[Any, tuple[int, int, int]] = {}
        _, _, links = self._measure(root)
        if links < FRAMED:
            return
        self._mark(root)
        self.title = self._find_title(root)

    def _measure(self, element: Any) -> tuple[int, int, int]:
        """Characters of text, those of them that are links to elsewhere, and the number of these links."""
        if element.tag in ("script", "style", "noscript"):
            return 0, 0, 0
        text = len(squeeze(element.text or ""))
        linked = links = 0
        for child in element:
            more, more_linked, more_links = self._measure(child)
            text += more + len(squeeze(child.tail or ""))
            linked += more_linked
            links += more_links
        if element.tag == "a" and _ELSEWHERE.match(element.get("href", "")):
            linked, links = text, 1
        self._measured[element] = (text, linked, links)
        return text, linked, links

    def _mark(self, element: Any) -> None:
        text, linked, links = self._measured.get(element, (0, 0, 0))
        if element.tag in CONTAINERS and links >= A_LIST and linked * 2 >= text:
            self.around.add(element)
            return
        for child in element:
            self._mark(child)

    def _find_title(self, root: Any) -> Any:
        """The first heading (else any element) with the words that the page's own title begins with."""
        said = [squeeze(node.get("content", "")) for node in root.iter("meta") if node.get("name") == "ArticleTitle"]
        said += [squeeze("".join(node.itertext())) for node in root.iter("title")]
        for tags in (("h1", "h2", "h3", "h4"), ("p", "div", "td", "span", "strong")):
            for node in root.iter(*tags):
                if self._measured.get(node, (999, 0, 0))[0] > 120 or node.tag == "title":
                    continue
                words = squeeze("".join(node.itertext()))
                inside = any(above in self.around for above in (node, *node.iterancestors()))
                if len(words) >= SHORTEST_TITLE and not inside and any(title.startswith(words) for title in said):
                    return node
        return None
