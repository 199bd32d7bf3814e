"""Writes small PDF files for tests: lines of text at places of a page, and nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple


class Put(NamedTuple):
    """A line of text with the place of its first letter, in points from the lower left corner of an A4 page."""

    x: float
    y: float
    text: str
    font: str = "F1"
    """F1 is plain, F2 bold."""
    size: int = 11
    link: bool = False
    """Whether a click on it leads somewhere."""


def column(x: float, top: float, lines: Sequence[str], leading: float = 14.0) -> list[Put]:
    """Lines one below the other."""
    return [Put(x, top - leading * number, text) for number, text in enumerate(lines)]


def table(columns: Sequence[float], top: float, rows: Sequence[Sequence[str]], leading: float = 16.0) -> list[Put]:
    """Rows one below the other, each cell at the place of its column; an empty one is not written."""
    return [
        Put(x, top - leading * number, text)
        for number, row in enumerate(rows)
        for x, text in zip(columns, row, strict=True)
        if text
    ]


def pdf(
    pages: Sequence[Sequence[Put]],
    *,
    title: str = "",
    author: str = "",
    picture: bool = False,
    blank: int = 0,
    rules: Sequence[tuple[float, float, float]] = (),
) -> bytes:
    """The bytes of a PDF 1.4 file in Helvetica (WinAnsi); ``picture`` fills each page with a grey square.

    With ``blank``, contents are packed, and that many spaces stand before them. ``rules`` are level lines on each page:
    where they begin, where they end, and how high.
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"", b""]
    kids = []
    for page in pages:
        shown = b"q 0.5 g 50 50 400 700 re f Q " if picture else b""
        shown += b"".join(b"q %.1f %.1f m %.1f %.1f l S Q " % (x0, y, x1, y) for x0, x1, y in rules)
        content = shown + b"BT /F1 11 Tf " + b" ".join(drawn(each) for each in page) + b" ET"
        packed = zlib.compress(b" " * blank + content) if blank else content
        form = b"/Filter /FlateDecode " if blank else b""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (form, len(packed), packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 "
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >> >> "
            b"/Contents %d 0 R /Annots [%s] >>" % (len(objects), b" ".join(_link(each) for each in page if each.link))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[3] = b"<< /Title (%s) /Author (%s) >>" % (_escaped(title), _escaped(author))
    return written(objects)


def written(objects: Sequence[bytes]) -> bytes:
    """A file of these objects: the first is the catalogue, the fourth says what it is about."""
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + tail


def drawn(each: Put) -> bytes:
    """What draws it, in the contents of a page."""
    font = b"/%s %d Tf" % (each.font.encode("ascii"), each.size)
    return b"%s 1 0 0 1 %.1f %.1f Tm (%s) Tj" % (font, each.x, each.y, _escaped(each.text))


def _link(each: Put) -> bytes:
    place = each.x, each.y - 2, each.x + 0.6 * each.size * len(each.text), each.y + each.size
    return b"<< /Type /Annot /Subtype /Link /Rect [%.1f %.1f %.1f %.1f] >>" % place


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
