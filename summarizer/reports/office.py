"""Word's and Excel's files as a function of what they say: one report, the same bytes, whenever it is written.

Both are zip archives that carry the time of writing twice: with every part, and among the document's properties. Two
runs over one article would then differ for no reason a reader could name, and a folder under version control or a
comparison of yesterday's briefing with today's would show changes where there are none. When a file was written is the
file system's to say; when the article was, and when it was fetched, stands in the report.
"""

from __future__ import annotations

import io
import re
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip archive can name."""
_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def undated(data: bytes) -> bytes:
    """The same file without the times at which it was written; its parts keep their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for part in given.infolist():
            said = given.read(part)
            if part.filename == _PROPERTIES:
                said = _TIMES.sub(b"", said)
            info = zipfile.ZipInfo(part.filename, _EARLIEST)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, part.external_attr
            file.writestr(info, said)
    return out.getvalue()
