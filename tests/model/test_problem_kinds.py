"""Every kind of problem is declared whole, and says what is the matter in both languages."""

import pickle
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from difftool.cache import decode, encode
from difftool.model.place import LinePlace
from difftool.model.problem import Problem
from difftool.model.problem_kinds import problem_kinds
from difftool.report.language import CHINESE, ENGLISH, speaking
from difftool.report.problem_words import problem_message
from difftool.report.problems_told import shapes

PACKAGE = Path(__file__).resolve().parents[2] / "difftool"
SHAPES = [shape for kind in problem_kinds() for shape in shapes(kind)]


def filled(kind: type[Problem]) -> Problem:
    """A problem whose every detail is its own name; what Chinese alone needs, too."""
    names = {name for text in (kind.template, kind.template_zh) for _, name, _, _ in Formatter().parse(text) if name}
    return kind.at(LinePlace(7), **{name: f"<{name}>" for name in sorted(names)})


@pytest.mark.parametrize("kind", SHAPES, ids=lambda kind: kind.__name__)
def test_a_problem_fills_its_templates_in_both_languages(kind):
    problem = filled(kind)
    with speaking(ENGLISH):
        assert problem_message(problem) == problem.message
    assert "{" not in problem.message
    with speaking(CHINESE):
        assert re.search("[一-鿿]", problem_message(problem))


def test_codes_are_unlike_each_other():
    codes = [kind.code for kind in problem_kinds()]
    assert len(codes) == len(set(codes)) > 40


def test_a_detail_in_chinese_stands_in_the_chinese_message_alone():
    from difftool.model.form_problems import NoForms

    problem = NoForms.at(found="no forms were found", found_zh="没有找到表格")
    with speaking(CHINESE):
        assert problem_message(problem) == "没有找到表格；如果表格另有文件，请一并给出"
    assert problem.message == "no forms were found; if the forms are in another file, give both together"


def test_a_column_is_called_by_its_printed_name():
    from difftool.model.form_problems import SlidColumn

    problem = SlidColumn.at(line="某中心", raw="598.49", under="project", meant="basic")
    with speaking(CHINESE):
        assert "列在“项目支出”栏下，而其他各表的“基本支出”合计" in problem_message(problem)


@pytest.mark.parametrize("kind", SHAPES, ids=lambda kind: kind.__name__)
def test_problems_cross_processes_and_the_cache(kind):
    problem = filled(kind)
    assert pickle.loads(pickle.dumps(problem)) == problem == decode(encode(problem))


@pytest.mark.parametrize("kind", SHAPES, ids=lambda kind: kind.__name__)
def test_every_kind_is_told_somewhere(kind):
    """A bound is told by its code; any other kind by its name."""
    if kind.__module__.endswith("bound_problems"):
        return
    home = kind.__module__.rpartition(".")[2]
    assert any(kind.__name__ in words for stem, words in words_of_modules() if stem != home)


@cache
def words_of_modules() -> list[tuple[str, set[str]]]:
    """The names and words that each module holds."""
    return [(path.stem, set(re.findall(r"\w+", path.read_text(encoding="utf-8")))) for path in PACKAGE.rglob("*.py")]
