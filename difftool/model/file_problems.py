"""What of a file could not be read: files, pages, sheets, letters."""

from __future__ import annotations

from difftool.model.problem import Problem


class UnreadFile(Problem, frozen=True):
    code = "unread-file"
    title, title_zh = "a file of several is not read", "文件未读"
    means = "One of the files given as one disclosure cannot be read; what it prints is in no fact."
    template = "{name} is not read: {detail}"
    template_zh = "{name} 没有读：{detail}"


class RepeatedFile(Problem, frozen=True):
    code = "repeated-file"
    title, title_zh = "a file repeats another", "文件重复"
    means = "Two of the files given as one disclosure say the same; one of them is read."
    template = "{name} is not read: it says what {other} says"
    template_zh = "{name} 没有读：与 {other} 内容相同"


class SeveralDisclosures(Problem, frozen=True):
    code = "several-disclosures"
    title, title_zh = "the files are several disclosures", "不是同一份公开"
    means = "The files given as one disclosure print the same forms for other years or stages: give them apart."
    template = "the files are taken for one disclosure, but differ: {told}"
    template_zh = "这些文件按一份公开来读，但并不相同：{told}"


class PictureNotRead(Problem, frozen=True):
    code = "picture-not-read"
    title, title_zh = "a picture among text is not read", "图片未读"
    means = "A picture as large as a form stands among text; save it as a file of its own to have it read."
    template = "{pictures} as large as a form not read; saved as a file of its own, a picture can be"
    template_zh = "{count} 幅与表格一样大的图片没有读；把图片另存为文件即可读取"


class PictureOnPage(PictureNotRead, frozen=True):
    template = "pictures as large as a form, a chart maybe, are not read: page {pages}"
    template_zh = "与表格一样大的图片（可能是统计图）没有读：第 {pages_zh} 页"


class UnreadablePages(Problem, frozen=True):
    code = "unreadable-pages"
    title, title_zh = "the pages after one are not found", "后面的页找不到"
    means = "The file is damaged: pages after the one named may exist and are not read."
    template = "no page is found after page {page}: {detail}"
    template_zh = "第 {page} 页之后找不到页面（{detail}）"


class UnreadablePage(Problem, frozen=True):
    code = "unreadable-page"
    title, title_zh = "a page is not read, or only in part", "页面未能读出"
    means = "A page is damaged or breaks the reader; what it prints is missing from the facts, or some of it."
    template = "page {page} cannot be read: {detail}"
    template_zh = "第 {page} 页读不出（{detail}）"


class PageReadInPart(UnreadablePage, frozen=True):
    template = "page {page} could be read only in part: {detail}"
    template_zh = "第 {page} 页只读出一部分（{detail}）"


class PageNotLaidOut(UnreadablePage, frozen=True):
    template = "page {page} could not be laid out: {detail}"
    template_zh = "第 {page} 页的版面理不清（{detail}）"


class UnreadableGlyphs(Problem, frozen=True):
    code = "unreadable-glyphs"
    title, title_zh = "letters without a character", "字形无对应文字"
    means = "A font does not say which characters its glyphs show; they stand as � in names and amounts."
    template = "page {page}: {count} glyphs of fonts that do not say which characters they show"
    template_zh = "第 {page} 页有 {count} 个字形，字体没有说明是什么字"


class GarbledText(Problem, frozen=True):
    code = "garbled-text"
    title, title_zh = "text other than the print", "文字层与版面不符"
    means = (
        "The text of a page is hardly Chinese, so its fonts tell other characters than they show: names, maybe amounts."
    )
    template = "many characters are not those that the page shows, as its fonts are broken: page {pages}"
    template_zh = "字体损坏，读出的文字有许多不是版面上的字：第 {pages_zh} 页"


class PageWithoutText(Problem, frozen=True):
    code = "page-without-text"
    title, title_zh = "a page is a picture", "页面只有图片"
    means = "A page shows a picture and no text. With the extra difftool[ocr] it is recognised."
    template = "page {page} shows a picture and no text; to read it, install the extra difftool[ocr]"
    template_zh = "第 {page} 页只有图片，没有文字；安装 difftool[ocr] 后可以识别"


class PageNotRecognised(PageWithoutText, frozen=True):
    template = "page {page} shows a picture and no text; no text was recognised in it"
    template_zh = "第 {page} 页只有图片，没有文字；图中未识别出文字"


class UncheckedText(Problem, frozen=True):
    code = "unchecked-text"
    title, title_zh = "text behind a picture is not checked", "图片背后的文字未核对"
    means = "Another program put its own text behind the picture of a page; its amounts may differ from the print."
    template = "page {page} is a picture; the text behind it is another program's and was not checked"
    template_zh = "第 {page} 页是图片；背后的文字出自其他程序，未经核对"


class UnreadLines(Problem, frozen=True):
    code = "unread-lines"
    title, title_zh = "a drawing of very many lines", "线条过多"
    means = "A page has more lines than any form: they are taken for a drawing, and its columns follow the print alone."
    template = "page {page}: more than {most} lines cross it; it is taken for a drawing"
    template_zh = "第 {page} 页的线条超过 {most} 条，按图画处理"


class UnreadTemplate(Problem, frozen=True):
    code = "unread-template"
    title, title_zh = "a page template is missing", "缺页面模板"
    means = "An OFD file names a template that it does not hold; what the template prints on the page is missing."
    template = "page {page}: its template {name} is missing"
    template_zh = "第 {page} 页缺少模板 {name}"


class HiddenSheet(Problem, frozen=True):
    code = "hidden-sheet"
    title, title_zh = "a hidden sheet is not read", "隐藏的工作表"
    means = "A workbook has a sheet that it does not show; nothing of it is in the facts."
    template = "sheet {sheet} is hidden and not read"
    template_zh = "工作表 {sheet} 是隐藏的，没有读"


class HiddenRows(Problem, frozen=True):
    code = "hidden-rows"
    title, title_zh = "hidden rows are not read", "隐藏的行"
    means = "A sheet or web page has rows that it does not show; nothing of them is in the facts."
    template = "sheet {sheet}: {count} rows are hidden and not read"
    template_zh = "工作表 {sheet} 有 {count} 行是隐藏的，没有读"


class RowsNotShown(HiddenRows, frozen=True):
    template = "table {table}: {count} rows are not shown and not read"
    template_zh = "第 {table} 个表有 {count} 行不显示，没有读"


class HiddenColumns(Problem, frozen=True):
    code = "hidden-columns"
    title, title_zh = "hidden columns are not read", "隐藏的列"
    means = "A sheet has columns that it does not show; nothing of them is in the facts."
    template = "sheet {sheet}: {count} columns are hidden and not read"
    template_zh = "工作表 {sheet} 有 {count} 列是隐藏的，没有读"


class UnreadSheet(Problem, frozen=True):
    code = "unread-sheet"
    title, title_zh = "a sheet is no table", "工作表未读"
    means = "A sheet is a chart, or the file does not hold it."
    template = "sheet {sheet} is a chart or is missing"
    template_zh = "工作表 {sheet} 是图表，或文件中没有"


class NoStoredValue(Problem, frozen=True):
    code = "no-stored-value"
    title, title_zh = "a formula without its value", "公式没有结果"
    means = "A cell holds a formula whose value was not saved: open the workbook in an office program and save it."
    template = "sheet {sheet} {cell}: a formula without a value"
    template_zh = "工作表 {sheet} 的 {cell}：公式没有保存结果"


class ErrorValue(Problem, frozen=True):
    code = "error-value"
    title, title_zh = "a cell shows an error", "单元格是错误值"
    means = "A cell shows an error such as #REF! where an amount should be."
    template = "sheet {sheet} {cell}: {value}"
    template_zh = "工作表 {sheet} 的 {cell}：{value}"


class TraditionalCharacters(Problem, frozen=True):
    code = "traditional-characters"
    title, title_zh = "traditional characters", "繁体字"
    means = "The document is printed in traditional characters; its names and sentences are told in simplified ones."
    template = "printed in traditional characters: names and sentences are told in simplified ones"
    template_zh = "原文为繁体字：名称和文字按简体字读"


class UndecodedCharacters(Problem, frozen=True):
    code = "undecoded-characters"
    title, title_zh = "characters of an unknown encoding", "编码不明的字符"
    means = "A web page is not in the encoding that it names; some characters are lost."
    template = "{count} characters are of an unknown encoding"
    template_zh = "有 {count} 个字符的编码不明"
