"""Word lists of one subject in both languages, as data: sections of lines "German forms = English forms".

"*" at the end of a form stands for any ending, "…" for what stands between the parts of a German verb (legte … zu; its
second part ends the clause). A section becomes one pattern that finds any of its words.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def _pattern(form: str) -> str:
    first, apart, last = form.partition("…")
    found = re.escape(first.rstrip("*")) + (r"\w*" if first.endswith("*") else "")
    return rf"{found}\b[^\n]*\b{re.escape(last)}(?=\s*(?:$|und\b))" if apart else rf"{found}\b"


@cache
def patterns(name: str, language: str) -> dict[str, re.Pattern[str]]:
    """A pattern for each section of ``words/<name>.txt``; a section without words in the language has none."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            forms = line.split("=")[0 if language == "de" else 1].split(",")
            found.setdefault(section, []).extend(_pattern(form.strip()) for form in forms if form.strip())
    return {name: re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE) for name, forms in found.items()}
