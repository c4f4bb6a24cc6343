"""What was recognised in pictures of print, and how surely."""

from __future__ import annotations

from difftool.model.problem import Problem


class RecognisedPages(Problem, frozen=True):
    code = "recognised-pages"
    title, title_zh = "pages were recognised", "识别的页"
    means = "Pages are pictures whose text was recognised: compare amounts that matter with the print."
    template = "pages {pages} are pictures; their text was recognised"
    template_zh = "第 {pages} 页是图片，文字是识别出来的"


class PrintNotRecognised(Problem, frozen=True):
    code = "print-not-recognised"
    title, title_zh = "print in a form was not recognised", "表中有字未识别"
    means = "A form in a picture holds print that was not recognised; an amount may be missing."
    template = "page {page}: print in {places} of tables was not recognised"
    template_zh = "第 {page} 页的表中有 {count} 处印刷文字未识别"


class NamePutRight(Problem, frozen=True):
    code = "name-put-right"
    title, title_zh = "a recognised name was put right", "名称已更正"
    means = "A recognised name is near to one name of the classification only, and was taken for it."
    template = "{read}: recognised in a picture, taken for {name}"
    template_zh = "“{read}”是从图片识别的，按“{name}”读"


class SettledReading(Problem, frozen=True):
    code = "settled-reading"
    title, title_zh = "a recognised amount was put right", "金额已更正"
    means = "An amount was not surely recognised, and only another reading makes the sums hold; that one is taken."
    template = "{line}: recognised as {recognised}; the sums bear out {taken}"
    template_zh = "{line}：识别为 {recognised}，按勾稽关系应为 {taken}"


class UnprovedAmount(Problem, frozen=True):
    code = "unproved-amount"
    title, title_zh = "a recognised amount is not borne out", "金额未证实"
    means = "Neither a sum nor a second look bears a recognised amount out: compare it with the print."
    template = "{line} {raw}: recognised in a picture, and nothing else bears it out"
    template_zh = "{line} {raw}：从图片识别，没有其他依据"


class UnprovedKey(UnprovedAmount, frozen=True):
    template = "{line} {raw}: recognised in a picture, and which {doubt} it is of was not surely read"
    template_zh = "{line} {raw}：从图片识别，属于哪一{doubt}没有读准"
