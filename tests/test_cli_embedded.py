"""The whole way with the embedded model for real: a short German text in, a checked summary out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import json_schema

pytestmark = pytest.mark.embedded
pytest.importorskip("xllamacpp")

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
GERMAN = (
    "Die Reederei Nordsee kauft bis zu 15 Fähren von der Werft Ostkai. Der Auftrag ist rund 1,1 Milliarden Euro wert. "
    "Die ersten vier Schiffe sollen im Mai 2027 ausgeliefert werden.\n"
)


def test_a_short_text_is_summarised_without_key_or_endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    command = [sys.executable, "-m", "summarizer", "summarize", "de.txt", "-o", "out.json", "--show"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    assert "(embedded, on this machine)" in done.stdout
    tree = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["provenance"]["endpoint"] == "embedded"
    assert tree["provenance"]["usage"]["calls"] > 0
    assert tree["flagged"] is bool(done.returncode)
    told = tree["summary"]["sentences"]
    assert told
    assert all(sentence["sources"] for sentence in told)
    values = {claim["value"] for finding in tree["check"]["findings"] if (claim := finding["claim"])}
    assert values >= {"15", "1100000000"}
    held = {figure["value"] for figure in tree["figures"]}
    passed = {finding["claim"]["value"] for finding in tree["check"]["findings"] if not finding["flagged"]}
    assert passed <= held, "a figure that the text does not hold was passed over"
