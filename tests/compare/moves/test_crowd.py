"""The crowd of changes counts what a look at every line counts."""

from __future__ import annotations

from decimal import Decimal
from math import comb

from hypothesis import given
from hypothesis import strategies as st

from difftool.compare.moves.crowd import Crowd
from difftool.compare.moves.ledger import TOTAL, Line
from difftool.model.disclosure import Reason
from difftool.model.place import LinePlace

CAUSE = Reason("", "增加人员三名", LinePlace(1))
amounts = st.integers(0, 12).map(Decimal)
changes = st.lists(st.tuples(amounts, amounts, st.booleans()), max_size=12)


@given(changes=changes, parts=st.integers(2, 3), data=st.data())
def test_lines_are_counted_as_by_looking_at_each(changes, parts, data):
    changed = [(old, new, caused) for old, new, caused in changes if old != new]
    lines = [Line(f"func:{number}", {TOTAL: old}, {TOTAL: new}) for number, (old, new, _) in enumerate(changed)]
    reasons = {line.item: [CAUSE] for line, (_, _, caused) in zip(lines, changed, strict=True) if caused}
    amount = data.draw(st.sampled_from([abs(line.delta()) for line in lines] or [Decimal(1)]))
    ends = [line for line in lines if abs(line.delta()) == amount][:2]
    crowd = Crowd(lines, reasons)
    counted = [line for line in lines if line in ends or line.item not in reasons]

    near = [line for line in counted if amount / 2 <= abs(line.delta()) <= amount * 2]
    falls = sum(line.delta() < 0 for line in near)
    assert crowd.pairs(amount, ends) == falls * (len(near) - falls)

    falls = sum(line.delta() < 0 for line in counted)
    came, went = sum(line.came for line in counted), sum(line.went for line in counted)
    tries = falls * comb(came, parts) + (len(counted) - falls) * comb(went, parts)
    assert crowd.splits(parts, ends) == tries
