"""A small comparison, built by hand after a development commission's 2024 budget and final account."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Change, Check, Comparison, Move, Pair, Part, TargetChange, TextChange
from difftool.model.disclosure import Disclosure, Indicator, Reason, Table
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.form_problems import UnreadAmounts
from difftool.model.money import read_money
from difftool.model.place import LinePlace, PagePlace, SheetPlace

ENTITY = "株洲市发展和改革委员会"
FORM_LINES = (
    # item, name, budget, outturn (万元 as printed; "" is a blank cell)
    ("total", "合计", "4,215.38", "4,096.22"),
    ("func:201", "一般公共服务支出", "3,506.55", "3,440.79"),
    ("func:20104", "发展与改革事务", "3,506.55", "3,440.79"),
    ("func:2010401", "行政运行", "2,408.14", "2,408.14"),
    ("func:2010404", "战略规划与实施", "622.00", "622.00"),
    ("func:2010450", "事业运行", "476.41", "353.87"),
    ("func:2010499", "其他发展与改革事务支出", "", "56.78"),
    ("func:208", "社会保障和就业支出", "708.83", "655.43"),
    ("func:20805", "行政事业单位养老支出", "708.83", "655.43"),
    ("func:2080505", "机关事业单位基本养老保险缴费支出", "340.20", "340.20"),
    ("func:2080506", "机关事业单位职业年金缴费支出", "368.63", "315.23"),
)
THREE_PUBLIC_LINES = (
    ("public:total", "“三公”经费合计", "38.50", "21.07"),
    ("public:vehicle", "公务用车购置及运行维护费", "12.00", "9.87"),
    ("public:reception", "公务接待费", "26.50", "11.20"),
)
ECONOMIC_LINES = (
    ("econ:301", "工资福利支出", "2,101.00", "2,012.44"),
    ("econ:30101", "基本工资", "806.12", "806.12"),
    ("econ:30102", "津贴补贴", "1,294.88", "1,206.32"),
)
QUOTE = "年初事业运行项中调整了部分支出归为其他发展与改革事务支出项"
REASON = "人员减少，相应人员经费减少"


def fact(statement: str, item: str, name: str, raw: str, phase: str, where: PagePlace | LinePlace) -> Fact:
    money = read_money(raw, "万元")
    assert money is not None
    return Fact(statement, item, name, "total", 2024, phase, money.amount, money.quantum, raw, where)


def pairs_of(statement: str, lines: tuple[tuple[str, str, str, str], ...], page: int) -> list[Pair]:
    pairs = []
    for row, (item, name, before, after) in enumerate(lines):
        box = (410.0, 200.0 + 18 * row, 470.0, 214.0 + 18 * row)
        old = fact(statement, item, name, before, "approved", LinePlace(100 + 20 * page + row)) if before else None
        new = fact(statement, item, name, after, "executed", PagePlace(page, box)) if after else None
        pairs.append(Pair(statement, item, "total", old, new))
    return pairs


def change_of(pair: Pair, like_for_like: Decimal | None = None, reasons: tuple[Reason, ...] = ()) -> Change:
    before = pair.old.amount if pair.old else Decimal(0)
    after = pair.new.amount if pair.new else Decimal(0)
    known = pair.new or pair.old
    assert known is not None
    kind = "added" if pair.old is None else "removed" if pair.new is None else "changed"
    percent = ((after - before) * 100 / before).quantize(Decimal("0.01")) if before else None
    like = after - before if like_for_like is None else like_for_like
    return Change(
        pair.statement,
        pair.item,
        known.name,
        pair.measure,
        pair.old,
        pair.new,
        after - before,
        percent,
        kind,
        like,
        reasons,
    )


def build_comparison() -> Comparison:
    forms = (("general_public", FORM_LINES), ("general_public_basic", ECONOMIC_LINES))
    pairs = [pair for page, (statement, lines) in enumerate(forms, 5) for pair in pairs_of(statement, lines, page)]
    pairs += pairs_of("three_public", THREE_PUBLIC_LINES, 8)
    reasons = {
        "func:2010450": (Reason("func:2010450", f"{QUOTE}；{REASON}", PagePlace(14, (90.0, 300.0, 500.0, 330.0))),),
        "public:reception": (Reason("public:reception", "厉行节约，压减接待", PagePlace(16, (90, 80, 500, 96))),),
    }
    likes = {"func:2010450": Decimal("-657600"), "func:2010499": Decimal(0)}
    changes = tuple(
        change_of(pair, likes.get(pair.item), reasons.get(pair.item, ()))
        for pair in pairs
        if (pair.old and pair.old.amount) != (pair.new and pair.new.amount)
    )
    move = Move(
        "general_public",
        "total",
        (Part("func:2010450", Decimal(567800)),),
        (Part("func:2010499", Decimal(567800)),),
        Decimal(567800),
        "stated",
        Decimal("0.97"),
        QUOTE,
        PagePlace(14, (90.0, 300.0, 500.0, 330.0)),
    )
    checks = (
        Check(
            "children_add_up",
            "new",
            "pass",
            "3440.79",
            "3440.79",
            (PagePlace(5, (410.0, 236.0, 470.0, 250.0)),),
            "20104 发展与改革事务：各项之和与款一致",
        ),
        Check(
            "narrative_agrees",
            "new",
            "fail",
            "11.20",
            "11.02",
            (PagePlace(8, (410.0, 236.0, 470.0, 250.0)), PagePlace(16, (90.0, 80.0, 500.0, 96.0))),
            "公务接待费：文字写 11.02 万元，表中为 11.20 万元",
        ),
    )
    old = Disclosure(
        ENTITY,
        2024,
        "budget",
        "万元",
        Source("2024-budget.txt", "0" * 64, "text"),
        tables=(Table("general_public", "一般公共预算支出表", LinePlace(200), 11, False),),
        facts=tuple(pair.old for pair in pairs if pair.old),
    )
    new = Disclosure(
        ENTITY,
        2024,
        "final",
        "万元",
        Source("2024-final.pdf", "1" * 64, "pdf", 22),
        tables=(
            Table("general_public", "一般公共预算财政拨款支出决算表", PagePlace(5, (60, 90, 540, 700)), 11, False),
        ),
        facts=tuple(pair.new for pair in pairs if pair.new),
        reasons=tuple(reason for found in reasons.values() for reason in found),
        indicators=(
            Indicator(
                "长株潭一体化工作经费",
                "产出指标",
                "数量指标",
                "重点项目个数",
                "≥100个",
                PagePlace(20, (60, 90, 540, 120)),
                "126个",
            ),
        ),
        problems=(
            UnreadAmounts.at(
                PagePlace(9, (410, 236, 470, 250)), form="收入总表", form_zh="《收入总表》", count=1, shown="1O.5"
            ),
        ),
    )
    return Comparison(
        old,
        new,
        "budget-final",
        tuple(pairs),
        changes,
        (move,),
        checks,
        build_text_changes(),
        build_target_changes(new.indicators[0]),
    )


def build_text_changes() -> tuple[TextChange, ...]:
    duties, spending = "部门概况 › 主要职责", "2024年度部门预算情况说明 › 支出预算情况说明"
    here, there = LinePlace(62), PagePlace(3, (90, 80, 500, 96))
    return (
        TextChange(
            "changed",
            duties,
            duties,
            "核定编制39名，其中行政编制12名。",
            "核定编制38名，其中行政编制12名。",
            here,
            there,
        ),
        TextChange("removed", duties, "", "负责价格监测。", "", here, None),
        TextChange("added", "", duties, "", "负责粮食储备。", None, there),
        TextChange("moved", "部门概况 › 机构设置", duties, "负责人才工作。", "负责人才工作。", here, there),
        TextChange("numbers", spending, spending, "预算支出4,215.38万元。", "预算支出4,096.22万元。", here, there),
    )


def build_target_changes(new: Indicator) -> tuple[TargetChange, ...]:
    names = new.level1, new.level2, new.level3
    old = replace(new, target="≥80个", actual=None, where=LinePlace(90))
    less = replace(old, level3="调研次数", target="≥5次")
    kept = replace(old, level3="培训次数", target="≥2次")
    return (
        TargetChange(new.project, names, "raised", old, new),
        TargetChange(kept.project, (kept.level1, kept.level2, kept.level3), "kept", kept, kept),
        TargetChange(less.project, (less.level1, less.level2, less.level3), "dropped", less, None),
    )


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return build_comparison()


@pytest.fixture
def disclosure() -> Disclosure:
    return build_comparison().new


@pytest.fixture
def pdf(tmp_path: Path) -> Source:
    """A page of 600 by 800 points with a black box from (410, 290) to (470, 304)."""
    box = b"0 0 0 rg 410 496 60 14 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(box), box),
    ]
    file, offsets = io.BytesIO(), []
    file.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        offsets.append(file.tell())
        file.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    file.write(b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    path = tmp_path / "2024-final.pdf"
    path.write_bytes(file.getvalue())
    return Source(str(path), sha256(file.getvalue()).hexdigest(), "pdf", 1)


@pytest.fixture
def paged(comparison: Comparison, pdf: Source) -> Comparison:
    """The comparison with its rows to be drawn, and with an adjusted budget of the 三公 lines beside both figures."""
    adjusted = tuple(replace(one, phase="adjusted") for one in comparison.new.facts if one.item.startswith("public:"))
    told = replace(comparison.new, facts=(*comparison.new.facts, *adjusted))
    return of_one_page(replace(comparison, new=told), pdf)


def of_one_page(comparison: Comparison, pdf: Source) -> Comparison:
    """The comparison with every figure of the new document on the page that there is."""

    def placed(side: Comparison) -> Comparison:
        pairs = tuple(
            replace(pair, new=pair.new and replace(pair.new, where=replace(pair.new.where, page=1)))
            for pair in side.pairs
        )
        changes = tuple(
            replace(change, new=change.new and replace(change.new, where=replace(change.new.where, page=1)))
            for change in side.changes
        )
        return replace(side, pairs=pairs, changes=changes)

    return placed(replace(comparison, new=replace(comparison.new, source=pdf)))


@pytest.fixture
def spoil() -> Callable[[Comparison, str], Comparison]:
    return spoiled


def line_of(text: str) -> Pair:
    """A project's line in a workbook; its item, name, column, print, sheet and file are `text`."""
    old, new = (
        replace(fact("other", f"project:{text}", text, amount, phase, LinePlace(1)), raw=text, measure=f"line:{text}")
        for amount, phase in (("1.00", "approved"), ("2.00", "executed"))
    )
    where = SheetPlace(text, "B7", text)
    return Pair("other", old.item, old.measure, replace(old, where=where), replace(new, where=where))


def spoiled(comparison: Comparison, text: str) -> Comparison:
    """The comparison with `text` added to every field that a document can fill, and a line made of nothing else."""

    def spoil_side(one: Disclosure) -> Disclosure:
        return replace(
            one,
            entity=one.entity + text,
            source=replace(one.source, path=one.source.path + text),
            facts=tuple(replace(known, name=known.name + text) for known in one.facts),
            reasons=tuple(replace(known, text=known.text + text) for known in one.reasons),
            problems=tuple(
                replace(known, details=tuple((name, f"{value}{text}") for name, value in known.details))
                for known in one.problems
            ),
            tables=tuple(replace(known, title=known.title + text) for known in one.tables),
            indicators=tuple(
                replace(known, project=text, level1=text, level2=text, level3=text, target=text, actual=text)
                for known in one.indicators
            ),
        )

    def spoil_fact(one: Fact | None) -> Fact | None:
        return one and replace(one, name=one.name + text, raw=one.raw + text)

    line = line_of(text)
    extra = replace(change_of(line, reasons=(Reason(line.item, text, SheetPlace(text, "B7", text)),)), occurrence=text)

    return replace(
        comparison,
        old=spoil_side(comparison.old),
        new=spoil_side(comparison.new),
        pairs=(
            *(replace(pair, old=spoil_fact(pair.old), new=spoil_fact(pair.new)) for pair in comparison.pairs),
            replace(line, occurrence=text),
        ),
        changes=(
            *(
                replace(
                    change,
                    name=change.name + text,
                    old=spoil_fact(change.old),
                    new=spoil_fact(change.new),
                    reasons=tuple(replace(reason, text=reason.text + text) for reason in change.reasons),
                )
                for change in comparison.changes
            ),
            extra,
        ),
        moves=tuple(replace(move, quote=text) for move in comparison.moves),
        checks=tuple(
            replace(check, message=check.message + text, expected=text, found=text) for check in comparison.checks
        ),
        text_changes=tuple(
            replace(
                change,
                old_section=change.old_section and change.old_section + text,
                new_section=change.new_section and change.new_section + text,
                old=change.old and change.old + text,
                new=change.new and change.new + text,
            )
            for change in comparison.text_changes
        ),
        target_changes=tuple(
            replace(
                change,
                project=text,
                names=(text,) * 3,
                old=change.old and replace(change.old, level1=text, level2=text, level3=text, target=text),
                new=change.new and replace(change.new, level1=text, level2=text, level3=text, target=text),
            )
            for change in comparison.target_changes
        ),
    )
