"""Other number recognisers from PyPI, writing the same rows as figures_rows.py. Runs without this project's packages.

pip install text2num                          # German and English number words
pip install recognizers-text-suite "emoji<2"  # English; the PyPI release has no German
python benchmarks/figures_peers.py {text2num,recognizers} < rows.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

Row = dict[str, object]
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def _text2num() -> Callable[[str, str], list[Row]]:
    find_numbers = import_module("text_to_num").find_numbers

    class Word:
        def __init__(self, text: str) -> None:
            self._text = text

        def text(self) -> str:
            return self._text

        def nt_separated(self, _previous: object) -> bool:
            return False

        def not_a_number_part(self) -> bool:
            return False

    def read(text: str, language: str) -> list[Row]:
        spans = [match.span() for match in _TOKEN.finditer(text)]
        rows: list[Row] = []
        for found in find_numbers([Word(text[a:b]) for a, b in spans], language):
            start, end = spans[found.start][0], spans[found.end - 1][1]
            kind = "ordinal" if found.is_ordinal else "number"
            rows.append({"text": text[start:end], "start": start, "end": end, "kind": kind, "value": found.value})
        taken = [(row["start"], row["end"]) for row in rows]
        for match in _DIGITS.finditer(text):  # it leaves digits as they are: given here as they stand
            if not any(a < match.end() and match.start() < b for a, b in taken):  # type: ignore[operator]
                value = match[0].replace(".", "").replace(",", ".") if language == "de" else match[0].replace(",", "")
                start, end = match.span()
                rows.append({"text": match[0], "start": start, "end": end, "kind": "number", "value": value})
        return rows

    return read


def _recognizers() -> Callable[[str, str], list[Row]]:
    dates, numbers, units = (
        import_module(f"recognizers_{name}") for name in ("date_time", "number", "number_with_unit")
    )
    models = (
        dates.recognize_datetime,
        units.recognize_age,
        units.recognize_currency,
        units.recognize_dimension,
        units.recognize_temperature,
        numbers.recognize_percentage,
        numbers.recognize_ordinal,
        numbers.recognize_number,
    )

    def read(text: str, language: str) -> list[Row]:
        rows: list[Row] = []
        if language != "en":
            return rows
        taken: list[tuple[int, int]] = []
        for model in models:
            try:
                results: list[Any] = model(text, "en-us")
            except Exception as error:  # the library crashes on some texts; that counts against it
                print(error, file=sys.stderr)
                continue
            for result in results:
                end = result.end + 1
                value = _value(result.resolution or {})
                if value is None or any(a < end and result.start < b for a, b in taken):
                    continue
                taken.append((result.start, end))
                kind = result.type_name.removeprefix("datetimeV2.")
                rows.append({"text": result.text, "start": result.start, "end": end, "kind": kind, "value": value})
        return rows

    return read


def _value(resolution: dict[str, Any]) -> str | None:
    if "values" in resolution:
        timex = resolution["values"][0].get("timex")
        return None if timex is None else str(timex)
    value = resolution.get("value")
    return None if value is None else str(value).rstrip("%")


_PEERS = {"text2num": _text2num, "recognizers": _recognizers}


def main() -> None:
    read = _PEERS[sys.argv[1]]()
    for line in sys.stdin:
        record = json.loads(line)
        rows = read(record["text"], record["lang"])
        print(json.dumps({"id": record["id"], "figures": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
