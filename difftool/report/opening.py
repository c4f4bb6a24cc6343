"""The first screen: one headline sentence, what is compared with what, and the key figures."""

from __future__ import annotations

from difftool.compare.basis import order_in_time
from difftool.compare.changes import percent_of
from difftool.model.comparison import BUDGET_FINAL, OTHER, PASS, REVISION, YEAR_ON_YEAR, Comparison
from difftool.model.disclosure import Disclosure
from difftool.pattern import lazy_pattern
from difftool.report.amounts import percent_text, share_text
from difftool.report.appendix import grave_checks
from difftool.report.context import Context, reads_itself
from difftool.report.language import say
from difftool.report.move_cards import moved_size
from difftool.report.totals import Total, expenditure_total, key_totals
from difftool.report.view import DocumentCard, Figure, KeyFigure
from difftool.report.words import entity_name, issue_name

_CLAUSE = lazy_pattern("[^，。；]+?(?:[，。；]|(?=只是换了科目)|$)")
_FORMATS = {
    "pdf": "PDF",
    "ofd": "OFD",
    "text": "文本",
    "docx": "Word 文档",
    "doc": "Word 文档",
    "picture": "图片",
    "xlsx": "Excel 工作簿",
    "xls": "Excel 工作簿",
    "ods": "OpenDocument 工作簿",
    "html": "网页",
}


def title_of(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    if old.entity == new.entity:
        return say("{entity}：{old}与 {new}", entity=entity_name(new), old=issue_name(old), new=issue_name(new))
    return say(
        "{old_entity} {old}与{new_entity} {new}",
        old_entity=entity_name(old),
        old=issue_name(old),
        new_entity=entity_name(new),
        new=issue_name(new),
    )


def clauses_of(headline: str) -> tuple[str, ...]:
    """The clauses of a headline, each with its Chinese stop: lines break between them first.

    What money only moved stays whole on a narrow phone, so that the words behind it are a clause of their own.
    """
    return tuple(_CLAUSE.findall(headline))


def headline_of(context: Context) -> str:
    """What happened, in one sentence with its numbers."""
    comparison = context.comparison
    total = expenditure_total(context)
    amounts = sum(pair.old is not None and pair.new is not None for pair in comparison.pairs)
    labels = {"old": context.old_label, "new": context.new_label}
    count = f"{len(comparison.changes):,}"
    if not comparison.changes and amounts:
        return say("{old}与 {new}都列出的 {count} 个数字全部相同。", **labels, count=f"{amounts:,}")
    if not amounts and reads_itself(comparison):
        return say("这份文件没有写明可以与决算相比的预算数。")
    if not amounts:
        return say("{old}与 {new}没有同一行、同一栏的数字可以比较。", **labels)
    if total is None:
        return say("{old}与 {new}之间有 {count} 个数字不同。", **labels, count=count) + _moved(context)
    old, new = (context.style.size(amount, *total.steps) for amount in (total.old, total.new))
    if context.different_bodies:
        return _told_of(comparison.old, old) + say("；") + _told_of(comparison.new, new) + say("。")
    if not total.delta:
        sentence = "{new}{what} {amount}，与 {old}相同；内部有 {count} 个数字不同。"
        return say(sentence, **labels, what=total.label, amount=new, count=count) + _moved(context)
    size = context.style.size(total.delta, *total.steps)
    percent = percent_text(percent_of(total.delta, total.old))
    share = say("（{percent}）", percent=percent) if percent else ""
    sentence = "{new}{what} {amount}，比 {old}多 {size}{share}。"
    if total.delta < 0:
        sentence = "{new}{what} {amount}，比 {old}少 {size}{share}。"
    return say(sentence, **labels, what=total.label, amount=new, size=size, share=share) + _moved(context)


def _told_of(disclosure: Disclosure, amount: str) -> str:
    entity, issue = entity_name(disclosure), issue_name(disclosure)
    return say("{entity} {issue}支出 {amount}", entity=entity, issue=issue, amount=amount)


def _moved(context: Context) -> str:
    size = moved_size(context)
    return say("另有\N{NO-BREAK SPACE}{size}只是换了科目，不是增减。", size=size) if size else ""


def basis_of(context: Context) -> str:
    """What is being compared, in plain words."""
    comparison = context.comparison
    old, new = comparison.old, comparison.new
    if comparison.basis == REVISION and old.source.sha256 == new.source.sha256:
        return say("两次给出的是同一份文件，没有什么可比。")
    if reads_itself(comparison):
        return say("只有一份文件：决算数与文件自己写明的预算数相比。")
    sentence = "{old}与 {new}相比。"
    if comparison.basis == BUDGET_FINAL:
        sentence = "同一单位、同一年度：{old}与 {new}相比，看钱是否按批准的数花。"
    if comparison.basis == YEAR_ON_YEAR:
        sentence = "同一单位、相邻两年：{old}与 {new}相比。"
    if comparison.basis == REVISION:
        sentence = "同一单位、同一年度、同一阶段（{new}）的两个版本相比。"
    return say(sentence, old=issue_name(old), new=issue_name(new))


def notices_of(context: Context) -> tuple[str, ...]:
    """What a reader must know before reading any number."""
    old, new = context.comparison.old, context.comparison.new
    notices = []
    if context.different_bodies:
        notices.append(
            say(
                "两份文件出自不同的单位：{old}，{new}。数字可以对照，差额不能当作同一单位的增减。",
                old=entity_name(old),
                new=entity_name(new),
            )
        )
    elif context.comparison.basis == OTHER:
        notices.append(say("年度和阶段都不对应，差额里既有年度之间的变化，也有预算与执行之间的变化。"))
    if order_in_time(old) > order_in_time(new):
        notices.append(say("顺序与时间相反：左边的文件晚于右边的文件。"))
    return tuple(notices)


def document_card(context: Context, side: str) -> DocumentCard:
    disclosure = context.disclosure(side)
    links = context.links[side]
    source = disclosure.source
    details = [say(_FORMATS.get(source.format, source.format))]
    if source.files:
        details = [say("{count} 个文件", count=len(source.files))]
    if source.pages is not None:
        details.append(say("共 {count} 页", count=source.pages))
    details += [
        say("{count} 张表", count=len(disclosure.tables)),
        say("{count} 个数字", count=f"{len(disclosure.facts):,}"),
        say("单位：{unit}", unit=disclosure.unit),
    ]
    recognised = sum(fact.recognised for fact in disclosure.facts)
    if recognised:
        unproved = sum(problem.code == "unproved-amount" for problem in disclosure.problems)
        details.append(say("{count} 个数字由图像识别，其中 {unproved} 个待核对", count=recognised, unproved=unproved))
    return DocumentCard(
        side=side,
        label=context.label(side),
        entity=entity_name(disclosure),
        issue=issue_name(disclosure),
        file_name=links.file_name,
        href=links.base,
        details=say("，").join(details),
    )


def unit_note_of(context: Context) -> str:
    units = [context.comparison.old.unit, context.comparison.new.unit]
    if "元" not in units:
        return say("金额单位：万元，小数位数与原文相同。")
    who = "两份文件" if units[0] == units[1] else "旧文件" if units[0] == "元" else "新文件"
    return say(
        "金额单位：万元。{who}原以元列示，这里折合成万元、四舍五入到两位小数；差额按原数计算。",
        who=say(who),
    )


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
    facts = new.facts if reads_itself(context.comparison) else (*old.facts, *new.facts)
    proved = sum(bool(fact.verified) for fact in facts)
    checks = context.comparison.checks
    held, failed = sum(check.status == PASS for check in checks), len(grave_checks(checks))
    problems = len(old.problems) + len(new.problems)
    told = [say("共读出 {count} 个数字", count=f"{len(facts):,}")]
    if proved:
        share = share_text(proved, len(facts))
        sentence = "其中 {count} 个（{share}）由合计关系证实读得无误，其余请对照原件"
        if proved == len(facts):
            sentence = "全部由合计关系证实读得无误"
        told.append(say(sentence, count=f"{proved:,}", share=share))
    if checks:
        sentence = "按文件自身的勾稽关系核对，{held} 项规则相符，另有 {failed} 处自相矛盾"
        if not failed:
            sentence = "按文件自身的勾稽关系核对，{held} 项规则相符，没有发现自相矛盾"
        told.append(say(sentence, held=held, failed=failed))
    told.append(say("{count} 处没能读出", count=problems) if problems else say("没有读不出的地方"))
    return say("；").join(told) + say("。")
