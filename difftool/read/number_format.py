"""Numbers as a workbook's number formats print them, from the stored decimal; binary fractions never show."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext

from msgspec import Struct, field

DIGITS = 15  # what a spreadsheet program keeps of a number; more is the binary fraction's noise
GENERAL_DECIMALS = 9
LARGEST = Decimal(10) ** 30
NOISE = Decimal("1e-9")
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    31: 'yyyy"年"m"月"d"日"',
    37: "#,##0_);(#,##0)",
    38: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    49: "@",
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_FIRST_DAY = date(1899, 12, 30)
_TOKEN = re.compile(
    r"\"(?P<quoted>[^\"]*)\"|[\\!](?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[eE]+)|(?P<other>.)",
    re.DOTALL,
)


class Section(Struct):
    """One of the up to four parts of a format. `whole` and `fraction` hold placeholders and literals in order."""

    whole: list[str] = field(default_factory=list)
    fraction: list[str] = field(default_factory=list)
    pointed: bool = False
    grouped: bool = False
    scale: int = 0  # thousands that the print leaves out
    percent: int = 0
    dated: bool = False
    general: bool = False
    text: bool = False
    condition: str = ""


def print_number(stored: str, code: str) -> str:
    """A stored number as the format prints it: "717.9400000000001" by "0.00" is "717.94". Raises ValueError.

    A format that this does not know (fractions, powers of ten, times) prints the number as General does.
    """
    value = exact(stored)
    parts = [read_section(part) for part in split_sections(code)]
    section, value = choose(parts, value)
    placed = any(token in ("0", "#", "?") for token in (*section.whole, *section.fraction))
    unknown = placed and (section.dated or "'/" in section.whole)
    if section.general or section.text or unknown:
        return general(value)
    if section.dated:
        return dated(value, code) or general(value)
    if not placed:
        literals = "".join(token[1:] for token in section.whole)
        return literals.strip() if len(parts) > 1 else general(value)
    return filled(section, value).strip()


def exact(stored: str) -> Decimal:
    """The decimal that a stored binary fraction stands for."""
    try:
        value = Context(prec=DIGITS, rounding=ROUND_HALF_UP).create_decimal(stored.strip())
    except InvalidOperation as error:
        raise ValueError(stored) from error
    if not value.is_finite() or abs(value) > LARGEST:
        raise ValueError(stored)
    return value if abs(value) >= NOISE else Decimal(0)


def general(value: Decimal) -> str:
    rounded = rounded_to(value, GENERAL_DECIMALS)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded_to(value: Decimal, decimals: int) -> Decimal:
    with localcontext() as context:
        context.prec = 80
        rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return rounded if rounded else abs(rounded)


def split_sections(code: str) -> list[list[re.Match[str]]]:
    sections: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code[:1000]):
        if match.group("other") == ";":
            sections.append([])
        else:
            sections[-1].append(match)
    return sections[:4]


def read_section(tokens: list[re.Match[str]]) -> Section:
    section = Section()
    commas = 0
    for match in tokens:
        kind, said = match.lastgroup, match.group(match.lastgroup or 0)
        side = section.fraction if section.pointed else section.whole
        if kind == "digit":
            if commas:
                section.grouped = True
            commas = 0
            side.append(said)
        elif kind == "point":
            section.pointed = True
        elif kind == "comma":
            commas += 1
        elif kind == "percent":
            section.percent += 1
            side.append("'%")
        elif kind in ("quoted", "escaped", "other"):
            section.text |= kind == "other" and said == "@"
            side.append(f"'{said}")
        elif kind == "bracket":
            if said.startswith("$"):
                side.append(f"'{said[1:].partition('-')[0]}")
            elif said[:1] in ("<", ">", "="):
                section.condition = said
            section.general |= said.upper().startswith("DBNUM")
        elif kind == "date":
            section.dated = True
        elif kind == "general":
            section.general = True
    section.scale = commas if any(token in ("0", "#", "?") for token in section.whole) else 0
    return section


def choose(sections: list[Section], value: Decimal) -> tuple[Section, Decimal]:
    """The section for a value, and the value that it prints: one of its own for negative numbers has the sign in it."""
    first = sections[0]
    if first.condition:
        for section in sections:
            if not section.condition or holds(section.condition, value):
                return section, value
        return Section(general=True), value
    numbers = [section for section in sections if not section.text] or [Section(general=True)]
    if value < 0 and len(numbers) > 1:
        return numbers[1], -value
    if value == 0 and len(numbers) > 2:
        return numbers[2], value
    return numbers[0], value


def holds(condition: str, value: Decimal) -> bool:
    match = re.fullmatch(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,20}(?:\.\d{1,20})?)", condition.strip())
    if match is None:
        return True
    bound = Decimal(match.group(2))
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[match.group(1)]


def filled(section: Section, value: Decimal) -> str:
    """The digits in their placeholders, with the literals between: 123456 by "0!.0," is "12.3"."""
    value = value.scaleb(2 * section.percent - 3 * section.scale)
    decimals = sum(token in ("0", "#", "?") for token in section.fraction)
    rounded = rounded_to(value, decimals)
    whole, _, fraction = f"{abs(rounded):f}".partition(".")
    text = filled_whole(section, "" if whole == "0" else whole)
    if section.pointed:
        text += "." if decimals else ""
        text += filled_fraction(section.fraction, fraction)
    return ("-" if rounded < 0 else "") + text


def filled_whole(section: Section, digits: str) -> str:
    places = [index for index, token in enumerate(section.whole) if token in ("0", "#", "?")]
    out: list[str] = []
    left, printed = digits, 0
    for index in range(len(section.whole) - 1, -1, -1):
        token = section.whole[index]
        if token not in ("0", "#", "?"):
            out.append(token[1:])
            continue
        taken = left if index == places[0] else left[-1:]
        left = "" if index == places[0] else left[:-1]
        for digit in reversed(taken or ("0" if token == "0" else "")):
            if section.grouped and printed and printed % 3 == 0:
                out.append(",")
            out.append(digit)
            printed += 1
    return "".join(reversed(out))


def filled_fraction(tokens: list[str], digits: str) -> str:
    wanted = [token for token in tokens if token in ("0", "#", "?")]
    shown = len(digits)
    while shown and wanted[shown - 1] != "0" and digits[shown - 1] == "0":
        shown -= 1
    out, at = "", 0
    for token in tokens:
        if token in ("0", "#", "?"):
            out += digits[at] if at < shown else ""
            at += 1
        else:
            out += token[1:]
    return out


def dated(value: Decimal, code: str) -> str:
    """A day by its number since 1900, "" where the format shows a time or the number is no day."""
    if not 0 < value < 100_000 or re.search(r"[hHsS]", re.sub(r"\"[^\"]*\"|\[[^\]]*\]|\\.", "", code)):
        return ""
    day = _FIRST_DAY + timedelta(days=int(value))
    out = ""
    for match in split_sections(code)[0]:
        kind, said = match.lastgroup, match.group(match.lastgroup or 0)
        if kind == "date":
            letter = said[0].lower()
            year = day.year % 100 if letter == "y" and len(said) < 3 else day.year
            number = {"y": year, "e": year, "m": day.month, "d": day.day}[letter]
            out += f"{number:0{2 if len(said) == 2 and letter != 'y' else 1}d}"
        elif kind in ("quoted", "escaped", "other", "point", "comma"):
            out += said if said != "@" else ""
    return out.strip()
