"""Streams decoded within bounds: what the file packs is unpacked only as far as the budget goes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import literal_name
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from difftool.model.bounds import BYTES
from difftool.read.pdf.bounds import Budget, TooMuch

RUN_LENGTH_GROWTH = 64  # two bytes of run-length data unpack to 128 at most
PICTURES = frozenset(("CCITTFaxDecode", "CCF", "DCTDecode", "DCT", "JBIG2Decode", "JPXDecode"))


class BoundedStream(PDFStream):
    """A stream of the file whose decoding is counted against the document's budget."""

    budget: Budget

    def decode(self) -> None:
        self.data = self.decoded()
        self.rawdata = None

    def decoded(self) -> bytes:
        """The stream's bytes, not kept in the stream: a page's content is needed once."""
        if self.data is not None:
            return self.data
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        limit = self.budget.bounds.stream_bytes
        for name, parameters in self.get_filters():
            data = unpack(literal_name(name), data, limit)
            data = predicted(data, parameters)
            self.budget.spend(len(data))
        return data


def is_opaque(picture: PDFStream) -> bool:
    """True for a picture that hides all that it is painted over: one without a mask of any kind."""
    return not any(entry in picture for entry in ("SMask", "Mask", "ImageMask", "IM", "SMaskInData"))


def unpack(name: str, data: bytes, limit: int) -> bytes:
    """The data behind one filter; raises `TooMuch` beyond the limit. Pictures stay packed: they are never looked at."""
    if name in PICTURES:
        return data
    unpacker = UNPACKERS.get(name)
    if unpacker is None:
        raise ValueError(f"the filter {name} is not known")
    return unpacker(data, limit)


def inflate(data: bytes, limit: int) -> bytes:
    """Inflated data, as far as it is whole: a cut or wrongly summed stream keeps what comes before."""
    inflater = zlib.decompressobj()
    try:
        whole = inflater.decompress(data, limit)
    except zlib.error:
        return _inflate_piecewise(data, limit, zlib.MAX_WBITS) or _inflate_piecewise(data, limit, -zlib.MAX_WBITS)
    if inflater.unconsumed_tail:
        raise _too_long(limit)
    return whole


def _inflate_piecewise(data: bytes, limit: int, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    whole = bytearray()
    for start in range(0, len(data), 64):
        try:
            whole += inflater.decompress(data[start : start + 64], limit)
        except zlib.error:
            break
        if len(whole) > limit:
            raise _too_long(limit)
    return bytes(whole)


def _lzw(data: bytes, limit: int) -> bytes:
    whole = bytearray()
    for piece in LZWDecoder(BytesIO(data)).run():
        whole += piece
        if len(whole) > limit:
            raise _too_long(limit)
    return bytes(whole)


def _run_length(data: bytes, limit: int) -> bytes:
    if len(data) * RUN_LENGTH_GROWTH > limit:
        raise _too_long(limit)
    return rldecode(data)


def _too_long(limit: int) -> TooMuch:
    return TooMuch(BYTES, f"a stream holds more than {limit:,} bytes")


UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {
    "FlateDecode": inflate,
    "Fl": inflate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
    "ASCII85Decode": lambda data, _: ascii85decode(data),
    "A85": lambda data, _: ascii85decode(data),
    "ASCIIHexDecode": lambda data, _: asciihexdecode(data),
    "AHx": lambda data, _: asciihexdecode(data),
}


def predicted(data: bytes, parameters: Any) -> bytes:
    """Data with the differences of a predictor undone."""
    predictor = int_value(parameters.get("Predictor", 1)) if isinstance(parameters, dict) else 1
    if predictor == 1:
        return data
    colors = int_value(parameters.get("Colors", 1))
    columns = int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    if predictor == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(predictor, colors, columns, bits, data)
