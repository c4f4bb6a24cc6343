"""Sentences cut by lines, blank lines and pages are whole again, and every amount knows the line it stands on."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.document import Document, Line, Page, Paragraph, Source
from difftool.model.place import PagePlace
from difftool.prose.passages import read_passages
from tests.prose.bodies import paged_document, read, text_document

SENTENCE = (
    "1、农林水支出（类）农业农村（款）渔业发展（项）。年初预算为123.40万元，支出决算为98.76万元，"
    "完成年初预算的80.03%，决算数小于年初预算数的主要原因是压减鱼苗采购。"
)


def cut(positions):
    edges = [0, *sorted(positions), len(SENTENCE)]
    return tuple(SENTENCE[start:end] for start, end in pairwise(edges) if start < end)


def said(reading):
    return (
        [(fact.item, fact.phase, fact.raw) for fact in reading.facts],
        [(reason.item, reason.text) for reason in reading.reasons],
    )


WHOLE = said(read(text_document(SENTENCE)))


def test_the_whole_sentence():
    assert WHOLE == (
        [("func:2130148", "approved", "123.40"), ("func:2130148", "executed", "98.76")],
        [("func:2130148", "压减鱼苗采购")],
    )


@settings(deadline=None)
@given(st.sets(st.integers(1, len(SENTENCE) - 1), max_size=6))
def test_line_breaks_change_nothing(positions):
    assert said(read(paged_document(cut(positions)))) == WHOLE


@settings(deadline=None)
@given(st.sets(st.integers(1, len(SENTENCE) - 1), max_size=6))
def test_an_amount_stands_where_it_begins(positions):
    lines = cut(positions)
    for fact in read(paged_document(lines)).facts:
        assert isinstance(fact.where, PagePlace)
        start = round(fact.where.bbox[1] / 20)
        assert fact.raw in "".join(lines[start:])
        assert fact.raw not in "".join(lines[start + 1 :])


@settings(deadline=None)
@given(st.integers(40, len(SENTENCE) - 15).filter(lambda position: SENTENCE[position - 1] not in "。："))
def test_page_breaks_change_nothing(position):
    footer = f"{SENTENCE[:position]}", f"{SENTENCE[position:]}"
    assert said(read(paged_document((footer[0], "- 3 -"), (footer[1], "─ 4 ─")))) == WHOLE


def test_a_blank_line_inside_a_sentence():
    """株洲 2024: the sentence stops at the foot of the page and goes on after a blank line."""
    text = text_document(SENTENCE[:60], "", SENTENCE[60:])
    assert said(read(text)) == WHOLE


def test_running_headers_are_left_out():
    pages = [("青禾市渔业服务中心部门决算", f"（{number}）基本情况。", f"第{number}页") for number in "一二三四"]
    assert all(
        "部门决算" not in passage.text for passage in read_passages(paged_document(*pages)) if passage.text[0] == "（"
    )


def test_a_heading_does_not_run_into_the_text_below_it():
    passages = read_passages(text_document("二、收入决算情况说明", "", "收入合计5.00万元。"))
    assert [passage.text for passage in passages] == ["二、收入决算情况说明", "收入合计5.00万元。"]


def test_a_ragged_line_goes_on_below_it_further_left():
    """江苏 2017: a paragraph read in two, the second part where no paragraph begins."""
    first = Paragraph((Line(SENTENCE[:60], PagePlace(1, (82.0, 100.0, 500.0, 114.0))),))
    second = Paragraph((Line(SENTENCE[60:], PagePlace(1, (54.0, 120.0, 500.0, 134.0))),))
    document = Document(Source("invented.pdf", "0", "pdf", 1), (Page(1, (first, second)),))
    assert said(read(document)) == WHOLE


def test_a_line_so_far_off_that_its_height_is_lost_is_read_all_the_same():
    """A damaged file whose text matrix is 10^17 points down: a line's top and bottom are the same float."""
    first = Paragraph((Line("甲局情况", PagePlace(1, (82.0, 100.0, 500.0, 114.0))),))
    second = Paragraph((Line("乙局情况", PagePlace(1, (54.0, 1e17, 500.0, 1e17))),))
    document = Document(Source("invented.pdf", "0", "pdf", 1), (Page(1, (first, second)),))
    assert [passage.text for passage in read_passages(document)] == ["甲局情况", "乙局情况"]


def test_a_heading_with_an_ordinal_in_brackets_does_not_run_into_the_sentence_below():
    # The national office's final account and text files of others: "（一）决算总体情况" on a line of its own.
    document = text_document(
        "（二）一般公共预算财政拨款支出决算结构情况", "", "2024年度支出用于以下方面：农林水支出71.10万元。"
    )
    assert [passage.text for passage in read_passages(document)] == [
        "（二）一般公共预算财政拨款支出决算结构情况",
        "2024年度支出用于以下方面：农林水支出71.10万元。",
    ]


def apart(*lines):
    """A page of lines that the reader took for a paragraph each: text, left, top, right."""
    blocks = (Paragraph((Line(text, PagePlace(1, (left, top, right, top + 14))),)) for text, left, top, right in lines)
    return Document(Source("made.pdf", "0", "pdf", 1), (Page(1, tuple(blocks)),))


def test_a_line_as_wide_as_the_next_goes_on_far_below_it():
    """烟台 sets lines so far apart that each looks like a paragraph."""
    document = apart(
        ("收入预算：2024年收入预算9.00万元，其中：一般公共预算", 90, 100, 517),
        ("收入8.00万元，其他收入1.00万元。", 90, 125, 344),
    )
    assert len(read_passages(document)) == 1


def test_a_short_line_with_a_comma_ends_its_paragraph():
    document = apart(
        ("主要职责，内设机构，人员编制情况", 90, 100, 300), ("本单位收入9.00万元，支出9.00万元。", 90, 125, 500)
    )
    assert len(read_passages(document)) == 2


def test_a_name_is_broken_over_an_indented_first_line():
    """泉州: the first line holds no mark, is indented and reaches the right edge; contents are no paragraph."""
    broken = apart(
        ("2024年渔业服务中心一般公共预算拨款安排的机关运", 122, 100, 496),
        ("行经费支出8.00万元，比上年减少1.00万元。", 90, 125, 522),
    )
    assert [fact.item for fact in read(broken, stage="budget").facts] == ["public:agency_operation"]
    narrow = apart(
        ("2024年渔业服务中心各单位差旅费预算", 122, 100, 430), ("8.00万元，比上年减少1.00万元。", 90, 125, 522)
    )
    assert [fact.raw for fact in read(narrow, stage="budget").facts] == ["8.00"]
    contents = apart(("预算06表一般公共预算基本支出表", 122, 100, 496), ("预算07表政府性基金预算支出表", 90, 125, 500))
    assert len(read_passages(contents)) == 2


def test_half_width_marks_end_clauses_as_full_width_ones_do():
    """重庆商务 2026 is set with half-width marks: what followed "与上年持平;" was told of no line."""
    text = "2026年“三公”经费预算9.00万元,比上年减少1.00万元。其中:因公出国(境)费5.00万元,与上年持平;公务接待费4.00万元,与上年持平。"
    facts = read(text_document(text), stage="budget").facts
    assert [(fact.item, fact.raw) for fact in facts] == [
        ("public:total", "9.00"),
        ("public:abroad", "5.00"),
        ("public:reception", "4.00"),
    ]


def test_marks_inside_numbers_stay_half_width():
    (passage,) = read_passages(text_document("收入1,234.50万元,于9:30公布,增长5%;支出2,000万元"))
    assert passage.text == "收入1,234.50万元，于9:30公布，增长5%；支出2,000万元"


def test_parts_at_the_top_of_the_next_page_are_those_of_the_line_above():
    """广西: told of the body, the parts of each line would contradict its totals."""
    pages = paged_document(
        ("渔业发展支出9.00万元，其中：",),
        ("基本支出8.00万元，项目支出1.00万元。主要用于鱼苗。",),
    )
    assert [(fact.item, fact.measure, fact.raw) for fact in read(pages, "budget").facts] == [
        ("func:2130148", "total", "9.00"),
        ("func:2130148", "basic", "8.00"),
        ("func:2130148", "project", "1.00"),
    ]


def indented(*paragraphs_of_pages):
    """Pages of paragraphs, each of lines given as text, left and right."""
    pages = []
    for number, paragraphs in enumerate(paragraphs_of_pages, 1):
        top = iter(range(80, 800, 30))
        blocks = tuple(
            Paragraph(
                tuple(
                    Line(text, PagePlace(number, (left, y, right, y + 15)))
                    for (text, left, right), y in zip(lines, top, strict=False)
                )
            )
            for lines in paragraphs
        )
        pages.append(Page(number, blocks))
    return Document(Source("made.pdf", "0", "pdf", len(pages)), tuple(pages))


def test_a_part_of_a_project_that_begins_a_line_is_no_project_of_its_own():
    """深圳: the third part stands flush, behind a full line and a page break; a project is indented."""
    document = indented(
        [
            [("项目支出9.00万元，具体项目如下：", 118, 360)],
            [
                ("1.渔业调查业务7.00万元，主要包括：1.鱼苗", 118, 507),
                ("普查2.00万元，用于普查；2.渔港评估3.00万元，", 88, 507),
            ],
        ],
        [
            [("用于评估渔港，提高预测和预警能力，按季发布；", 88, 507)],
            [("3.渔民培训2.00万元，用于培训。", 88, 300)],
            [("2.编外人员2.00万元，用于聘用。", 118, 330)],
        ],
    )
    assert [(fact.item, fact.raw) for fact in read(document, "budget").facts if fact.item.startswith("project:")] == [
        ("project:渔业调查业务", "7.00"),
        ("project:渔业调查业务/line:鱼苗普查", "2.00"),
        ("project:渔业调查业务/line:渔港评估", "3.00"),
        ("project:渔业调查业务/line:渔民培训", "2.00"),
        ("project:编外人员", "2.00"),
    ]


def test_an_item_below_a_short_line_or_with_lines_that_hang_begins_a_paragraph():
    opening = [("一、主要职责：负责渔业、渔港和渔船的管理和", 118, 507), ("监督，指导渔民培训；", 88, 300)]
    assert len(read_passages(indented([opening, [("2.负责鱼苗的普查，组织渔港评估。", 88, 420)]]))) == 2
    full = [opening[0], ("监督，指导渔民培训，组织渔港和渔船的评估；", 88, 507)]
    hanging = [("2.负责鱼苗的普查，组织渔港评估，按季发布普查", 88, 507), ("和评估的结果。", 106, 300)]
    assert len(read_passages(indented([full, hanging]))) == 2
