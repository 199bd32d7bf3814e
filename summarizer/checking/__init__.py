"""Proves every figure of an English text against its German source.

`check` compares two texts and returns a `summarizer.data.Check`; `jsonl_row` does it for one row of a stream. One
story a file: `atoms` (figures taken apart), `match` (is it the same value), `attribute` (which source figure is
meant), `exchange` (have two changed places), `derive` (arithmetic), `align` (which sentences), `coverage` (what was
left out), `names`, `judge` (what it all means, how surely), `assembly` (all together).
"""

from summarizer.checking.assembly import check
from summarizer.checking.rows import jsonl_row

__all__ = ["check", "jsonl_row"]
