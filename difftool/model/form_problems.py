"""What of forms and sentences was not understood or not surely, and which sums fail."""

from __future__ import annotations

from difftool.model.problem import Problem


def form_named(title: str) -> dict[str, str | int]:
    """How a problem calls a form, in both languages."""
    return {"form": title or "(no title)", "form_zh": f"《{title}》" if title else "无标题的表"}


class NoForms(Problem, frozen=True):
    code = "no-forms"
    title, title_zh = "no form has an amount", "没有带金额的表"
    means = "A narrative published apart from its forms, or a notice: give the file with the forms, too."
    template = "{found}; if the forms are in another file, give both together"
    template_zh = "{found}；如果表格另有文件，请一并给出"


class UnitNotPrinted(Problem, frozen=True):
    code = "unit-not-printed"
    title, title_zh = "no form prints its unit", "表上没有单位"
    means = "No form says 万元 or 元. The unit in which the sentences tell the same amounts is taken."
    template = "no form prints its unit: {unit} is taken, since the sentences tell the same amounts"
    template_zh = "表上没有印金额单位：按{unit}读，与文字说明的金额一致"


class UsualUnitTaken(UnitNotPrinted, frozen=True):
    template = "no form prints its unit: {unit} is taken, since it is the usual one"
    template_zh = "表上没有印金额单位：按通常的{unit}读"


class YearNotPrinted(Problem, frozen=True):
    code = "year-not-printed"
    title, title_zh = "no form names its year", "没有年份"
    means = "No title, cell or line names a year: all facts are of the year in the file's name, or of none (0)."
    template = "no year is printed: {year} is taken, since the file is named so"
    template_zh = "全文没有年份：按文件名中的 {year} 年读"


class YearNotKnown(YearNotPrinted, frozen=True):
    template = "no year is printed, and the file's name tells none: all facts are of year 0; name the file by its year"
    template_zh = "全文没有年份，文件名也没有：金额的年份都记作 0；请在文件名中写明年份"


class UnitSettled(Problem, frozen=True):
    code = "unit-settled"
    title, title_zh = "a form prints no unit", "本表没有单位"
    means = "One form says neither 万元 nor 元. The unit in which its amounts are those of other forms is taken."
    template = "{form} prints no unit: {unit} is taken, in which other forms agree"
    template_zh = "{form}没有印金额单位：按{unit}读，与其他表一致"


class UnitNotUnderstood(Problem, frozen=True):
    code = "unit-not-understood"
    title, title_zh = "a form's unit is not understood", "金额单位未读懂"
    means = "A form prints a unit that is none of the usual ones. All its amounts may be wrong by one factor."
    template = "{form} prints the unit {printed}, which is not understood: {unit} is taken"
    template_zh = "{form}的金额单位“{printed}”未读懂：按{unit}读"


class FormWithoutTitle(Problem, frozen=True):
    code = "form-without-title"
    title, title_zh = "a table without a title", "表没有标题"
    means = "A table of amounts has no title that names a form; its columns are read as their headings say."
    template = "a table of {count} amounts has no title that names a form: it is read as it stands"
    template_zh = "有一个表没有可辨认的表名，其 {count} 个金额按表头照读"


class RepeatedForm(Problem, frozen=True):
    code = "repeated-form"
    title, title_zh = "a form is printed twice", "同一张表出现两次"
    means = "A form comes again under one title and body with other amounts: a department's and its own level's."
    template = "{form} comes again with other amounts of {count} lines and columns: whose each is, nothing printed says"
    template_zh = "{form}再次出现，有 {count} 个金额不同：没有印明各属哪个单位"


class ColumnsAlike(Problem, frozen=True):
    code = "columns-alike"
    title, title_zh = "columns that mean the same", "栏目含义相同"
    means = "Headings of one form are read alike, so that a line has several amounts of one meaning."
    template = "{form}: columns {columns} are all read as {measure}"
    template_zh = "{form}：{columns} 各栏都读作“{measure}”"


class LinesAlike(Problem, frozen=True):
    code = "lines-alike"
    title, title_zh = "lines of one name", "同名的行"
    means = "Lines of one name or code have different amounts (those of several units): equal ones are compared first."
    template = "{form}: lines of one name have different amounts, under {count} names ({shown}): see which is which"
    template_zh = "{form}：有 {count} 个名称各有几行、金额不同（{shown}），请对照原文分辨"


class UnreadAmounts(Problem, frozen=True):
    code = "unread-amounts"
    title, title_zh = "amounts of a form not understood", "表中金额未读懂"
    means = "Amounts stand in a form, but which line or column they are of is not known; they are no facts."
    template = "{form}: {count} amounts not understood ({shown} …)"
    template_zh = "{form}：有 {count} 个金额未读懂（{shown} …）"


class UnreadCodes(Problem, frozen=True):
    code = "unread-codes"
    title, title_zh = "codes of a form not understood", "科目编码未读懂"
    means = "Rows print a code that is none of a classification; such rows are told by their names alone."
    template = "{form}: {count} rows whose codes are not understood ({shown} …)"
    template_zh = "{form}：有 {count} 行的科目编码未读懂（{shown} …）"


class AmountsOutsideForms(Problem, frozen=True):
    code = "amounts-outside-forms"
    title, title_zh = "amounts in columns outside any form", "表外成栏的金额"
    means = "Lines of amounts stand in columns that were not recognised as a form; they are no facts."
    template = "page {page}: {lines} in no form ({shown} …)"
    template_zh = "第 {page} 页有 {count} 行金额不在任何表内（{shown} …）"


class UntoldAmounts(Problem, frozen=True):
    code = "untold-amounts"
    title, title_zh = "amounts of sentences not understood", "文字中的金额未读懂"
    means = "Sentences tell amounts without a line that is known; they are no facts."
    template = "{count} amounts of sentences are of no line that the sentence names ({shown} …)"
    template_zh = "文字中有 {count} 个金额，所在句子没有说明是哪个科目（{shown} …）"


class UnknownLine(Problem, frozen=True):
    code = "unknown-line"
    title, title_zh = "a line that no form or classification has", "科目不明"
    means = "A sentence names a line that neither the forms nor the classification have; its amount is no fact."
    template = "{line}{raw}: no line of the forms or of the classification bears this name"
    template_zh = "{line}{raw}：各表和收支分类中都没有这个科目"


class SettledColumn(Problem, frozen=True):
    code = "settled-column"
    title, title_zh = "an amount was put in another column", "金额换栏"
    means = "It was not sure under which heading an amount stands; the sums bear out another than the nearest."
    template = (
        "{line}: {raw} stands under {under} in a row whose columns are not sure; the sums bear it out under {meant}"
    )
    template_zh = "{line}：{raw} 列在“{under}”栏下，但该行的栏不确定；按勾稽关系应在“{meant}”栏"


class ColumnWithoutHeading(SettledColumn, frozen=True):
    template = (
        "{line} {raw} stands under {under}, which no form prints as a source; "
        "{meant} is of that amount and has no column"
    )
    template_zh = "{line} {raw} 列在“{under}”栏下，但各表没有这项来源；“{meant}”正是这个金额，而本表没有这一栏"


class SlidColumn(Problem, frozen=True):
    code = "slid-column"
    title, title_zh = "an amount under the heading of another column", "绩效表错栏"
    means = "A performance form prints an amount under another heading than all other forms; theirs is taken."
    template = "{line}: {raw} stands under {under}, but is the {meant} total of the other forms"
    template_zh = "{line}：{raw} 列在“{under}”栏下，而其他各表的“{meant}”合计正是这个数"


class SlidIndicators(Problem, frozen=True):
    code = "slid-indicators"
    title, title_zh = "rows of indicators beside their headings", "指标错栏"
    means = "Rows of indicators stand one or more columns beside their headings, and were read as if below them."
    template = "{rows} rows of indicators stand {far} of their headings"
    template_zh = "{rows} 行指标比表头偏{way} {columns} 栏"


class WeightsInRemarks(Problem, frozen=True):
    code = "weights-in-remarks"
    title, title_zh = "weights under 备注", "分值列在备注栏"
    means = "A performance form has no column of weights; the numbers under 备注 are read as weights."
    template = "the form has no column of weights: the numbers under 备注 are taken for them"
    template_zh = "表中没有分值栏，“备注”栏的数字按分值读"


class PhaseNotSure(Problem, frozen=True):
    code = "phase-not-sure"
    title, title_zh = "the phase of parts is not sure", "预算阶段不确定"
    means = "Amounts by fund or by use in a performance form fit no total above them: 预算 or 执行 is not sure."
    template = "amounts by fund or by use add up to no total of one phase above them: their phase is not sure"
    template_zh = "按资金来源或用途分列的金额与上方各阶段的合计都不相符，不能确定是预算数还是执行数"


class AmountWithoutHeading(Problem, frozen=True):
    code = "amount-without-heading"
    title, title_zh = "amounts outside the table of expenditure", "控制表之外的金额"
    means = "A review prints amounts beside its table of controlled expenditure; they are no facts."
    template = "amounts outside the table of controlled expenditure are not read"
    template_zh = "支出控制情况表之外的金额没有读"


class AmountWithoutProject(Problem, frozen=True):
    code = "amount-without-project"
    title, title_zh = "an amount without its project", "金额没有项目"
    means = "A performance form prints an amount before it names a project; it is no fact."
    template = "{line}：{raw}"
    template_zh = "{line}：{raw}，前面没有项目名称"


class NoSums(Problem, frozen=True):
    code = "no-sums"
    title, title_zh = "no sum bears a form out", "没有勾稽关系可证"
    means = "Nothing in the form or in others adds up to its amounts, so that a misreading would not show."
    template = "{form}: no sum bears out its {count} amounts"
    template_zh = "{form}：{count} 个金额没有勾稽关系可以印证"


class SumsFail(Problem, frozen=True):
    code = "sums-fail"
    title, title_zh = "sums of a form fail", "勾稽不符"
    means = "Amounts do not add up: a misprint of the body or a misreading; compare the cells with the print."
    template = "{form}: {sums}"
    template_zh = "{form}：{count} 处勾稽不符：{sums}"


class PrintedSumsFail(SumsFail, frozen=True):
    code = "printed-sums-fail"
    title, title_zh = "sums of a form fail as printed", "原文勾稽不符"
    means = "Amounts do not add up, and other forms or sentences print the same figures: the body printed them so."
    template = "{form}: {sums}; printed so: other forms or sentences give the same figures"
    template_zh = "{form}：{count} 处勾稽不符：{sums}；原文如此，其他表或文字的数字相同"
