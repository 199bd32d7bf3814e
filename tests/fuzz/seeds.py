"""Where fuzzing begins: a small good input of each kind, and the folder of those that once broke something."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.pdf_file import Put, column, drawn, pdf, table

CASES = Path(__file__).parents[1] / "cases" / "fuzz"
_DE = "Die Werft baut bis zu 15 Fähren für rund 1,1 Mrd. Euro, ein Plus von 3,4 Prozent gegenüber 2024; ab 6. Mai 2027."
_EN = "The yard builds up to 15 ferries for about €1.1bn, up 3.4 percent on 2024, from 6 May 2027."


def _text_of(lines: Sequence[Put]) -> bytes:
    return b"BT " + b" ".join(drawn(each) for each in lines) + b" ET"


SEEDS: dict[str, list[bytes]] = {
    "readers": [
        f"<html><head><title>Werft</title></head><body><article><p>{_DE}</p></article></body></html>".encode(),
        f"Subject: Werft\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{_DE}".encode(),
        f"---\ntitle: Werft\n---\n# Werft\n\n* {_DE}\n".encode(),
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Werft</title></item></channel></rss>',
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<<"
        b"/Root 1 0 R>>",
        b"Subject: Werft\r\nMIME-Version: 1.0\r\nDate: Tue, 5 May 2026 08:00:00 +0200\r\nFrom: =?utf-8?q?K=2E_Ruhl?= "
        b"<k@see.example>\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; "
        b"format=flowed; delsp=yes\r\n\r\nDie Werft baut \r\n15 Schiffe.\r\n--x\r\nContent-Type: text/html; "
        b"charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"PHA+RGllIFdlcmZ0IGJhdXQgMTUgU2NoaWZmZS48L3A+\r\n--x--",
        pdf([column(60, 700, ["Die Werft baut 15 Schiffe", "und 3 Boote."]), column(60, 700, ["Seite 2"])]),
        pdf([[Put(60, 700, "Die Werft baut 15 Schiffe.", link=True)]], title="Werft", picture=True, blank=9),
        _DE.encode("cp1252"),
        _DE.encode("utf-16"),
    ],
    "figures": [_DE.encode(), _EN.encode()],
    "checking": [f"{_DE}\0{_EN}".encode(), f"{_DE} {_DE}\0{_EN} It was 16:30 on 6/5.".encode()],
    "reply": [
        b'{"choices":[{"finish_reason":"stop","message":{"content":"{\\"headline\\":{\\"text\\":\\"A\\",\\"sources\\":'
        b'[\\"S1\\"]},\\"sentences\\":[],\\"deals\\":[]}"}}],"usage":{"prompt_tokens":1,"completion_tokens":2}}',
        b'{"error":{"message":"no","code":"x"}}',
        b'<think>x</think>```json\n{"headline":{"text":"A","sources":["S9"]}}\n```',
    ],
    "word": [
        b"<w:p><w:r><w:t>Die Werft baut</w:t><w:br/><w:t>15 Schiffe.</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr>"
        b"<w:r><w:t>Eins</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>2026</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
        b"</w:tr></w:tbl>",
        b"<w:p><w:del><w:r><w:delText>16</w:delText></w:r></w:del><w:ins><w:r><w:t>17</w:t></w:r></w:ins><w:r>"
        b"<w:footnoteReference/><w:txbxContent/></w:r></w:p><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ],
    "book": [
        b'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Werft</dc:title><dc:creator>K. Ruhl'
        b'</dc:creator><dc:date>2026-05-06</dc:date></metadata><manifest><item id="a" href="a.xhtml" '
        b'media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="text/html" properties="nav"/>'
        b'</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>\0'
        b"<html><body><h1>Werft</h1><ul><li>15 Schiffe<br/>und 3</li></ul></body></html>\0<p>x</p>"
        b"\0<e><r URI='o/c.otf'/></e>",
    ],
    "pages": [
        _text_of(column(60, 700, ["Die Werft baut 15 Schif-", "fe und 3 Boote, ab 2027.", "", "Der Hafen zahlt."])),
        _text_of([*column(60, 700, ["Links eins zwei drei"] * 6), *column(320, 700, ["Rechts vier fünf sechs"] * 6)]),
        _text_of(table([60, 220, 380], 600, [["Jahr", "Schiffe", "Euro"], ["2025", "15", "1,1"], ["2026", "", "3,4"]])),
        b"\0".join(
            _text_of([Put(60, 800, "Seezeitung", "F2", 16), Put(60, 400, page), Put(290, 30, page)]) for page in "123"
        ),
    ],
    "markdown": [
        f"---\ntitle: Werft\nauthor: 'K. Ruhl'\n---\n# Werft\n\n* {_DE}\n".encode(),
        f"Werft\n=====\n{_DE}".encode(),
    ],
    "robots": [b"User-agent: *\nDisallow: /a*b$\nAllow: /\n\nUser-agent: summarizer\nDisallow:\nCrawl-delay: 5\n"],
    "feed": [
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>See</title><item><title>Werft</title><link>https://see.'
        b"example/a</link><pubDate>Fri, 07 Nov 2025 08:00:00 GMT</pubDate></item><item><link>javascript:x</link></item>"
        b"</channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>See</title><entry><title type="html">&lt;b&gt;Kran&lt;/b&gt;'
        b'</title><link href="https://see.example/b"/><updated>2025-11-06T10:30:00Z</updated><author><name>K</name></author>'
        b"</entry></feed>",
    ],
}


def of_the_cases() -> dict[str, list[bytes]]:
    """The texts of the other tests' cases as seeds, by target: what is known to be hard is where to look further."""
    folder = CASES.parent
    found: dict[str, list[bytes]] = {"figures": [], "checking": [], "readers": []}
    for path in sorted((folder / "figures").glob("*.toml")):
        found["figures"] += [text.encode() for text in _texts(tomllib.loads(path.read_text("utf-8")))]
    for path in sorted((folder / "checking").glob("*.toml")):
        for case in _tables(tomllib.loads(path.read_text("utf-8"))):
            source = case["source"]
            said = {text for name, value in case.items() if name not in ("source", "name") for text in _texts(value)}
            found["checking"] += [f"{source}\0{text}".encode() for text in sorted(said)]
    for path in sorted(folder.glob("*/*.txt")):
        found["readers"].append(path.read_bytes())
    return found


def _texts(value: Any) -> Iterator[str]:
    """Every string in ``value`` that is long enough to be a text rather than a name."""
    if isinstance(value, str):
        if len(value) > 15:
            yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    """Every table in ``value`` that has a source."""
    if isinstance(value, dict) and isinstance(value.get("source"), str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _tables(each)
