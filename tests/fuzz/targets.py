"""What is fuzzed: each target takes any bytes and raises nothing but what it may.

A reader may refuse (`InputError`), the reading of a reply too (`ModelError`, `UnfitError`); figures and checking take
any text. Beside that, what comes out must make sense: spans lie in their text, a text holds no control characters.
To add a target, add a function and its line in ``TARGETS``. An input that broke one stays as a file
``tests/cases/fuzz/TARGET-WORDS`` (``any-…`` as the fuzzer writes them), which `tests.test_fuzz` gives to it ever
after.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from summarizer import checking, figures, inputs, sentences
from summarizer.data import Article, Check, Span, TextKind
from summarizer.drafting import replies
from summarizer.errors import InputError, ModelError
from summarizer.figures import english
from summarizer.inputs import robots
from summarizer.llm import completion, failures
from summarizer.llm.talk import UnfitError, read_reply
from tests.fuzz import wrapping

_REPLY = replies.summary(["S1", "S2"], ["F1", "F2"], headline=True)
_SECRET = "Zx81-Zx81-Zx81-Zx81"


def readers(data: bytes, name: str = "") -> None:
    """A file of whatever kind, or of the kind that its ``name`` tells: its article, or one sentence."""
    try:
        article = _named(data, name) if name else inputs.read("-", io.BytesIO(data))
    except InputError as problem:
        _one_sentence(problem)
        return
    assert article.text
    assert not any(ord(char) < 32 and char not in "\n\t" for char in article.text)


def _named(data: bytes, name: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return inputs.read(str(path))


def german(data: bytes) -> None:
    """The figures and sentences of a text."""
    text = data.decode("utf-8", "replace")
    for language in ("de", "en"):
        for figure in figures.find(text, language):
            _within([figure.span], text)
            assert figure.span.of(text) == figure.surface
            assert not isinstance(figure.value, Decimal) or figure.value.is_finite()
            english(figure)
        _within([sentence.span for sentence in sentences.split(text, language)], text)


def check(data: bytes) -> None:
    """A German text and an English one, divided by the first NUL."""
    source, _, target = data.decode("utf-8", "replace").partition("\0")
    for kind in TextKind:
        _sensible(checking.check(source, target, kind=kind), source, target)


def reply(data: bytes) -> None:
    """The body of an answer, and what the model wrote in it."""
    raw = data.decode("utf-8", "replace")
    said = [raw]
    try:
        said.append(completion.parse(raw, where="there", model="m", secrets=[_SECRET]).text)
    except ModelError as problem:
        _one_sentence(problem)
    completion.usage_of(raw)
    for status in (400, 401, 403, 404, 408, 413, 422, 429, 500, 503):
        _one_sentence(
            failures.from_status(status, failures.said(raw), where="there", model="m", code=failures.code_of(raw))
        )
    for text in said:
        with contextlib.suppress(UnfitError):
            read_reply(text, _REPLY)


def _one_sentence(problem: Exception) -> None:
    assert "\n" not in str(problem)
    assert _SECRET not in str(problem)


def _sensible(found: Check, source: str, target: str) -> None:
    for finding in (*found.findings, *found.omitted):
        assert 0 <= finding.confidence <= 1
        _within([figure.span for figure in finding.sources], source)
        if finding.claim is not None:
            _within([finding.claim.span], target if finding in found.findings else source)


def _within(spans: Iterable[Span], text: str) -> None:
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text), (span, len(text))


def feed(data: bytes) -> None:
    """What a feed lists, or one sentence."""
    try:
        found = inputs.feed("-", stdin=io.BytesIO(data))
    except InputError as problem:
        _one_sentence(problem)
        return
    assert all(inputs.is_address(entry.url) for entry in found)


def rules(data: bytes) -> None:
    """What a host's robots.txt says of a page: read before anything else of it is."""
    robots.rules(200, data).refuses("https://see.example/a%2Fb?c=1")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "figures": german,
    "checking": check,
    "reply": reply,
    "word": lambda data: readers(wrapping.word(data)),
    "book": lambda data: readers(wrapping.book(data)),
    "pages": lambda data: readers(wrapping.pages(data)),
    "markdown": lambda data: readers(data, "a.md"),
    "feed": feed,
    "robots": rules,
}
"""By the name that cases and the command line use."""


def any_of(data: bytes) -> None:
    """The target that the first byte names gets the rest."""
    if data:
        list(TARGETS.values())[data[0] % len(TARGETS)](data[1:])
