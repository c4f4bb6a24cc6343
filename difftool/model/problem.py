"""What could not be done, as values and as errors: every kind is declared here once, with a code and a sentence."""

from __future__ import annotations

from typing import ClassVar, Self

from msgspec import Struct

from difftool.model import bounds
from difftool.model.place import Place


class Problem(Struct, frozen=True):
    """Something that could not be read, or not surely, told beside the facts that could.

    Every kind is a class of `difftool.model.problem_kinds`: its `code`, what it is called, what it means for the facts,
    and its templates, which `details` fill. A detail that reads differently in Chinese has another one named `…_zh`.
    `file` is the one of several that it is about.
    """

    details: tuple[tuple[str, str | int], ...] = ()
    where: Place | None = None
    file: str = ""

    code: ClassVar[str]
    title: ClassVar[str]
    title_zh: ClassVar[str]
    means: ClassVar[str]
    template: ClassVar[str]
    template_zh: ClassVar[str]

    @classmethod
    def at(cls, where: Place | None = None, **details: str | int) -> Self:
        """The problem at this place, or of the whole document, with what its templates name."""
        return cls(tuple(details.items()), where)

    @property
    def message(self) -> str:
        """What is the matter, in English."""
        told = self.template.format(**dict(self.details))
        return f"{self.file}: {told}" if self.file else told

    def detail(self, name: str) -> str:
        """A detail as text, "" where there is none of this name."""
        return str(dict(self.details).get(name, ""))


class DifftoolError(Exception):
    """The only errors that leave the package; each has a code and ends the command with exit code 2."""

    code: ClassVar[str] = "error"
    template: ClassVar[str] = "{detail}"

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.template.format(**details))

    def __reduce__(self) -> tuple[object, ...]:
        # Details travel between processes as text: a cause that cannot be pickled must not hide the error.
        return _rebuild, (type(self), {name: str(value) for name, value in self.details.items()})


def _rebuild(kind: type[DifftoolError], details: dict[str, str]) -> DifftoolError:
    return kind(**details)


class CannotOpen(DifftoolError):
    code = "cannot-open"
    template = "{path}: cannot be opened ({detail})"


class NotFetched(DifftoolError):
    code = "not-fetched"
    template = "{path}: nothing is fetched from the network; save the file or page and give the name of the file"


class CannotWrite(DifftoolError):
    code = "cannot-write"
    template = "{path}: cannot be written ({detail})"


class EmptyFile(DifftoolError):
    code = "empty-file"
    template = "{path}: the file is empty"


class UnknownFormat(DifftoolError):
    code = "unknown-format"
    template = "{path}: not a format that difftool reads ({detail})"


class NeedsLibreOffice(DifftoolError):
    code = "needs-libreoffice"
    template = (
        "{path}: an old Word file, which LibreOffice must convert: install it so that `soffice` is found,"
        " or save the file as .docx"
    )


class DamagedFile(DifftoolError):
    code = "damaged-file"
    template = "{path}: the file is damaged or not what its name says ({detail})"


class EncryptedFile(DifftoolError):
    code = "encrypted-file"
    template = "{path}: the file is protected by a password"


class NoText(DifftoolError):
    code = "no-text"
    template = "{path}: the pages hold pictures, no text; to read scans, install the extra: pip install 'difftool[ocr]'"


class NothingRecognised(DifftoolError):
    code = "nothing-recognised"
    template = "{path}: the pages hold pictures in which no text was recognised"


class NothingInIt(DifftoolError):
    code = "nothing-in-it"
    template = "{path}: there is no text in it ({detail})"


class TooLarge(DifftoolError):
    code = "too-large"
    template = "{path}: not read, for it holds more than any disclosure ({detail})"


class TooManyBytes(TooLarge):
    code = bounds.BYTES


class TooManyOperators(TooLarge):
    code = bounds.OPERATORS


class TooManyPages(TooLarge):
    code = bounds.PAGES


class TooDeep(TooLarge):
    code = bounds.NESTING


class TooManyCells(TooLarge):
    code = bounds.CELLS


def too_large(code: str, path: object, detail: str) -> TooLarge:
    """The error for a bound of this code that was reached before anything was read."""
    return next(kind for kind in TooLarge.__subclasses__() if kind.code == code)(path=path, detail=detail)


class UnsafeFile(DifftoolError):
    code = "unsafe-file"
    template = "{path}: not read, for it holds what no disclosure needs and what can do harm ({detail})"


class NotADisclosure(DifftoolError):
    code = "not-a-disclosure"
    template = "{path}: no budget or final-account form or sentence was found in it"


class TookTooLong(DifftoolError):
    code = bounds.TIME
    template = "{path}: reading took more than {seconds} seconds and was ended (--max-seconds)"


class TookTooMuchMemory(DifftoolError):
    code = bounds.MEMORY
    template = "{path}: reading asked for more than {memory} bytes of memory and was ended (--max-memory)"


class ReadingFailed(DifftoolError):
    code = "reading-failed"
    template = "{path}: reading broke off by a fault of difftool's own; please report it ({detail})"


class NothingToCompare(DifftoolError):
    code = "nothing-to-compare"
    template = "{path}: a {stage} that states no earlier figures of its own; give a second document to compare it with"


class UnknownCode(DifftoolError):
    code = "unknown-code"
    template = "{code}: no rule or problem has this code; `difftool explain` and `explain --problems` list them"


class CannotAnnotate(DifftoolError):
    code = "cannot-annotate"
    template = "{path}: only a PDF can be annotated ({detail})"
