"""Fuzz for a bounded time: ``python -m tests.fuzz [--seconds 10]``.

Coverage of the package guides atheris; the first byte of an input says which target it is for. An input that breaks
one is written to the folder given with ``--found``, and the exit code is not 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

from tests.fuzz.seeds import CASES, SEEDS

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
    options = parser.parse_args()
    options.found.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=["summarizer"]):
        from tests.fuzz.targets import TARGETS, any_of
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").mkdir()
        seeds = [bytes([number]) + seed for number, target in enumerate(TARGETS) for seed in SEEDS[target]]
        for number, seed in enumerate(seeds):
            (folder / "corpus" / f"{number}").write_bytes(seed)
        (folder / "words").write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), "ascii")
        limits = [f"-max_total_time={options.seconds}", "-timeout=60", "-rss_limit_mb=3000", "-max_len=4096"]
        words = [f"-dict={folder / 'words'}", f"-artifact_prefix={options.found}/any-", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], str(folder / "corpus"), *limits, *words], any_of)
        atheris.Fuzz()  # ends the process, with another code than 0 where something broke


def _escaped(word: str) -> str:
    return "".join(chr(byte) if byte < 128 else f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    main()
