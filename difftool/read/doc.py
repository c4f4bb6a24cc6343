"""Old Word files (.doc): converted by LibreOffice where it is installed, then read as the .docx that it makes."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from msgspec.structs import replace

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Document
from difftool.model.problem import DamagedFile, NeedsLibreOffice, TookTooLong
from difftool.read.package import Package
from difftool.read.reader import fingerprint

PROGRAMS = ("soffice", "libreoffice")


def read_doc(path: Path, data: bytes) -> Document:
    """The document in an old Word file; its places are those of the .docx made of it.

    Raises `NeedsLibreOffice` where that is not installed, `DamagedFile` where nothing comes of the conversion,
    `TookTooLong`, and what reading a .docx raises.
    """
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise NeedsLibreOffice(path=path)
    from difftool.read.docx import read_docx

    converted = convert(path, data, program)
    document = read_docx(path, converted, Package(path, converted))
    return replace(document, source=replace(document.source, sha256=fingerprint(data), format="doc"))


def convert(path: Path, data: bytes, program: str) -> bytes:
    """The .docx that LibreOffice makes of the file, in a folder and with a profile of its own."""
    seconds = bounds_in_force().seconds
    with tempfile.TemporaryDirectory(prefix="difftool-") as folder:
        given, made = Path(folder, "given.doc"), Path(folder, "made")
        given.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(made),
            str(given),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=seconds, check=False, preexec_fn=_without_bound)
        except subprocess.TimeoutExpired as error:
            raise TookTooLong(path=path, seconds=seconds) from error
        except OSError as error:
            raise NeedsLibreOffice(path=path) from error
        try:
            return (made / "given.docx").read_bytes()
        except OSError as error:
            raise DamagedFile(path=path, detail="LibreOffice makes nothing of it") from error


def _without_bound() -> None:
    """Give LibreOffice the memory that the system allows: the bound on this process is for its own work."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
