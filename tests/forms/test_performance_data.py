"""The data of an evaluation, by year and phase."""

from __future__ import annotations

from tests.forms.performance_sheets import read, typed

DATA = (
    "财政供养人员情况（人）|编制数||2025年实际在职人数||控制率",
    "|18||16||88.89%",
    "经费控制情况（万元）|2025年决算数||2026年预算数||2026年决算数",
    "三公经费|13. 35||24||13. 92",
    "项目支出：|9. 8||243. 05||163. 78",
    "2、运行维护经费|/||208. 2||128. 93",
    "公用经费|216.71||64.83||56.38",
    "其中：办公经费|18.52||/||/",
)


def test_the_data_of_an_evaluation_by_year_and_phase():
    reading = read("performance_data", typed(*DATA), stage="final")
    found = {(f.item, f.measure, f.year, f.phase): f.raw for f in reading.facts}
    assert len(found) == 12
    assert found["public:total", "total", 2025, "executed"] == "13. 35"
    assert found["public:total", "total", 2026, "adjusted"] == "24"
    assert found["project:运行维护经费", "total", 2026, "executed"] == "128. 93"
    assert found["use:basic", "public", 2026, "adjusted"] == "64.83"
    assert found["line:办公经费", "total", 2025, "executed"] == "18.52"
