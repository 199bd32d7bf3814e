"""Makes the outputs of the examples anew: every form of report, of what the embedded model once wrote.

    python -m scripts.examples             # the outputs, from the recorded drafts; no model is asked
    python -m scripts.examples --record    # the drafts, too: asks the embedded model

Each folder `examples/…/outputs` holds `summary.json`, which names its model and the day it was asked. From it come the
English and the deals, as `summarizer brief` takes them from such a file; the article is read, every figure checked and
every form drawn anew. So a change of the check or of a report shows here at once, without a model; what a change of
prompts does is shown by `--record`. A test compares what is made with what is committed.

To add an example: a line in `EXAMPLES`, and `--record`.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from summarizer import pipeline
from summarizer.briefing import reread
from summarizer.data import Article, Report, TextKind
from summarizer.inputs import read
from summarizer.llm import Settings
from summarizer.reports import Format, encode

ROOT = Path(__file__).parents[1]
VERSION = ""
"""The outputs name no version, or every release would change them all."""
_STYLE = re.compile(rb"""<(style|script)\b.*?</\1>|<meta http-equiv="Content-Security-Policy"[^>]*>""", re.S)


@dataclass(frozen=True, slots=True)
class Example:
    """An article, and what is made of it beside its summary."""

    article: str
    """Its path in the checkout."""
    english: str | None = None
    """The path of an English text of it to verify."""
    translated: bool = False

    @property
    def folder(self) -> Path:
        """Where its outputs are."""
        return (ROOT / self.article).parent / "outputs"

    @property
    def summary(self) -> Path:
        """What the model wrote."""
        return self.folder / "summary.json"

    @property
    def translation(self) -> Path:
        """The translation the model wrote, if there is one."""
        return self.folder / "translation.md"

    def source(self) -> Article:
        """The article, from a path that is the same on every machine."""
        return replace(read(str(ROOT / self.article)), origin=self.article)


EXAMPLES = (
    Example("examples/energy/article.de.txt", english="examples/energy/briefing.en.txt"),
    Example("examples/defence/article.de.txt", english="examples/defence/briefing.en.txt"),
    Example("examples/briefing/zellen.txt", translated=True),
)


def outputs(example: Example) -> Iterator[tuple[str, bytes]]:
    """Each file's name and what belongs in it, of what the model wrote when it was asked."""
    article = example.source()
    _, draft, provenance = reread.read(example.summary.read_bytes(), example.summary.name)
    summary = pipeline.recheck(replace(article, language="de"), draft, provenance)
    yield "summary.txt", encode(summary, Format.TEXT)
    yield "summary.md", encode(summary, Format.MD)
    yield "summary.html", encode(summary, Format.HTML)
    yield "summary.docx", encode(summary, Format.DOCX)
    yield "summary.json", encode(summary, Format.JSON)
    yield "deals.csv", encode(summary, Format.CSV)
    yield "deals.jsonl", encode(summary, Format.JSONL)
    yield "deals.xlsx", encode(summary, Format.XLSX)
    yield "figures.csv", encode(pipeline.read_figures(article), Format.CSV)
    if example.english is not None:
        check = _undated(pipeline.verify(article, read(str(ROOT / example.english)).text))
        yield "verify.txt", encode(check, Format.TEXT)
        yield "verify.html", encode(check, Format.HTML)
    if example.translated:
        english = read(str(example.translation)).text
        check = _undated(pipeline.verify(article, english, kind=TextKind.TRANSLATION))
        yield "translation.verify.txt", encode(check, Format.TEXT)


def record(examples: tuple[Example, ...]) -> None:
    """Have the embedded model write the summaries and translations, in place of those that were recorded before."""
    with pipeline.opened(Settings.from_environment(model="embedded")) as model:
        for example in examples:
            example.folder.mkdir(exist_ok=True)
            article = example.source()
            summary = _undated(pipeline.summarize(article, model=model))
            asked = replace(summary.provenance, endpoint=f"embedded, {date.today().isoformat()}")
            example.summary.write_bytes(encode(replace(summary, provenance=asked), Format.JSON))
            if example.translated:
                translation = pipeline.translate(article, model=model)
                example.translation.write_text(f"{translation.target.rstrip()}\n", "utf-8")


def same(one: bytes, other: bytes) -> bool:
    """Whether two outputs say the same: pages without their style, files of Word and Excel by their unpacked parts."""
    if not zipfile.is_zipfile(io.BytesIO(one)) or not zipfile.is_zipfile(io.BytesIO(other)):
        return _STYLE.sub(b"", one) == _STYLE.sub(b"", other)
    return _parts(one) == _parts(other)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _undated(report: Report) -> Report:
    return replace(report, provenance=replace(report.provenance, version=VERSION))


def main(arguments: list[str]) -> None:
    """Write what differs from what is there."""
    if "--record" in arguments:
        record(EXAMPLES)
    for example in EXAMPLES:
        for name, data in outputs(example):
            path = example.folder / name
            if not path.exists() or not same(data, path.read_bytes()):
                path.write_bytes(data)
                print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
