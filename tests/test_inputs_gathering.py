"""From names to inputs: folders, patterns, order, and each input once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.inputs import gather


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b/seite10.txt", "b/seite2.txt", "b/c/tief.html", "a.TXT", "bild.png", ".verborgen.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path


def test_a_folder_is_what_can_be_read_in_it_in_natural_order(folder: Path) -> None:
    assert gather(["."]) == ("a.TXT", "b/c/tief.html", "b/seite2.txt", "b/seite10.txt")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("b/*.txt", ("b/seite2.txt", "b/seite10.txt")),
        ("b/seite?.txt", ("b/seite2.txt",)),
        ("**/*.html", ("b/c/tief.html",)),
        ("b*", ("b/c/tief.html", "b/seite2.txt", "b/seite10.txt", "bild.png")),
        ("*.png", ("bild.png",)),
    ],
)
def test_a_pattern_is_what_it_matches(folder: Path, pattern: str, found: tuple[str, ...]) -> None:
    assert gather([pattern]) == found


def test_names_keep_their_order_and_come_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to("a.TXT")
    address = "https://example.org/a"
    names = ["b/seite10.txt", "-", address, "b", f"{address}#teil", "./a.TXT", "-", str(folder / "a.TXT"), "link.txt"]
    assert gather(names) == ("b/seite10.txt", "-", address, "b/c/tief.html", "b/seite2.txt", "./a.TXT")


def test_a_file_is_taken_by_its_name_even_if_it_looks_like_a_pattern(folder: Path) -> None:
    Path("[1].txt").write_text("x", "utf-8")
    assert gather(["[1].txt"]) == ("[1].txt",)


@pytest.mark.parametrize("name", ["fehlt.txt", "x" * 5000, "a\0b"], ids=["missing", "too long", "NUL"])
def test_what_is_not_there_is_left_to_reading(folder: Path, name: str) -> None:
    assert gather([name]) == (name,)


def test_what_leads_to_nothing_is_said(folder: Path) -> None:
    (folder / "leer").mkdir()
    with pytest.raises(InputError, match=r"^leer holds no file this tool reads: it takes those ending in \..*\.$"):
        gather(["a.TXT", "leer"])
    with pytest.raises(InputError, match=r"^\*\.pdx matches no file: check the pattern\.$"):
        gather(["*.pdx"])
    with pytest.raises(InputError, match=r"^There is nothing to read"):
        gather([])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_said(folder: Path) -> None:
    (folder / "b").chmod(0)
    try:
        with pytest.raises(InputError, match="can't be listed"):
            gather(["b"])
    finally:
        (folder / "b").chmod(0o755)


def test_links_between_folders_do_not_go_round(folder: Path) -> None:
    (folder / "b" / "zurück").symlink_to(folder, target_is_directory=True)
    assert gather(["b"]) == ("b/c/tief.html", "b/seite2.txt", "b/seite10.txt")
