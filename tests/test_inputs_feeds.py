"""Feeds: what they list, in the dialects there are, and since when."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.inputs import Entry, feed, moment, read
from tests.page_server import page, running

RSS = """<?xml version="1.0" encoding="ENCODING"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Seezeitung – Wirtschaft</title>
<item><title>Größere Fähren &amp; Häfen</title><link>https://see.example/a</link>
  <pubDate>Thu, 06 Nov 2025 08:00:00 +0100</pubDate><dc:creator>Vera Kolb</dc:creator></item>
<item><title>Ohne Zeit</title><link>https://see.example/b</link></item>
<item><title>Neuer</title><link>https://see.example/c</link><pubDate>Fri, 07 Nov 2025 08:00:00 GMT</pubDate></item>
<item><title>Noch einmal</title><link>https://see.example/a</link>
  <pubDate>Fri, 07 Nov 2025 09:00:00 GMT</pubDate></item>
<item><title>Kein Artikel</title><link>javascript:alert(1)</link></item>
<item><title>Keine Adresse</title></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Hafenblatt</title>
<entry><title type="html">Kran &lt;b&gt;verkauft&lt;/b&gt;</title><link rel="alternate" href="/kran"/>
<updated>2025-11-06T10:30:00Z</updated><author><name>K. Ruhl</name></author></entry></feed>"""


def _feed(text: str, since: datetime | None = None, encoding: str = "utf-8") -> tuple[Entry, ...]:
    return feed("-", since, io.BytesIO(text.replace("ENCODING", encoding).encode(encoding)))


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_rss_newest_first_each_once_without_what_is_no_address(encoding: str) -> None:
    text = RSS if encoding != "iso-8859-1" else RSS.replace("–", "-")
    outlet = "Seezeitung – Wirtschaft" if encoding != "iso-8859-1" else "Seezeitung - Wirtschaft"
    assert _feed(text, encoding=encoding) == (
        Entry("https://see.example/c", "Neuer", None, outlet, "2025-11-07T08:00:00+00:00"),
        Entry("https://see.example/a", "Größere Fähren & Häfen", "Vera Kolb", outlet, "2025-11-06T07:00:00+00:00"),
        Entry("https://see.example/b", "Ohne Zeit", None, outlet, None),
    )


def test_only_what_is_new_enough_or_has_no_time() -> None:
    found = _feed(RSS, datetime(2025, 11, 7, tzinfo=UTC))
    assert [entry.title for entry in found] == ["Neuer", "Ohne Zeit"]


def test_nothing_new_is_nothing() -> None:
    assert _feed(RSS.replace("<title>Ohne Zeit</title><link>https://see.example/b</link>", ""), datetime.now(UTC)) == ()


def test_atom_from_an_address_with_links_of_its_own_host() -> None:
    with running() as server:
        server.pages["/feed"] = page(ATOM, media_type="application/atom+xml")
        found = feed(server.at("/feed"), allow_private=True)
        assert [(entry.url, entry.published) for entry in found] == [(server.at("/kran"), "2025-11-06T10:30:00+00:00")]
        assert (found[0].author, found[0].outlet) == ("K. Ruhl", "Hafenblatt")


def test_a_feed_is_no_article() -> None:
    with pytest.raises(InputError, match=r"is a feed, not an article: give it with --feed to summarizer brief\.$"):
        read("-", io.BytesIO(RSS.encode()))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ein Artikel.", "is not an RSS or Atom feed"),
        ("<html><body></body></html>", "is not an RSS or Atom feed"),
        ("<rss><channel></channel></rss>", "lists no articles"),
        ("<rss", "lists no articles"),
        (
            "<rss><channel><item><link>https://see.example/a<item></item></link></item></channel></rss>",
            "is a damaged feed",
        ),
        ("", "is not an RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_is_said(text: str, says: str) -> None:
    with pytest.raises(InputError, match=rf"^standard input [^\n]*{says}[^\n]*\.$"):
        _feed(text)


def test_entities_of_a_hostile_feed_lead_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("GEHEIM", "utf-8")
    hostile = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
        '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">'
        '<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>'
        "<rss><channel><title>&x;</title><item><title>&x; &g;</title><link>https://see.example/a</link></item>"
        "</channel></rss>"
    )
    found = repr(_feed(hostile))
    assert "GEHEIM" not in found
    assert len(found) < 10_000


NOW = datetime(2025, 11, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "before"),
    [("24h", timedelta(hours=24)), ("90min", timedelta(minutes=90)), (" 7D ", timedelta(7)), ("2 w", timedelta(14))],
)
def test_a_span_back_from_now(text: str, before: timedelta) -> None:
    assert moment(text, NOW) == NOW - before


def test_a_date_or_time() -> None:
    assert moment("2025-11-06T08:00+01:00") == datetime(2025, 11, 6, 7, tzinfo=UTC)
    assert moment("2025-11-06") == datetime(2025, 11, 6).astimezone()


@pytest.mark.parametrize("text", ["", "gestern", "24", "h", "-3h", "99999w", "0001-01-01", "24h\x1b[31m"])
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        moment(text, NOW)
    assert re.fullmatch(r"--since does not know '[^\x1b]*'; it takes .*2025-11-06\.", str(caught.value))
