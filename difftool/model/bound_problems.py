"""That a document reached a bound: how far it was read."""

from __future__ import annotations

from difftool.model import bounds
from difftool.model.problem import Problem


class BoundReached(Problem, frozen=True):
    """Of a document that asks for more than its bounds allow; `read` and `read_zh` say how far it was read."""

    means = "The document asks for more than the bound allows; what was read until then is in the facts."
    template = "{read}: {detail}"


def in_part(page: int) -> dict[str, str | int]:
    """How far was read: a page only in part."""
    return {"read": f"page {page} could be read only in part", "read_zh": f"第 {page} 页只读出一部分"}


def nothing_after(page: int) -> dict[str, str | int]:
    """How far was read: nothing after this page."""
    return {"read": f"nothing is read after page {page}", "read_zh": f"第 {page} 页之后没有读"}


class TimeReached(BoundReached, frozen=True):
    code = bounds.TIME
    title, title_zh = "reading took too long", "读取超时"
    template_zh = "{read}：读取时间到了上限（--max-seconds）"


class MemoryReached(BoundReached, frozen=True):
    code = bounds.MEMORY
    title, title_zh = "reading took too much memory", "内存超限"
    template_zh = "{read}：内存到了上限（--max-memory）"


class BytesReached(BoundReached, frozen=True):
    code = bounds.BYTES
    title, title_zh = "the file unpacks to too much", "解压后过大"
    template_zh = "{read}：解压后的数据超过上限（--max-unpacked）"


class OperatorsReached(BoundReached, frozen=True):
    code = bounds.OPERATORS
    title, title_zh = "a page draws too much", "绘图指令过多"
    template_zh = "{read}：页面的绘图指令超过上限（--max-operators）"


class PagesReached(BoundReached, frozen=True):
    code = bounds.PAGES
    title, title_zh = "too many pages", "页数过多"
    template_zh = "{read}：页数超过上限（--max-pages）"


class NestingReached(BoundReached, frozen=True):
    code = bounds.NESTING
    title, title_zh = "drawings lie too deep in one another", "嵌套过深"
    template_zh = "{read}：嵌套超过上限（--max-nesting）"


class CellsReached(BoundReached, frozen=True):
    code = bounds.CELLS
    title, title_zh = "too many cells", "单元格过多"
    template_zh = "{read}：单元格数超过上限（--max-cells）"


def bound_reached(code: str) -> type[Problem]:
    """The kind for the bound of this code."""
    return next(kind for kind in BoundReached.__subclasses__() if kind.code == code)
