"""Proves every figure of an English text against its German source.

`check` compares two texts and returns a `summarizer.data.Check`; `jsonl_row` does it for one row of a stream. One
story a file, in the order of the work: `reading` (a text and its figures), `atoms` (figures taken apart), `align`
(which sentences), `compare` with `match`, `across` and `precision` (is it the same value), `attribute` (which source
figure is meant), `exchange` (have two changed places), `told` (what the words beside a right value say, by `party`,
`roles`, `direction`, `course`, `anchors`, `rates`, `firmer`), `derive` and `listed` (arithmetic and counting), `judge`
(what it all means, how surely), `coverage` (what was left out), `names`, and `assembly` (all together).
"""

from summarizer.checking.assembly import check
from summarizer.checking.rows import jsonl_row

__all__ = ["check", "jsonl_row"]
