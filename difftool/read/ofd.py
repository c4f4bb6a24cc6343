"""OFD, the national fixed-layout format: a zip of pages on which text and lines stand at places, as in a PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from difftool.model.bound_problems import bound_reached, in_part, nothing_after
from difftool.model.bounds import PAGES, Bounds, bounds_in_force
from difftool.model.document import Document, Grid, Page, Reading, Source
from difftool.model.file_problems import (
    PageNotRecognised,
    PageWithoutText,
    UnreadableGlyphs,
    UnreadablePage,
    UnreadTemplate,
)
from difftool.model.place import PagePlace
from difftool.model.problem import (
    DamagedFile,
    DifftoolError,
    EncryptedFile,
    NoText,
    NothingRecognised,
    Problem,
    TooLarge,
    UnsafeFile,
)
from difftool.read.ofd_page import MILLIMETRE, PageReader, Resources, located
from difftool.read.ofd_pictures import Pictures, Shown
from difftool.read.ofd_values import numbers
from difftool.read.package import Package
from difftool.read.pdf.bounds import Budget, TooMuch, nothing_read
from difftool.read.pdf.faces import UNREADABLE
from difftool.read.pdf.page import lay_out
from difftool.read.pdf.runs import Printed
from difftool.read.pdf.scans import is_scan
from difftool.read.reader import fingerprint

A4 = (0.0, 0.0, 210.0, 297.0)  # millimetres
ENTRY = "OFD.xml"


def read_ofd(
    path: Path, data: bytes, package: Package, bounds: Bounds | None = None, kept: Path | None = None
) -> Document:
    """The document in an OFD file: its pages with their ruled grids and paragraphs, each with its box on the page.

    Pages that are pictures are recognised where the extra for it is installed; `kept` is a folder for what was
    recognised. Raises `EncryptedFile`, `DamagedFile`, `TooLarge`, `UnsafeFile`, `NoText` where no page has text, or
    `NothingRecognised`. A page that cannot be read, or only in part, and a bound that was reached are problems of the
    document.
    """
    budget = Budget(bounds or bounds_in_force())
    reader = OfdReader(path, package, budget, Pictures.of(package, budget.bounds, kept))
    reader.read()
    if not any(page.blocks for page in reader.pages):
        if reader.problems and not reader.pictures:
            raise nothing_read(path, reader.problems[0], reader.budget.bounds)
        if not reader.pages:
            raise DamagedFile(path=path, detail="it has no pages")
        raise NothingRecognised(path=path) if reader.scans and reader.pictures else NoText(path=path)
    source = Source(str(path), fingerprint(data), "ofd", len(reader.pages))
    return Document(source, tuple(reader.pages), tuple(reader.problems), tuple(reader.readings))


class OfdReader:
    """Reads the pages of all documents in one file, and keeps what could not be read."""

    def __init__(self, path: Path, package: Package, budget: Budget, scans: Pictures | None = None) -> None:
        self.path = path
        self.package = package
        self.budget = budget
        self.scans = scans
        self.readings: list[Reading] = []
        self.pages: list[Page] = []
        self.problems: list[Problem] = []
        self.pictures = 0

    def read(self) -> None:
        if any(posixpath.basename(name).lower() == "encryptions.xml" for name in self.package.names):
            raise EncryptedFile(path=self.path)
        try:
            for root in self.package.xml(ENTRY).iter("{*}DocRoot"):
                self.document(located("", root.text))
        except TooMuch as error:
            self.problems.append(
                bound_reached(error.code).at(None, **nothing_after(len(self.pages)), detail=str(error))
            )

    def document(self, name: str) -> None:
        root = self.package.xml(name)
        resources = Resources()
        for kind in ("PublicRes", "DocumentRes"):
            for told in root.iterfind(f"{{*}}CommonData/{{*}}{kind}"):
                self.add_resources(resources, located(name, told.text))
        templates = {
            told.get("ID", ""): located(name, told.get("BaseLoc"))
            for told in root.iterfind("{*}CommonData/{*}TemplatePage")
        }
        size = page_size(root.find("{*}CommonData/{*}PageArea"), A4)
        for told in root.iterfind("{*}Pages/{*}Page"):
            if len(self.pages) >= self.budget.bounds.pages:
                most = self.budget.bounds.pages
                raise TooMuch(PAGES, f"the document has more than {most:,} pages (--max-pages)")
            self.budget.check_time()
            read = self.page(located(name, told.get("BaseLoc")), size, templates, resources)
            self.budget.spend_cells(sum(len(block.cells) for block in read.blocks if isinstance(block, Grid)))
            self.pages.append(read)

    def add_resources(self, resources: Resources, name: str) -> None:
        """Take a part of shared drawings and pictures in; a missing part is no loss of text."""
        if name in self.package.names:
            resources.add(self.package.xml(name), name)

    def page(self, name: str, size: tuple[float, ...], templates: dict[str, str], resources: Resources) -> Page:
        """One page as far as it can be read: what its templates show, below or above what it shows itself."""
        number = len(self.pages) + 1
        try:
            root = self.package.xml(name)
        except (TooLarge, UnsafeFile, EncryptedFile):
            raise
        except DifftoolError as error:
            detail = str(error.details.get("detail", error))
            self.problems.append(UnreadablePage.at(page=number, detail=detail))
            return Page(number, ())
        left, top, width, height = page_size(root.find("{*}Area"), size)
        printed = Printed(width * MILLIMETRE, height * MILLIMETRE, bounds=self.budget.bounds)
        place = PagePlace(number, (0.0, 0.0, printed.width, printed.height))
        reader = PageReader(printed, resources, (left, top))
        try:
            for content in self.contents(root, templates):
                reader.read(content)
        except TooMuch as error:
            self.problems.append(bound_reached(error.code).at(place, **in_part(number), detail=str(error)))
        self.pictures += printed.pictures
        unreadable = sum(run.texts.count(UNREADABLE) for run in printed.runs)
        if unreadable:
            self.problems.append(UnreadableGlyphs.at(place, page=number, count=unreadable))
        recognised = None
        if is_scan(printed):
            recognised = self.recognise(reader.pictures, place)
            if recognised is None and not printed.runs:
                kind = PageNotRecognised if self.scans else PageWithoutText
                self.problems.append(kind.at(place, page=number))
        laid_out, omissions = lay_out(recognised or printed, number)
        self.problems.extend(omissions)
        return replace(laid_out, recognised=True) if recognised else laid_out

    def recognise(self, shown: Sequence[Shown], place: PagePlace) -> Printed | None:
        """What the pictures of a page say; recognition has bounds of its own, and its time is not the reader's."""
        if self.scans is None:
            return None
        with self.budget.paused():
            scanned = self.scans.read(shown, place.bbox[2], place.bbox[3])
        if scanned is None or not scanned.printed.runs:
            return None
        self.readings.extend(scanned.readings_on(place.page))
        self.problems.extend(scanned.problems_on(place.page))
        return scanned.printed

    def contents(self, root: Any, templates: dict[str, str]) -> Iterator[Any]:
        """The contents of a page from the bottom to the top; a template that is missing is told."""
        below: list[Any] = []
        above: list[Any] = []
        for told in root.iterfind("{*}Template"):
            name = templates.get(told.get("TemplateID", ""), "")
            if name not in self.package.names:
                number = len(self.pages) + 1
                self.problems.append(UnreadTemplate.at(page=number, name=name or "of no name"))
                continue
            (above if told.get("ZOrder") == "Foreground" else below).append(self.package.xml(name))
        for page in (*below, root, *above):
            yield from page.iterfind("{*}Content")


def page_size(area: Any, default: tuple[float, ...]) -> tuple[float, ...]:
    """Left, top, width and height of a page in millimetres, as displayed."""
    told = numbers(area.findtext("{*}PhysicalBox")) if area is not None else []
    return tuple(told) if len(told) == 4 and told[2] > 0 and told[3] > 0 else default
