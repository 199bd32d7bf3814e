"""The command line as its users meet it: what is printed, where, and the exit code."""

from __future__ import annotations

import html
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import summarizer
from summarizer import pipeline
from summarizer.cli import output
from summarizer.cli.app import _COMMANDS
from summarizer.errors import InputError, ModelError, UsageError
from summarizer.inputs import means_many
from summarizer.reports import Format
from tests import json_schema
from tests import report_records as records
from tests.command import invoke

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))

GERMAN = "Die Reederei Nordsee kauft bis zu 15 Fähren für rund 1,1 Milliarden Euro.\n"
RIGHT = "The Nordsee shipping line buys up to 15 ferries for about 1.1 billion euros.\n"
WRONG = "The Nordsee shipping line buys up to 16 ferries for about 1.1 billion euros.\n"
SHORT = "The Nordsee shipping line buys up to 15 ferries.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds the texts."""
    for name, text in {"de": GERMAN, "right": RIGHT, "wrong": WRONG, "short": SHORT}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- verify


def test_a_right_text_is_clean(folder: Path) -> None:
    done = invoke("verify", "de.txt", "right.txt")
    assert (done.code, done.err) == (0, "")
    assert "OK: all 2 figures are borne out by the source." in done.out


def test_a_wrong_figure_is_flagged_beside_the_german(folder: Path) -> None:
    done = invoke("verify", "de.txt", "wrong.txt")
    assert (done.code, done.err) == (1, "")
    assert "FLAGGED: 1 of 2 figures" in done.out
    assert "16] ferries" in done.out
    assert "15] Fähren" in done.out


@pytest.mark.parametrize(("source", "target"), [("-", "wrong.txt"), ("de.txt", "-")])
def test_either_text_may_come_from_standard_input(folder: Path, source: str, target: str) -> None:
    done = invoke("verify", source, target, stdin=GERMAN if source == "-" else WRONG)
    assert done.code == 1
    assert "FLAGGED" in done.out


def test_quiet_says_it_by_the_exit_code_alone(folder: Path) -> None:
    done = invoke("verify", "de.txt", "wrong.txt", "--quiet")
    assert (done.code, done.out, done.err) == (1, "", "")


@pytest.mark.parametrize(
    ("options", "target", "code"),
    [
        ([], "short.txt", 0),
        (["--require-coverage"], "short.txt", 1),
        (["--kind", "translation"], "short.txt", 1),
        (["--kind", "translation"], "right.txt", 0),
        (["--fail-on", "omitted"], "short.txt", 1),
        (["--fail-on", "contradicted,misattributed,unsupported"], "wrong.txt", 1),
        (["--fail-on", "omitted"], "wrong.txt", 0),
        (["--fail-on", "none"], "wrong.txt", 0),
        (["--fail-on", "names"], "wrong.txt", 0),
        (["--sensitivity", "high"], "wrong.txt", 1),
    ],
)
def test_options_decide_what_counts(folder: Path, options: list[str], target: str, code: int) -> None:
    done = invoke("verify", "de.txt", target, "--format", "json", *options)
    assert done.code == code
    assert json.loads(done.out)["flagged"] is bool(code)


def test_json_is_the_published_form(folder: Path) -> None:
    tree = json.loads(invoke("verify", "de.txt", "wrong.txt", "-f", "json").out)
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["article"]["origin"] == "de.txt"
    assert tree["target"]["sentences"][0]["id"] == "T1"


def test_markdown_names_the_flag(folder: Path) -> None:
    assert "**⚠" in invoke("verify", "de.txt", "wrong.txt", "-f", "md").out


_IN_ENGLISH = "The price of the ticket is, for the most part, up to the seller of it."
_IN_GERMAN = "Der Preis des Tickets ist für den Käufer nicht mit dem des Vorjahrs gleich."
_IN_FRENCH = "Le gouvernement français a annoncé mardi un investissement de 3,2 milliards d'euros dans le rail."


def test_texts_the_wrong_way_round_are_remarked_on(folder: Path) -> None:
    (folder / "en.txt").write_text(_IN_ENGLISH, "utf-8")
    (folder / "de2.txt").write_text(_IN_GERMAN, "utf-8")
    (folder / "short.txt").write_text("The company will cut 3,000 jobs by the end of March.", "utf-8")
    asked = "are the two files in the right order?"
    both = f"It reads as English, and the text held against it as German: {asked}"
    for source, target, said in [
        ("en.txt", "de2.txt", both),
        ("en.txt", "en.txt", f"It reads as English: {asked}"),
        ("short.txt", "en.txt", f"It reads as English: {asked}"),
        ("de2.txt", "de2.txt", f"It is held against a text that reads as German: {asked}"),
    ]:
        options = ("--source-lang", "de") if source == "en.txt" else ()
        done = invoke("verify", source, target, *options)
        assert f"Source: {said}" in " ".join(done.out.split())
        assert done.err == f"summarizer: {source}: {said}\n"
        assert json.loads(invoke("verify", source, target, *options, "-f", "json").out)["article"]["notes"] == [said]
        assert invoke("verify", source, target, *options, "--quiet").err == ""
    for source, target in [("de2.txt", "en.txt"), ("de.txt", "right.txt")]:
        done = invoke("verify", source, target)
        assert asked not in done.out
        assert done.err == ""


@pytest.mark.parametrize(("text", "name"), [(_IN_ENGLISH, "English"), (_IN_FRENCH, "French")])
def test_a_source_surely_in_another_language_is_refused(folder: Path, text: str, name: str) -> None:
    (folder / "foreign.txt").write_text(text, "utf-8")
    refused = invoke("verify", "foreign.txt", "right.txt", "-o", "out.json")
    assert refused.code == 3
    assert f"foreign.txt reads as {name}" in refused.err
    assert "--source-lang de" in refused.err
    assert not (folder / "out.json").exists()
    assert invoke("verify", "foreign.txt", "right.txt", "--source-lang", "de").code in (0, 1)


def test_a_text_held_against_itself_is_remarked_on_though_too_short_to_tell_its_language(folder: Path) -> None:
    (folder / "short.txt").write_text("Am Dienstag fehlten 14 Boote.\n", "utf-8")
    (folder / "other.txt").write_text("14 boats were missing on Tuesday.\n", "utf-8")
    said = "The text held against it is the same, word for word"
    assert said in " ".join(invoke("verify", "short.txt", "short.txt").out.split())
    assert said not in " ".join(invoke("verify", "short.txt", "other.txt").out.split())


def test_a_guessed_encoding_is_told(folder: Path) -> None:
    (folder / "old.txt").write_bytes(GERMAN.encode("cp1252"))
    assert "read as Windows-1252" in invoke("verify", "old.txt", "right.txt").out
    (folder / "english.txt").write_bytes("The café said that it had raised its prices.".encode("cp1252"))
    assert "read as Windows-1252" in invoke("verify", "de.txt", "english.txt").sentence


def test_python_gives_the_same(folder: Path) -> None:
    report = summarizer.verify(GERMAN, WRONG)
    assert report.flagged
    tree = json.loads(invoke("verify", "de.txt", "wrong.txt", "-f", "json").out)
    assert [finding["verdict"] for finding in tree["check"]["findings"]] == [f.verdict for f in report.check.findings]


# --- figures


def test_figures_are_listed(folder: Path) -> None:
    done = invoke("figures", "de.txt", "--lang", "de")
    assert (done.code, done.err) == (0, "")
    assert "1,100,000,000" in done.out
    assert "at most" in done.out


def test_the_language_decides_how_figures_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1.500 kg", "utf-8")
    german = json.loads(invoke("figures", tmp_path / "a.txt", "--lang", "de", "-f", "json").out)
    english = json.loads(invoke("figures", tmp_path / "a.txt", "--lang", "en", "-f", "json").out)
    assert [tree["figures"][0]["value"] for tree in (german, english)] == ["1500", "1.5"]
    assert list(json_schema.problems(german, SCHEMA, SCHEMA)) == []


def test_without_a_language_it_is_detected(tmp_path: Path) -> None:
    text = "The company said on Tuesday that it had sold 1,500 machines to customers in the north of the country."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    tree = json.loads(invoke("figures", tmp_path / "a.txt", "-f", "json").out)
    assert tree["article"]["language"] == "en"
    assert "1500" in [figure["value"] for figure in tree["figures"]]


# --- rows of JSON


def rows(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def jsonl(*values: Any) -> str:
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


def test_rows_are_answered_in_order_and_flags_do_not_fail() -> None:
    done = invoke(
        "verify",
        "--jsonl",
        stdin=jsonl(
            {"id": "a", "src_de": GERMAN, "tgt_en": WRONG},
            {"id": 7, "source": GERMAN, "target": RIGHT},
        ),
    )
    assert (done.code, done.err) == (0, "")
    first, second = rows(done)
    assert (first["id"], first["flagged"], second["id"], second["flagged"]) == ("a", True, 7, False)
    flagged = [figure for figure in first["figures"] if figure["verdict"] not in ("supported", "unknown")]
    assert [WRONG[figure["start"] : figure["end"]] for figure in flagged] == [figure["text"] for figure in flagged]


def test_rows_fail_on_what_was_asked_for() -> None:
    row = jsonl({"id": 1, "source": GERMAN, "target": WRONG})
    assert invoke("verify", "--jsonl", "--fail-on", "contradicted,misattributed,unsupported", stdin=row).code == 1
    assert invoke("verify", "--jsonl", "--fail-on", "omitted", stdin=row).code == 0


BAD_ROWS = [
    ("not json", "not a JSON object"),
    ("[1, 2]", "not a JSON object"),
    ('{"id": 5', "not a JSON object"),
    ("[" * 100_000, "not a JSON object"),
    ('{"id": 5}', "source"),
    ('{"id": 5, "source": 1, "target": "x"}', "source"),
    ('{"id": 5, "source": "x", "target": null}', "target"),
    ("\x00", "not a JSON object"),
    ('{"id": NaN, "source": "x", "target": "x"}', "not a JSON object"),
    ('{"id": -Infinity, "source": "x", "target": "x"}', "not a JSON object"),
    ('{"id": 1e999, "source": "x", "target": "x"}', "can't be written"),
    ('{"id": [{"a": [1e999]}], "source": "x", "target": "x"}', "can't be written"),
    ('{"id": 5, "source": 1e999, "target": "x"}', "source"),
    ('{"id": ' + "9" * 5000 + ', "source": "x", "target": "x"}', "not a JSON object"),
]


@pytest.mark.parametrize(("line", "said"), BAD_ROWS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_row_gets_a_row_that_says_why_and_the_next_is_answered(line: str, said: str, jobs: int) -> None:
    good = {"id": "good", "source": GERMAN, "target": RIGHT}
    done = invoke("verify", "--jsonl", "--jobs", jobs, stdin=jsonl(good, line, good))
    first, bad, last = rows(done)
    assert first["id"] == last["id"] == "good"
    assert said in bad["error"]
    assert bad["error"].startswith("line 2: ")
    assert bad["id"] == (5 if line.startswith('{"id": 5') and line.endswith("}") else None)
    assert done.code == 3
    assert done.sentence == "1 of 3 rows could not be answered; their lines say why."


def test_an_unforeseen_fault_in_one_row_does_not_end_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(row: dict[str, Any], **_: Any) -> dict[str, Any]:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("summarizer.checking.jsonl_row", fail)
    done = invoke("verify", "--jsonl", stdin=jsonl({"id": 1, "source": "a", "target": "b"}))
    assert rows(done) == [{"id": 1, "error": "line 1: unexpected ZeroDivisionError: division by zero."}]
    assert done.code == 3


def test_blank_lines_and_windows_line_ends_are_no_rows() -> None:
    done = invoke("verify", "--jsonl", stdin="\n  \r\n" + jsonl({"id": 1, "source": "a", "target": "b"}) + "\n")
    assert [row["id"] for row in rows(done)] == [1]


def test_processes_give_the_answers_of_one_in_its_order() -> None:
    data = jsonl(
        *({"id": n, "source": f"Es sind {n} Fähren.", "target": f"It is {n + n % 3} ferries."} for n in range(300))
    )
    one, two = (invoke("verify", "--jsonl", "--jobs", jobs, stdin=data) for jobs in (1, 2))
    assert one.out == two.out
    assert [row["id"] for row in rows(two)] == list(range(300))


def test_rows_of_figures() -> None:
    done = invoke(
        "figures",
        "--jsonl",
        stdin=jsonl(
            {"id": 1, "lang": "de", "text": GERMAN}, {"id": 2, "lang": "fr", "text": "x"}, {"id": 3, "lang": "en"}
        ),
    )
    good, language, text = rows(done)
    assert [figure["text"] for figure in good["figures"]] == [
        GERMAN[figure["start"] : figure["end"]] for figure in good["figures"]
    ]
    assert "lang" in language["error"]
    assert "text" in text["error"]


def test_a_row_is_answered_before_the_next_is_asked() -> None:
    """A program on the other side of two pipes can ask one row at a time."""
    command = [sys.executable, "-m", "summarizer", "verify", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(jsonl({"id": number, "source": GERMAN, "target": RIGHT}).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


# --- files


def test_a_file_is_written_instead_of_the_screen(folder: Path) -> None:
    done = invoke("verify", "de.txt", "wrong.txt", "-o", "out.md", "-f", "md")
    assert (done.code, done.out) == (1, "")
    assert "**⚠" in (folder / "out.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("out.md", [], "# Figure"),
        ("out.json", [], "{"),
        ("out.JSON", [], "{"),
        ("out.txt", [], "Figure check\n="),
        ("out", [], "Figure check\n="),
        ("out.json", ["-f", "md"], "# Figure"),  # what was asked for wins
    ],
)
def test_the_ending_of_a_file_names_its_format(folder: Path, name: str, options: list[str], begins: str) -> None:
    done = invoke("verify", "de.txt", "right.txt", "-o", name, *options)
    assert (folder / name).read_text("utf-8").startswith(begins)
    assert done.sentence == f"written to {name}."
    assert invoke("verify", "de.txt", "right.txt", "-o", name, "--quiet").err == ""


def test_figures_go_into_a_file_too(folder: Path) -> None:
    assert invoke("figures", "de.txt", "--lang", "de", "-o", "out.json", "-f", "json").code == 0
    assert json.loads((folder / "out.json").read_text("utf-8"))["document"] == "figures"


@pytest.mark.parametrize("fault", ["fsync", "replace"])
def test_a_file_is_written_whole_or_not_at_all(folder: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    (folder / "out.txt").write_text("what stood there", "utf-8")
    if fault == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    done = invoke("verify", "de.txt", "right.txt", "-o", "out.txt")
    assert done.code == 2
    assert done.sentence == "The output out.txt can't be written (No space left on device)."
    assert (folder / "out.txt").read_text("utf-8") == "what stood there"
    assert not list(folder.glob(".*")), "a part was left behind"


def test_an_interrupted_write_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    assert invoke("verify", "de.txt", "right.txt", "-o", "out.txt").code == 130
    assert not (folder / "out.txt").exists()
    assert not list(folder.glob(".*"))


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_a_file_keeps_its_permissions_and_a_link_its_target(folder: Path) -> None:
    real = folder / "real.txt"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    (folder / "link.txt").symlink_to(real)
    assert invoke("verify", "de.txt", "right.txt", "-o", "link.txt").code == 0
    assert (folder / "link.txt").is_symlink()
    assert "borne out" in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="devices of POSIX")
def test_a_device_is_written_and_not_replaced(folder: Path) -> None:
    assert invoke("verify", "de.txt", "right.txt", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


# --- what goes wrong


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["verify"], "verify needs two texts"),
        (["verify", "de.txt"], "verify needs two texts"),
        (
            ["verify", "de.txt", "right.txt", "wrong.txt"],
            "verify takes two texts, a German and an English one, and 3 are named",
        ),
        (["verify", "-", "-"], "Only one of SOURCE and TARGET"),
        (["verify", "de.txt", "right.txt", "--format", "xml"], "'xml' is not one of 'text', 'md', 'html'"),
        (["verify", "de.txt", "right.txt", "--kind", "poem"], "'poem' is not one of"),
        (["verify", "de.txt", "right.txt", "--format"], "requires an argument"),
        (["verify", "de.txt", "right.txt", "--colour"], "No such option: --colour"),
        (["verify", "de.txt", "right.txt", "--fail-on", "typos"], "--fail-on does not know typos"),
        (["verify", "de.txt", "right.txt", "--fail-on", ""], "--fail-on does not know an empty list"),
        (["verify", "de.txt", "right.txt", "--jobs", "2"], "--jobs is for --jsonl"),
        (["verify", "--jsonl", "de.txt"], "name no files"),
        (["verify", "--jsonl", "--jobs", "0"], "0 is too small; the least is 1"),
        (["verify", "--jsonl", "--jobs", "two"], "'two' is not a whole number"),
        (["verify", "de.txt", "right.txt", "-o", "."], "is a folder"),
        (["verify", "de.txt", "right.txt", "-o", "no/such/out.txt"], "does not exist"),
        (["verify", "de.txt", "right.txt", "-o", "right.txt"], "is the file being read"),
        (["figures"], "figures needs a FILE"),
        (["figures", "--jsonl", "de.txt"], "name no files"),
        (["figures", "de.txt", "--lang", "fr"], "'fr' is not one of 'de', 'en'"),
        (["summarize"], "Missing argument 'ARTICLE...'"),
        (["summarize", "de.txt", "--timeout", "soon"], "'soon' is not a number"),
        (["summarize", "de.txt", "--timeout", "nan"], "'nan' is not a number"),
        (["summarize", "de.txt", "--timeout", "0"], "0 is too small; the least is 1"),
        (["summarize", "de.txt", "--context-tokens", "1.5"], "'1.5' is not a whole number"),
        (["summarize", "de.txt", "--show"], "--show goes with -o"),
        (["summarize", "de.txt", "-o", "de.txt"], "is the file being read"),
        (["sumarize", "de.txt"], "No such command 'sumarize'"),
    ],
)
def test_a_wrong_command_line_gets_one_sentence(folder: Path, args: list[str], said: str) -> None:
    done = invoke(*args)
    assert (done.code, done.out) == (2, "")
    assert said in done.sentence
    assert (folder / "right.txt").read_text("utf-8") == RIGHT


BAD_INPUT = {
    "empty": (b"", "empty"),
    "only white space": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)) * 40, ""),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), ""),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ""),
    "NUL bytes alone": (b"\x00" * 100, ""),
}


@pytest.mark.parametrize("name", BAD_INPUT)
@pytest.mark.parametrize(
    "command", [["verify", "FILE", "right.txt"], ["verify", "de.txt", "FILE"], ["figures", "FILE"]]
)
def test_what_is_no_text_gets_one_sentence(folder: Path, name: str, command: list[str]) -> None:
    data, said = BAD_INPUT[name]
    (folder / "bad.txt").write_bytes(data)
    done = invoke(*("bad.txt" if each == "FILE" else each for each in command), "-o", "out.txt")
    assert (done.code, done.out) == (3, "")
    assert "bad.txt" in done.sentence
    assert said in done.sentence
    assert not (folder / "out.txt").exists()


@pytest.mark.parametrize("name", ["missing.txt", "empty", "missing/file.txt", "na\x1b[31mme.txt", "a" * 5000])
def test_a_file_that_is_not_there_gets_one_sentence(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    for command in (["verify", name, "right.txt"], ["figures", name], ["summarize", name]):
        done = invoke(*command)
        code = 2 if command[0] == "verify" and means_many(name) else 3  # verify takes no folder and no pattern
        assert (done.code, done.out) == (code, "")
        assert "\x1b" not in done.sentence
        assert len(done.sentence) < 1000


def test_an_empty_standard_input_is_named() -> None:
    assert "standard input" in invoke("figures", "-", stdin=b"").sentence


def test_escapes_in_a_text_never_reach_the_terminal(folder: Path) -> None:
    (folder / "de.txt").write_text("\x1b[2J\x1b]0;x\x07 " + GERMAN + "\x9b31m \u202e", "utf-8")
    (folder / "en.txt").write_text(WRONG + "\x1b[2J\x9b31m", "utf-8")
    for form in (form for form in Format if not form.binary):
        done = invoke("verify", "de.txt", "en.txt", "-f", form.value)
        assert done.code == 1
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(done.out + done.err)


def test_a_large_text_is_checked(folder: Path) -> None:
    (folder / "de.txt").write_text(GERMAN * 3000, "utf-8")
    assert invoke("verify", "de.txt", "right.txt").code == 0


@pytest.mark.parametrize(
    ("error", "code"),
    [(UsageError("No.\x1b[31m\nTwo."), 2), (InputError("No."), 3), (ModelError("No."), 4), (KeyboardInterrupt(), 130)],
)
def test_an_error_of_ours_ends_in_its_exit_code(
    folder: Path, error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(pipeline, "verify", fail)
    done = invoke("verify", "de.txt", "right.txt", "-o", "out.txt")
    assert (done.code, done.out) == (code, "")
    assert "\x1b" not in done.sentence
    assert not (folder / "out.txt").exists()


def test_the_unforeseen_gets_one_sentence_and_a_traceback_only_when_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise LookupError("something\nodd")

    monkeypatch.setattr(pipeline, "verify", fail)
    monkeypatch.delenv("SUMMARIZER_DEBUG", raising=False)
    done = invoke("verify", "de.txt", "right.txt")
    assert done.code == 70
    assert "unexpected LookupError: something odd" in done.sentence
    assert "SUMMARIZER_DEBUG=1" in done.sentence
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    with pytest.raises(LookupError):
        invoke("verify", "de.txt", "right.txt")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_library_that_swallows_the_interrupt_does_not_hide_it(
    folder: Path, number: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallow(*_: Any, **__: Any) -> None:
        try:
            signal.raise_signal(number)
        except BaseException:
            raise ValueError("Profile format error") from None

    monkeypatch.setattr(pipeline, "verify", swallow)
    done = invoke("verify", "de.txt", "right.txt")
    assert done.code == code
    assert "Profile" not in done.err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437"])
@pytest.mark.parametrize("form", [form for form in Format if not form.binary])
def test_a_terminal_without_unicode_gets_the_nearest(folder: Path, encoding: str, form: Format) -> None:
    (folder / "en.txt").write_text("„Nordsee“ buys 16 ferries – 日本 – for 5 €.", "utf-8")
    done = invoke("verify", "de.txt", "en.txt", "-f", form.value, encoding=encoding, tty=True)
    assert done.code == 1
    assert done.err == ""
    if form is Format.JSON:
        assert json.loads(done.out)["target"]["text"] == "„Nordsee“ buys 16 ferries – 日本 – for 5 €."
    elif form is Format.JSONL:
        assert all("\N{LATIN SMALL LETTER A WITH DIAERESIS}" not in line for line in done.out.splitlines())
        assert json.loads(done.out.splitlines()[0])["finding"]["claim"]["surface"] == "16"
    elif form is Format.HTML:
        assert "„Nordsee“ buys" in html.unescape(done.out)
        assert "日本" in html.unescape(done.out)
    else:
        assert "Nordsee" in done.out
        assert "F\N{LATIN SMALL LETTER A WITH DIAERESIS}hren" in done.out or "Faehren" in done.out


@pytest.mark.parametrize("form", [form for form in Format if form.binary])
@pytest.mark.parametrize("command", [("verify", "de.txt", "right.txt"), ("figures", "de.txt"), ("summarize", "de.txt")])
def test_a_binary_format_is_refused_on_a_terminal_before_any_work(
    folder: Path, form: Format, command: tuple[str, ...]
) -> None:
    done = invoke(*command, "-f", form.value, tty=True)
    assert done.code == 2
    assert done.sentence == f"--format {form.value} is no text for a terminal; name a file with -o, or pipe it."


def test_a_terminal_gets_colours_and_a_pipe_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1;31m" in invoke("verify", "de.txt", "wrong.txt", tty=True).out
    assert "\x1b" not in invoke("verify", "de.txt", "wrong.txt").out
    assert "\x1b" not in invoke("verify", "de.txt", "wrong.txt", "-f", "json", tty=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in invoke("verify", "de.txt", "wrong.txt", tty=True).out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in invoke("verify", "de.txt", "wrong.txt", tty=True).out


# --- help and version


def test_version_and_help() -> None:
    assert invoke("--version").out == f"summarizer {summarizer.__version__}\n"
    shown = invoke("--help")
    assert shown.code == 0
    assert all(f"  {name}" in shown.out for name in _COMMANDS)
    assert invoke().code == 2


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_has_help_and_every_option_is_documented(name: str) -> None:
    shown = invoke(name, "--help")
    assert shown.code == 0
    documented = (ROOT / "docs" / "cli.md").read_text("utf-8")
    section = documented.split(f"\n## summarizer {name}\n", 1)[1].split("\n## ", 1)[0]
    options = {word.strip(",") for line in shown.out.splitlines() for word in line.split()[:2] if word.startswith("--")}
    assert {option for option in options - {"--help"} if f"`{option}" not in section} == set()


def test_output_options_do_not_touch_the_result() -> None:
    assert output.writable(None) is None


def test_a_report_of_a_summary_prints(capsys: pytest.CaptureFixture[str]) -> None:
    output.show(records.summary(), Format.TEXT)
    assert "Nordsee orders ferries" in capsys.readouterr().out
