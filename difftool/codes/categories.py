"""The 类 of the functional classification as summary forms print them: "一、一般公共服务支出"."""

from __future__ import annotations

from functools import cache

from difftool.codes.classification import Classification
from difftool.codes.names import without_ordinal

# Not in the classification of any year, yet printed in summary forms: shortened or misspelt names.
_ALSO_PRINTED = {
    "医疗卫生": "210",
    "医疗卫生和计划生育": "210",
    "文化体育和传媒": "207",
    "文化旅游体育和传媒": "207",
    "社会保障与就业": "208",
    "城乡社区事务": "212",
    "农林水事务": "213",
    "粮油物资管理事务": "222",
    "环境保护": "211",
    "国土资源气象": "220",
    "自然资源海洋气象": "220",
    "国有资本经营预算": "223",
    "灾害防治和应急管理": "224",
    "抗疫特别国债": "234",
    "抗疫特别国债安排": "234",
    "债务发行费": "233",
}
# 其他 alone may be any line's rest: it must be printed as 其他支出.
_ONLY_WHOLE = {"其他": "其他支出"}


def category_of(name: str, functional: Classification) -> str | None:
    """The code of the 类 that a summary form prints under this name, with or without 支出, of whatever year."""
    bare = without_ordinal(name)
    short = _short(bare)
    if short in _ONLY_WHOLE and bare != _ONLY_WHOLE[short]:
        return None
    return _codes(functional).get(short)


@cache
def _codes(functional: Classification) -> dict[str, str]:
    found = dict(_ALSO_PRINTED)
    for line in functional.lines:
        if len(line.code) == 3:
            found[_short(line.name)] = line.code
    return found


def _short(name: str) -> str:
    for ending in ("支出", "事务", "等", "的"):
        if len(name) > len(ending) + 1:
            name = name.removesuffix(ending)
    return name
