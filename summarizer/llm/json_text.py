"""Read JSON objects out of what a model wrote around them.

Endpoints without structured output wrap the object in a code fence, in a sentence, or put their thoughts before it.
Nothing is repaired here: an object is taken as it stands or not at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_MOST_TRIES = 200
"""A reply with more opening braces than this that lead nowhere is not JSON with words around it."""


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def without_thoughts(text: str) -> str:
    """``text`` without what a reasoning model thought aloud."""
    return _THOUGHTS.sub("", text)


def objects(text: str) -> Iterator[dict[str, Any]]:
    """The outermost JSON objects of ``text``, in reading order; thoughts in ``<think>`` are passed over."""
    text = without_thoughts(text)
    place = text.find("{")
    for _ in range(_MOST_TRIES):
        if place < 0:
            return
        try:
            value, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            end = place + 1
        else:
            yield value
        place = text.find("{", end)
