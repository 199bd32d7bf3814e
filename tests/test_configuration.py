"""Settings from files, profiles and the environment: which wins, what is refused, and that no key is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer import configuration
from summarizer.cli import app, config, everywhere
from summarizer.configuration import SETTINGS, Found, load
from summarizer.llm.settings import EMBEDDED
from tests.command import invoke
from tests.fault_server import chat, serve
from tests.test_cli_summarize import GERMAN, GOOD


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder beside a folder for the user's own file, and an environment without settings."""
    for name, setting in SETTINGS.items():
        monkeypatch.delenv(f"SUMMARIZER_{name.upper().replace('-', '_')}", raising=False)
        if setting.older:
            monkeypatch.delenv(setting.older, raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("SUMMARIZER_PROFILE", raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "user" / "config.toml"))
    (work / "de.txt").write_text(GERMAN, "utf-8")
    return work


def project(text: str) -> None:
    Path("summarizer.toml").write_text(text, "utf-8")


def user(text: str) -> Path:
    path = configuration.user_file()
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


# Which wins


def test_each_place_gives_way_to_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project('length = "short"\n[profile.work]\nlength = "medium"\n')
    assert load()["length"] == Found("short", "summarizer.toml")
    path = user('length = "long"\n[profile.work]\nsensitivity = "high"\n')
    assert load()["length"] == Found("long", str(path))
    found = load(profile="work")
    assert found["length"] == Found("medium", "summarizer.toml, profile work")
    assert found["sensitivity"] == Found("high", f"{path}, profile work")
    monkeypatch.setenv("SUMMARIZER_LENGTH", "short")
    assert load(profile="work")["length"] == Found("short", "environment (SUMMARIZER_LENGTH)", from_file=False)


def test_a_command_s_own_table_goes_before_the_general(folder: Path) -> None:
    project('format = "md"\n[figures]\nformat = "json"\n')
    assert load("figures")["format"].value == "json"
    assert load("verify")["format"].value == "md"
    assert load()["format"].value == "md"


def test_nothing_is_set_where_there_is_nothing(folder: Path) -> None:
    assert load() == {}


def test_our_own_variable_goes_before_the_one_of_other_tools(folder: Path) -> None:
    older = {"OPENAI_MODEL": "a"}
    assert load(environ=older)["model"].source == "environment (OPENAI_MODEL)"
    assert load(environ=older | {"SUMMARIZER_MODEL": "b"})["model"].value == "b"


def test_paths_in_a_file_are_seen_from_it(folder: Path) -> None:
    path = user('glossary = ["eigen.toml"]\nkey-file = "~/schlüssel"\n')
    assert load()["glossary"].value == (str(path.parent / "eigen.toml"),)
    assert load()["key-file"].value == str(Path.home() / "schlüssel")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("timeout", "2.5", 2.5),
        ("rpm", "60", 60),
        ("strict", "yes", True),
        ("strict", "0", False),
        ("glossary", "a.toml", ("a.toml",)),
    ],
)
def test_the_environment_is_read_by_the_kind_of_setting(folder: Path, name: str, text: str, value: object) -> None:
    assert load(environ={f"SUMMARIZER_{name.upper()}": text})[name].value == value


def test_the_user_s_file_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUMMARIZER_CONFIG")
    assert configuration.user_file().parts[-2:] == ("summarizer-de-en", "config.toml")


# What is refused


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('lenght = "short"', "In summarizer.toml, 'lenght' is not a setting; did you mean 'length'?"),
        ('base_url = "http://localhost/"', "did you mean 'base-url'?"),
        ("[figures]\nstrikt = true", "did you mean 'strict'?"),
        ("[profile.work]\nlenght = 1", "In summarizer.toml, profile work, 'lenght' is not a setting"),
        ("zzzz = 1", "'zzzz' is not a setting; known are: model, "),
        ('api-key = "sk-geheim"', "no key belongs there; put it into a file that only you can read (chmod 600)"),
        ('[summarize]\nOPENAI_API_KEY = "sk-geheim"', "no key belongs there"),
        ("length = 5", "length must be a string."),
        ('length = "huge"', "length must be one of short, medium, long."),
        ('rpm = "x"', "rpm must be a whole number."),
        ("rpm = true", "rpm must be a whole number."),
        ("strict = 1", "strict must be true or false."),
        ('glossary = "a"', "glossary must be a list of strings."),
        ("length = ", "are not TOML ("),
        ("figures = 1", "figures is a command; its settings are a table, [figures]."),
        ("profile = 1", "profiles are tables, such as [profile.work]."),
        ("[profile.a.profile.b]\nrpm = 1", "the profile 'a' holds profiles itself"),
        ('base-url = "https://collector.example/v1"', "base-url says where articles or keys go, which a folder's own"),
        ('key-file = "/home/vera/.ssh/id"', "key-file says where articles or keys go"),
        ('model-path = "böse.gguf"', "model-path says where articles or keys go"),
        ("allow-private = true", "allow-private says where articles or keys go"),
        ('base-url = "http://[::1"', "base-url says where articles or keys go"),
    ],
)
def test_what_a_project_s_file_may_not_say(folder: Path, text: str, says: str) -> None:
    project(text)
    for command in (["config"], ["figures", "de.txt"]):
        if "[summarize]" in text and command[0] == "figures":
            continue
        done = invoke(*command)
        assert (done.code, done.out) == (2, "")
        assert says in done.sentence
        assert "geheim" not in done.sentence


def test_a_project_may_name_an_endpoint_of_this_machine(folder: Path) -> None:
    project('base-url = "http://localhost:11434/v1"')
    assert load()["base-url"].value == "http://localhost:11434/v1"


def test_the_user_may_name_any(folder: Path) -> None:
    user('base-url = "https://models.example/v1"\nallow-private = true')
    assert load()["base-url"].value == "https://models.example/v1"


@pytest.mark.parametrize(
    ("variable", "text", "says"),
    [
        ("SUMMARIZER_LENGTH", "huge", "SUMMARIZER_LENGTH must be one of short, medium, long."),
        ("SUMMARIZER_RPM", "many", "SUMMARIZER_RPM must be a whole number."),
        ("SUMMARIZER_STRICT", "perhaps", "SUMMARIZER_STRICT must be 1 or 0."),
        ("SUMMARIZER_PROFILE", "wrok", "There is no profile 'wrok'; did you mean 'work'?"),
    ],
)
def test_what_the_environment_may_not_say(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, text: str, says: str
) -> None:
    project("[profile.work]\n")
    monkeypatch.setenv(variable, text)
    assert says in invoke("figures", "de.txt").sentence


def test_a_file_that_is_none_is_said(folder: Path) -> None:
    Path("summarizer.toml").mkdir()
    assert "can't be read" in invoke("config").sentence
    Path("summarizer.toml").rmdir()
    project("#" * 200_000)
    assert "larger than 100 kB" in invoke("config").sentence


# On the command line


def test_settings_are_the_commands_defaults(folder: Path) -> None:
    project('[figures]\nformat = "json"\n')
    assert json.loads(invoke("figures", "de.txt").out)["document"] == "figures"
    assert invoke("figures", "de.txt", "--format", "text").out.startswith("Figures")


def test_a_profile_can_be_asked_for_anywhere_on_the_line(folder: Path) -> None:
    project('[profile.daten.figures]\nformat = "json"\n')
    for words in (["--profile", "daten", "figures", "de.txt"], ["figures", "de.txt", "--profile=daten"]):
        assert invoke(*words).out.startswith("{")
    assert (
        "There is no profile 'date'; did you mean 'daten'?" in invoke("figures", "de.txt", "--profile", "date").sentence
    )
    assert "--profile needs a profile's name" in invoke("figures", "de.txt", "--profile").sentence


def test_the_endpoint_of_a_file_is_used_and_gives_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(always=chat(json.dumps(GOOD))) as ours, serve(always=chat(json.dumps(GOOD))) as other:
        user(f'base-url = "{ours.url}"\nmodel = "m"\nno-cache = true\n')
        assert invoke("summarize", "de.txt").code == 0
        assert ours.requests
        count = len(ours.requests)
        assert invoke("summarize", "de.txt", "--base-url", other.url).code == 0
        assert (len(ours.requests), bool(other.requests)) == (count, True)
        monkeypatch.setenv("OPENAI_BASE_URL", other.url)
        assert invoke("summarize", "de.txt").code == 0
        assert len(ours.requests) == count


def test_help_does_not_need_the_files(folder: Path) -> None:
    project("broken = = 1")
    assert invoke("figures", "--help").code == 0
    assert invoke("--help").code == 0
    assert invoke("--version").code == 0


# summarizer config


def test_config_shows_values_and_where_they_are_from(folder: Path) -> None:
    project('length = "short"\n[profile.work]\nlength = "long"\n')
    out = invoke("config", "--profile", "work").out
    assert [line.split(maxsplit=2) for line in out.splitlines() if line.startswith("length")] == [
        ["length", "long", "summarizer.toml, profile work"]
    ]
    assert "user file: " in out
    assert "(not there)" in out
    assert "profiles: work; in use: work" in out


def rows(*args: str) -> dict[str, list[str]]:
    """What ``summarizer config`` says of each setting: its value and its origin."""
    table = invoke("config", *args).out.partition("\n\n")[0].splitlines()
    return {
        name: [cell.strip() for cell in rest.rsplit("  ", 1)] for name, rest in (r.split(maxsplit=1) for r in table)
    }


def test_config_says_what_is_in_force_where_nothing_is_set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows()
    assert {origin for _, origin in found.values()} == {"default", "not set"}  # a key has no default
    assert found["length"] == ["medium", "default"]
    assert found["strict"] == ["false", "default"]
    assert found["model"] == ["embedded", "default"]
    assert found["format"] == ["by command", "default"]
    assert rows("batch")["format"] == ["md", "default"]
    assert rows("verify")["format"] == ["as the output's ending says, else text", "default"]
    monkeypatch.setenv("OPENAI_API_KEY", "sk-geheim-123")
    assert rows()["model"] == ["gpt-4.1", "default"]
    assert rows()["base-url"] == ["https://api.openai.com/v1", "default"]
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:11434/v1")
    assert rows()["model"] == ["the only one the endpoint has", "default"]


def test_config_of_a_command_lists_what_it_takes(folder: Path) -> None:
    project('length = "short"\n')
    assert set(rows("figures")) == {"format", "allow-private"}
    assert set(rows("verify")) == {
        "sensitivity",
        "fail-on",
        "require-coverage",
        "format",
        "allow-private",
        "source-lang",
    }
    assert rows("brief")["length"] == ["short", "summarizer.toml"]
    assert {"audience", "key-file", "key"} <= set(rows("brief"))
    assert set(rows()) == {*SETTINGS, "key"}


def test_every_default_without_a_value_has_its_words() -> None:
    assert set(config.UNSET) <= set(SETTINGS)
    for command in ("", *configuration.COMMANDS):
        words = ("config", command) if command else ("config",)
        assert invoke(*words).code == 0


def test_config_never_shows_a_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-geheim-123")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://vera:geheim@models.example/v1?api-key=geheim")
    out = invoke("config").out
    assert "geheim" not in out
    assert "https://models.example/v1" in out
    assert [line.split(maxsplit=2)[1:] for line in out.splitlines() if line.startswith("key ")] == [
        ["found", "environment (OPENAI_API_KEY)"]
    ]


def test_a_key_file_open_to_others_is_refused(folder: Path) -> None:
    key = folder / "schluessel"
    key.write_text("sk-geheim", "utf-8")
    key.chmod(0o644)
    user(f'key-file = "{key}"\n')
    done = invoke("summarize", "de.txt")
    assert done.code == 2
    assert "can be read by others; run: chmod 600" in done.err
    assert "geheim" not in done.err


# The table


def test_every_setting_is_an_option_of_a_command() -> None:
    helps = "".join(invoke(name, "--help").out for name in configuration.COMMANDS)
    missing = {name for name in SETTINGS if f"--{name} " not in helps and f"--{name}\n" not in helps}
    assert missing == {"key-file"}  # which has no option, so that no shell remembers where a key is


def test_choices_are_those_of_the_options() -> None:
    helps = "".join(invoke(name, "--help").out for name in configuration.COMMANDS)
    for name, setting in SETTINGS.items():
        if setting.choices:
            assert f"--{name} <{'|'.join(setting.choices)}>" in " ".join(helps.split()), name


def test_the_commands_are_those_there_are() -> None:
    assert set(configuration.COMMANDS) <= app.commands().keys()
    assert everywhere.EMBEDDED == EMBEDDED


def test_every_setting_is_documented() -> None:
    text = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text("utf-8")
    assert {name for name in SETTINGS if f"`{name}`" not in text} == set()
