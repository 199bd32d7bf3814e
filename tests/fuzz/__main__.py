"""Fuzz for a bounded time: ``python -m tests.fuzz [--seconds 10]``. Begins with the texts of the tests' cases.

Coverage of the package guides atheris; the first byte of an input says which target it is for. An input that breaks
one is written to the folder given with ``--found``, and the exit code is not 0.

How much of the package it reaches is told by what it kept, given to the targets again:

    python -m tests.fuzz --seconds 60 --corpus kept
    coverage run --source=summarizer -m tests.fuzz --replay kept && coverage report
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.seeds import CASES, SEEDS, of_the_cases

_SEEDS_A_SECOND = 4
"""All seeds are tried before anything else; a short run begins with a part of them."""
WORDS = [
    *("Mrd.", "Mio.", "Prozent", "Euro", "rund", "knapp", "über", "bis zu", "gegenüber", "um ein Drittel", "Hälfte"),
    *("anderthalb", "dreiundzwanzig", "hunderttausend", "billion", "million", "percent", "about", "half", "twice"),
    *("bn", "$", "€", "%", "1.000", "1,5", "6. Mai 2027", "16:30 Uhr", "p.m.", "-fach", "787-9", "C5+1", "km²", "MW"),
]
"""Mixed into what is tried: random bytes alone seldom make a figure."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--found", type=Path, default=CASES, help="where inputs go that break something")
    parser.add_argument("--corpus", type=Path, help="where inputs go that reach something new; none are kept without")
    parser.add_argument("--replay", type=Path, metavar="CORPUS", help="give the targets what was kept, and no more")
    options = parser.parse_args()
    if options.replay:
        _replay(options.replay)
        return
    with tempfile.TemporaryDirectory() as name:
        corpus = options.corpus or Path(name) / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        options.found.mkdir(parents=True, exist_ok=True)
        _fuzz(options.seconds, corpus, options.found, Path(name) / "words")


def _replay(corpus: Path) -> None:
    from tests.fuzz.targets import any_of

    for path in sorted(corpus.iterdir()):
        any_of(path.read_bytes())


def _fuzz(seconds: int, corpus: Path, found: Path, words: Path) -> None:
    import atheris

    with atheris.instrument_imports(include=["summarizer"]):
        from tests.fuzz.targets import TARGETS, any_of
    further = of_the_cases()
    for number, target in enumerate(TARGETS):
        seeds = further.get(target, [])
        step = max(1, -(-len(seeds) // (_SEEDS_A_SECOND * seconds)))
        for place, seed in enumerate([*SEEDS[target], *seeds[::step]]):
            (corpus / f"{target}-{place}").write_bytes(bytes([number]) + seed)
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), "ascii")
    limits = [f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=3000", "-max_len=4096"]
    named = [f"-dict={words}", f"-artifact_prefix={found}/any-", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], str(corpus), *limits, *named], any_of)
    atheris.Fuzz()  # ends the process, with another code than 0 where something broke


def _escaped(word: str) -> str:
    return "".join(chr(byte) if byte < 128 else f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    main()
