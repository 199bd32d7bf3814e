"""Documents around what is fuzzed, so that it reaches the reader of what they hold.

A changed byte of a zip archive or of a PDF's table of objects makes it a damaged file, and of ten thousand of these not
one shows how its paragraphs are read. So what is changed here is the inside, and the outside is put around it: whole,
and unpacked. Parts of one input are divided by NUL.
"""

from __future__ import annotations

import io
import zipfile

from tests.pdf_file import written

_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml"'
    b' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></Relationships>'
)
_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
_CONTAINER = (
    b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    b'<rootfile full-path="o/p.opf"/></rootfiles></container>'
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_MOST_PAGES = 5


def word(body: bytes) -> bytes:
    """A Word document with the paragraphs, tables and so on of ``body``."""
    return _zip({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": _WORD % body})


def book(parts: bytes) -> bytes:
    """An EPUB book of a package, its first chapter, its second, and what says that something in it is encrypted."""
    names = ("o/p.opf", "o/a.xhtml", "o/b.xhtml", "META-INF/encryption.xml")
    given = dict(zip(names, parts.split(b"\0", len(names) - 1), strict=False))
    return _zip({"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER, **given})


def pages(contents: bytes) -> bytes:
    """A PDF whose pages hold these contents: what draws the text, in fonts F1 and F2."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, b"<< /Title (Werft) >>"]
    objects.append(_FONT.replace(b"Helvetica", b"Helvetica-Bold"))
    kids = []
    for content in contents.split(b"\0", _MOST_PAGES - 1):
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return written(objects)


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()
