"""Where fuzzing begins: a small good input of each kind, and the folder of those that once broke something."""

from __future__ import annotations

from pathlib import Path

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
