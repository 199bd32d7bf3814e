"""Everything a worker has to load, loaded on import, by the process that workers are forked from.

A first article takes half a second more than the next: tables, word lists, patterns, encodings. Loaded once before the
fork, they are there for all workers, which then begin at the same moment and share the memory. Nothing depends on it:
a worker that finds something not loaded loads it.
"""

from __future__ import annotations

import contextlib
import gc
from importlib import import_module

from summarizer import drafting, pipeline, tokens
from summarizer.data import Article
from summarizer.llm import Settings
from summarizer.llm.outline import outlined
from summarizer.reports import Format, encode

_GERMAN = (
    "Die Reederei Nord kauft für 1,2 Milliarden Euro 12 Schiffe der Werft Ost in Emden. Das teilte die Werft am "
    "Montag, dem 3. Mai 2027, mit; die Flotte wächst damit um rund 4,5 Prozent auf 80 Schiffe."
)
_ENGLISH = "Nord is buying 12 ships for €1.2 billion, which makes its fleet 4.5 percent larger."


def _warm() -> None:
    for name in ("summarizer.batch.engines.local", "summarizer.llm.openai_api"):  # what a worker begins with
        import_module(name)
    model = outlined(Settings(model="any", base_url="http://127.0.0.1/v1"), tokens.counter)
    article, origin = pipeline.prepared(Article(_GERMAN), None)
    drafting.plan(article, origin.sentences, origin.figures, model, drafting.Options())
    encode(pipeline.verify(_GERMAN, _ENGLISH), Format.MD)


with contextlib.suppress(Exception):  # what is wrong here will be told by the worker that meets it
    _warm()
gc.freeze()  # lest a look for garbage copies the pages that workers share
