"""Pages: the article without what stands around it, and what the page says of itself."""

from __future__ import annotations

import io

import pytest

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import read

PARAGRAPHS = (
    "Der Konzern hat am Dienstag mitgeteilt, dass er in Lindau ein Werk baut. Es kostet 1,1 Milliarden Euro und "
    "schafft 300 Stellen am Bodensee.",
    "Die Arbeiten beginnen nach Angaben des Unternehmens im März 2026, fertig sein soll das Werk Ende 2028. Der "
    "Bürgermeister sprach von einem guten Tag für die ganze Region.",
)
PAGE = f"""<!doctype html>
<html lang="de"><head><title>Konzern baut Werk in Lindau | Seezeitung</title>
<meta property="og:site_name" content="Seezeitung"><meta name="author" content="Vera Kolb">
<meta property="article:published_time" content="2025-11-06T08:00:00+01:00">
<meta http-equiv="Content-Type" content="text/html; charset=ENCODING"></head><body>
<nav><a href="/">Startseite</a> <a href="/w">Wirtschaft</a></nav>
<div class="cookie-banner">Wir verwenden Cookies. <button>Alle annehmen</button></div>
<article><h1>Konzern baut Werk in Lindau</h1><p>{PARAGRAPHS[0]}</p>
<figure><img src="x.jpg" alt=""><figcaption>Foto: Das Gelände im Jahr 1999</figcaption></figure>
<h2>Baubeginn im März</h2><p>{PARAGRAPHS[1]}</p>
<ul><li>300 Stellen</li><li>12 Hektar</li></ul>
<table><tr><th>Jahr</th><th>Stellen</th></tr><tr><td>2026</td><td>120</td></tr></table>
</article><aside class="related-posts"><h3>Related Post</h3><a href="/x">77 Gründe für den See</a></aside>
<footer>Impressum 1947</footer></body></html>"""


def _read(page: str, encoding: str = "utf-8") -> Article:
    return read("-", io.BytesIO(page.replace("ENCODING", encoding).encode(encoding)))


def test_the_article_stands_alone() -> None:
    article = _read(PAGE)
    assert article.text == (
        f"Konzern baut Werk in Lindau\n\n{PARAGRAPHS[0]}\n\nBaubeginn im März\n\n{PARAGRAPHS[1]}\n\n"
        "- 300 Stellen\n- 12 Hektar\n\nJahr | Stellen\n2026 | 120"
    )


def test_a_page_that_was_cut_off_is_read_and_said() -> None:
    cut = _read(PAGE[: PAGE.index("<ul>")])
    assert PARAGRAPHS[1] in cut.text
    assert cut.notes == ("The page has no end: it may be cut off.",)
    assert _read(PAGE).notes == ()
    assert _read(f"<article><h1>Werk</h1><p>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</article>").notes == (), "never had one"


def test_what_the_page_says_of_itself() -> None:
    article = _read(PAGE)
    assert (article.title, article.author, article.outlet, article.published) == (
        "Konzern baut Werk in Lindau",
        "Vera Kolb",
        "Seezeitung",
        "2025-11-06",
    )


def test_a_date_in_the_text_is_not_the_page_s() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2025-11-06T08:00:00+01:00">', "")
    assert _read(page.replace("am Dienstag", "am 5. November 2019")).published is None


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16"])
def test_the_encoding_a_page_names_is_taken(encoding: str) -> None:
    article = _read(PAGE, encoding)
    assert PARAGRAPHS[1] in article.text
    assert article.notes == ()


def test_an_encoding_that_does_not_fit_is_passed_over() -> None:
    data = PAGE.replace("ENCODING", "us-ascii").encode("utf-8").replace(b"us-ascii", b"shift-jis2")
    assert PARAGRAPHS[1] in read("-", io.BytesIO(data)).text


def test_characters_that_hide_do_not_get_through() -> None:
    page = PAGE.replace("1,1 Milliarden", "1,1&#8203; Milli&shy;arden &#x202e;Pfund&#x1b;[31m")
    text = _read(page).text
    assert "1,1 Milliarden Pfund\ufffd[31m" in text
    assert not {"\u200b", "\u00ad", "\u202e", "\x1b"} & set(text)


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html>", "<html><body><script>x()</script></body>"])
def test_a_page_without_an_article_is_said(page: str) -> None:
    with pytest.raises(InputError, match=r"^standard input is a page without an article that can be told from the"):
        _read(page)


def test_stray_nul_bytes_of_a_page_are_passed_over() -> None:
    data = PAGE.replace("1,1 Milliarden", "1,1 Mil\0liarden").encode()
    assert "1,1 Milliarden" in read("-", io.BytesIO(data)).text


def test_a_short_page_is_read_all_the_same() -> None:
    assert _read("<!doctype html><html><p>Kurz</p>").text == "Kurz"


@pytest.mark.parametrize(
    "piece",
    [
        "<div><span>Wort</span><a href='/x'>Mehr</a></div>",
        "<p>Wort ist da</p>",
        "<table><tr><td>Wort</td></tr></table>",
        "<b>Wort</b> und ",  # in one paragraph
        "<B>Wort<I>und</i> ",
    ],
)
def test_more_markup_than_an_article_has_is_refused_before_it_takes_minutes(piece: str) -> None:
    page = f"<html><body><article><p>{piece * (3_000_000 // len(piece))}</article></body></html>"
    with pytest.raises(InputError, match=r"^standard input has more markup than a page with an article \(100,000 tags"):
        _read(page)


def test_a_long_page_of_much_text_is_read() -> None:
    paragraphs = "".join(f"<p>{number}. {PARAGRAPHS[1] * 5} <b>Wort</b> a < b</p>" for number in range(300))
    assert len(_read(f"<html><body><article>{paragraphs}</article></body></html>").text) > 300 * len(PARAGRAPHS[1])


@pytest.mark.parametrize("piece", ["<!-- x --> ", "<?xml x?> ", "<!---->", "<!DOCTYPE x []> ", "<!DOCTYPE[", "<!-- "])
def test_telling_what_it_is_takes_no_time(piece: str) -> None:
    """Each would take for ever if a pattern went back into the pieces it has read."""
    assert read("-", io.BytesIO((piece * 2_000 + "<a> Text").encode())).text.endswith("<a> Text")
