"""The first screen: one headline sentence, what is compared with what, and the key figures."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.compare.basis import order_in_time
from difftool.compare.changes import percent_of
from difftool.model.comparison import BUDGET_FINAL, FAIL, OTHER, PASS, REVISION, YEAR_ON_YEAR, Check, Comparison
from difftool.report.amounts import percent_text
from difftool.report.context import Context, different_bodies, reads_itself
from difftool.report.move_cards import moved_size
from difftool.report.totals import Total, expenditure_total, key_totals
from difftool.report.view import DocumentCard, Figure, KeyFigure
from difftool.report.words import entity_name, stage_name

_FORMATS = {"pdf": "PDF", "text": "文本", "docx": "Word 文档", "xlsx": "Excel 工作簿", "html": "网页"}


def title_of(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    if old.entity == new.entity:
        return f"{entity_name(new)}：{old.year} 年{stage_name(old)}与 {new.year} 年{stage_name(new)}"
    return f"{entity_name(old)} {old.year} 年{stage_name(old)}与{entity_name(new)} {new.year} 年{stage_name(new)}"


def headline_of(context: Context) -> str:
    """What happened, in one sentence with its numbers; lines break after punctuation only."""
    return _headline(context).replace(" ", "\N{NO-BREAK SPACE}")


def _headline(context: Context) -> str:
    comparison = context.comparison
    total = expenditure_total(context)
    amounts = sum(pair.old is not None and pair.new is not None for pair in comparison.pairs)
    if not comparison.changes and amounts:
        return f"{context.old_label}与 {context.new_label}都列出的 {amounts:,} 个数字全部相同。"
    if not amounts and reads_itself(comparison):
        return "这份文件没有写明可以与决算相比的预算数。"
    if not amounts:
        return f"{context.old_label}与 {context.new_label}没有同一行、同一栏的数字可以比较。"
    if total is None:
        return (
            f"{context.old_label}与 {context.new_label}之间有 {len(comparison.changes):,} 个数字不同。{_moved(context)}"
        )
    steps = total.steps
    old, new = (context.style.size(amount, *steps) for amount in (total.old, total.new))
    if different_bodies(comparison):
        sides = ((comparison.old, old), (comparison.new, new))
        told = [f"{entity_name(one)} {one.year} 年{stage_name(one)}支出 {amount}" for one, amount in sides]
        return f"{told[0]}；{told[1]}。"
    if not total.delta:
        inside = f"内部有 {len(comparison.changes):,} 个数字不同"
        return f"{context.new_label}{total.label} {new}，与 {context.old_label}相同；{inside}。{_moved(context)}"
    word = "多" if total.delta > 0 else "少"
    size = context.style.size(total.delta, *steps)
    percent = percent_text(percent_of(total.delta, total.old))
    share = f"（{percent}）" if percent else ""
    return f"{context.new_label}{total.label} {new}，比 {context.old_label}{word} {size}{share}。{_moved(context)}"


def _moved(context: Context) -> str:
    size = moved_size(context)
    return f"另有 {size}只是换了科目，不是增减。" if size else ""


def basis_of(context: Context) -> str:
    """What is being compared, in plain words."""
    comparison = context.comparison
    old, new = comparison.old, comparison.new
    if reads_itself(comparison):
        return "只有一份文件：决算数与文件自己写明的预算数相比。"
    if comparison.basis == BUDGET_FINAL:
        return f"同一单位、同一年度（{new.year} 年）：{stage_name(old)}与{stage_name(new)}相比，看钱是否按批准的数花。"
    if comparison.basis == YEAR_ON_YEAR:
        return f"同一单位、相邻两年：{old.year} 年{stage_name(old)}与 {new.year} 年{stage_name(new)}相比。"
    if comparison.basis == REVISION:
        return f"同一单位、同一年度、同一阶段（{new.year} 年{stage_name(new)}）的两个版本相比。"
    return f"{old.year} 年{stage_name(old)}与 {new.year} 年{stage_name(new)}相比。"


def notices_of(context: Context) -> tuple[str, ...]:
    """What a reader must know before reading any number."""
    old, new = context.comparison.old, context.comparison.new
    notices = []
    if different_bodies(context.comparison):
        notices.append(
            f"两份文件出自不同的单位：{entity_name(old)}，{entity_name(new)}。"
            "数字可以对照，差额不能当作同一单位的增减。"
        )
    elif context.comparison.basis == OTHER:
        notices.append("年度和阶段都不对应，差额里既有年度之间的变化，也有预算与执行之间的变化。")
    if order_in_time(old) > order_in_time(new):
        notices.append("顺序与时间相反：左边的文件晚于右边的文件。")
    return tuple(notices)


def document_card(context: Context, side: str) -> DocumentCard:
    disclosure = context.disclosure(side)
    links = context.links[side]
    source = disclosure.source
    details = [_FORMATS.get(source.format, source.format)]
    if source.pages is not None:
        details.append(f"{source.pages} 页")
    details += [f"{len(disclosure.tables)} 张表", f"{len(disclosure.facts):,} 个数字", f"单位：{disclosure.unit}"]
    return DocumentCard(
        side=side,
        label=context.label(side),
        entity=entity_name(disclosure),
        year=f"{disclosure.year} 年",
        stage=stage_name(disclosure),
        file_name=links.file_name,
        href=links.base,
        details="，".join(details),
    )


def unit_note_of(context: Context) -> str:
    units = [context.comparison.old.unit, context.comparison.new.unit]
    if "元" not in units:
        return "金额单位：万元，小数位数与原文相同。"
    who = "两份文件" if units[0] == units[1] else ("旧文件" if units[0] == "元" else "新文件")
    return f"金额单位：万元。{who}原以元列示，这里折合成万元、四舍五入到两位小数；差额按原数计算，指到数字上可见原文。"


def key_figures_of(context: Context) -> tuple[KeyFigure, ...]:
    return tuple(_key_figure(context, total) for total in key_totals(context))


def _key_figure(context: Context, total: Total) -> KeyFigure:
    percent = percent_of(total.delta, total.old)
    pair = total.pair
    if pair is None:
        old, new = (Figure(context.style.amount(amount, *total.steps)) for amount in (total.old, total.new))
        link = ""
    else:
        old, new = context.figure(pair.old, "old"), context.figure(pair.new, "new")
        link = context.item_link(pair.item)
    return KeyFigure(total.label, old, new, context.difference(total.delta, percent, *total.steps), link)


def proof_of(context: Context) -> str:
    """How much was read, and how much of it is proved by the documents' own arithmetic."""
    old, new = context.comparison.old, context.comparison.new
    read = len(new.facts) if reads_itself(context.comparison) else len(old.facts) + len(new.facts)
    held, failed = _counted(context.comparison.checks, PASS), _counted(context.comparison.checks, FAIL)
    problems = len(old.problems) + len(new.problems)
    told = [f"共读出 {read:,} 个数字"]
    if held or failed:
        told.append(f"按文件自身的勾稽关系核对，{held:,} 项规则全部相符，{failed:,} 处不符")
    told.append(f"{problems:,} 处没能读出" if problems else "没有读不出的地方")
    return "；".join(told) + "。"


def _counted(checks: Iterable[Check], status: str) -> int:
    return sum(check.status == status for check in checks)
