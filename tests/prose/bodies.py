"""Documents of sentences, with the forms that their names are looked for in."""

from decimal import Decimal

from difftool.model.document import Document, Line, Page, Paragraph, Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace
from difftool.prose import ProseReading, read_prose

YEAR = 2024
NAMES = {
    "201": "一般公共服务支出",
    "20101": "人大事务",
    "2010101": "行政运行",
    "2010102": "一般行政管理事务",
    "20129": "群众团体事务",
    "2012901": "行政运行",
    "2012950": "事业运行",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080502": "事业单位离退休",
    "213": "农林水支出",
    "21301": "农业农村",
    "2130148": "渔业发展",
    "2130199": "其他农业农村支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
}
# Budget lines as a move names them, and the openings of two sentences under them.
FISH = ("func:2130148",)
OTHER = ("func:2130199",)
RETIRED = ("func:2080502",)
UNDER_OTHER = "2.农林水支出（类）农业农村（款）其他农业农村支出（项）。年初预算为0万元，支出决算为20.00万元，"
UNDER_FISH = "1.农林水支出（类）农业农村（款）渔业发展（项）。年初预算为90.00万元，支出决算为70.00万元，"


def form_facts() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            "general_public",
            f"func:{code}",
            name,
            "total",
            YEAR,
            "executed",
            Decimal(1),
            Decimal(1),
            "1",
            LinePlace(1),
        )
        for code, name in NAMES.items()
    )


def text_document(*lines: str) -> Document:
    """A text file: every line a paragraph of its own, an empty one a blank line."""
    blocks = tuple(Paragraph((Line(text, LinePlace(number)),)) for number, text in enumerate(lines, 1) if text)
    return Document(Source("invented.txt", "0", "text"), (Page(1, blocks),))


def paged_document(*pages: tuple[str, ...]) -> Document:
    """A PDF: every page one paragraph of lines."""
    return Document(
        Source("invented.pdf", "0", "pdf", len(pages)),
        tuple(
            Page(
                number,
                (
                    Paragraph(
                        tuple(
                            Line(text, PagePlace(number, (60.0, 20.0 * row, 500.0, 20.0 * row + 14)))
                            for row, text in enumerate(lines)
                        )
                    ),
                ),
            )
            for number, lines in enumerate(pages, 1)
        ),
    )


def read(document: Document, stage: str = "final", year: int = YEAR) -> ProseReading:
    return read_prose(document, year=year, stage=stage, form_facts=form_facts())


def told(*lines: str, stage: str = "final", year: int = YEAR) -> list[tuple[str, str, int, str, str]]:
    """Item, measure, year, phase and printed amount of everything that the lines tell."""
    return [
        (fact.item, fact.measure, fact.year, fact.phase, fact.raw)
        for fact in read(text_document(*lines), stage, year).facts
    ]


def lines_told(*lines: str, stage: str = "final", year: int = YEAR) -> list[tuple[str, int, str, str]]:
    """What is told of budget lines and of the 三公 expenses alone."""
    return [
        (item, told_year, phase, raw)
        for item, _, told_year, phase, raw in told(*lines, stage=stage, year=year)
        if item.startswith(("func:", "public:"))
    ]


def moves_told(*lines: str) -> list[tuple[tuple[str, ...], tuple[str, ...], Decimal | None]]:
    """Givers, receivers and amount of every move that the lines state."""
    return [(move.givers, move.receivers, move.amount) for move in read(text_document(*lines)).stated_moves]
