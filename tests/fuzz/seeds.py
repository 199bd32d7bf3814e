"""Where fuzzing begins: a small good input of each kind, and the folder of those that once broke something."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases" / "fuzz"
_DE = "Die Werft baut bis zu 15 Fähren für rund 1,1 Mrd. Euro, ein Plus von 3,4 Prozent gegenüber 2024; ab 6. Mai 2027."
_EN = "The yard builds up to 15 ferries for about €1.1bn, up 3.4 percent on 2024, from 6 May 2027."
SEEDS: dict[str, list[bytes]] = {
    "readers": [
        f"<html><head><title>Werft</title></head><body><article><p>{_DE}</p></article></body></html>".encode(),
        f"Subject: Werft\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{_DE}".encode(),
        f"---\ntitle: Werft\n---\n# Werft\n\n* {_DE}\n".encode(),
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Werft</title></item></channel></rss>',
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<<"
        b"/Root 1 0 R>>",
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
