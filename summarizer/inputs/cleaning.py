"""Takes out of a text what acts on a terminal or hides from a reader.

An article is untrusted. After this, no character of it can move a cursor, colour a screen, turn the direction of
writing, or carry words that only a model would see. What is done:

- line ends (``\\r\\n``, ``\\r``, vertical tab, form feed, line separator) become ``\\n``, a paragraph separator two;
- terminal escape sequences go as a whole; a control character that stands alone becomes U+FFFD, so that the digits on
  both sides of it don't join into a number that nobody wrote;
- the control characters U+0080 to U+009F are what is left of Windows-1252 read as Latin-1, and become what was meant
  ("–" for U+0096), as HTML has it;
- soft hyphens, zero-width and other invisible format characters, tags and variation selectors go; direction marks,
  embeddings and overrides go;
- the ligatures that PDFs are full of (ﬁ, ﬂ) become their letters;
- the rest is put into NFC, so that "ü" is one character however it was typed. No-break spaces stay: figures hold them.

The text is stripped at both ends. All spans of the program point into the result.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"""(?:\x1b\[|\x9b(?=[0-9?;]))[0-?]*[ -/]*[@-~]              # CSI: colours, cursor
    |   \x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)?              # OSC: titles, links, clipboard
    |   \x1b[PX^_][^\x1b\n]{0,2000}(?:\x1b\\)?                   # DCS, SOS, PM, APC
    |   \x1b[ -/]*[0-~]                                          # two-character sequences
    """,
    re.VERBOSE,
)
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\u2028]")

_ORDINARY = "\u00ad\u001f\ufeff"
"""Invisible, but in many an honest text: not worth a note."""
INVISIBLE = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x001F, 0x001F),  # the same in old office texts
    (0x034F, 0x034F),  # grapheme joiner
    (0x061C, 0x061C),  # direction mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero width, direction marks
    (0x202A, 0x202E),  # direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte-order mark
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),  # tags, more variation selectors
)
"""First and last code points that are never shown, taken out of the text."""

LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
    table |= {ord("\n"): "\n", ord("\t"): "\t", 0x1E: "-", 0x2029: "\n\n"}
    for byte in range(0x80, 0xA0):
        table[byte] = bytes((byte,)).decode("cp1252", errors="replace")
    for ligature in LIGATURES:
        table[ord(ligature)] = unicodedata.normalize("NFKC", ligature)
    for first, last in INVISIBLE:
        table |= dict.fromkeys(range(first, last + 1))
    return table


_TABLE = _table()
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1d\x7f]")
_HIDDEN = re.compile(f"[{''.join(f'{chr(a)}-{chr(b)}' for a, b in INVISIBLE if chr(a) not in _ORDINARY)}]")
_DIRTY = re.compile(
    f"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2029{LIGATURES}{''.join(f'{chr(a)}-{chr(b)}' for a, b in INVISIBLE)}]"
)
"""Whether there is anything to translate: most texts are clean."""


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as described above, and a sentence for each sort of thing taken out that a reader should know of."""
    notes = []
    text, escapes = _ESCAPES.subn("", text)
    if escapes:
        notes.append(f"{escapes} terminal escape sequence{'' if escapes == 1 else 's'} removed.")
    text = _LINE_ENDS.sub("\n", text)
    controls = len(_CONTROLS.findall(text))
    if controls:
        notes.append(f"{controls} control character{'' if controls == 1 else 's'} replaced by \ufffd.")
    hidden = len(_HIDDEN.findall(text))
    if hidden:
        notes.append(f"{hidden} invisible character{'' if hidden == 1 else 's'} removed.")
    if _DIRTY.search(text):
        text = text.translate(_TABLE)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.strip(), tuple(notes)


def one_line(name: str) -> str:
    """A path or address as it can safely be shown: cleaned, on one line."""
    shown = " ".join(clean(name)[0].split())
    return "".join(c if c.isprintable() else "\ufffd" for c in shown) or "(no name)"
