"""RSS and Atom feeds: what they list, newest first; the articles themselves are read by their addresses.

feedparser reads every dialect there is. Times are put into UTC. An entry without a time stays in whatever span is
asked for: an article that is missed without a word is worse than one too many.
"""

from __future__ import annotations

import calendar
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from summarizer.data import Article
from summarizer.errors import InputError, UsageError
from summarizer.inputs.cleaning import clean
from summarizer.inputs.gathering import is_address
from summarizer.inputs.html import line
from summarizer.inputs.source import Source

MEDIA_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
MOST = 2_000
"""Entries of a feed that are looked at."""
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*)<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
"""The groups are atomic: with fifty comments, going back into them would take for ever."""
_SPAN = re.compile(r"(\d{1,4})\s*(min|h|d|w)", re.I)
_UNITS = {"min": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed lists."""

    url: str
    """Its address, to be given to `summarizer.inputs.read`."""
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    """The feed's own title."""
    published: str | None = None
    """ISO date and time, UTC; None where the feed has none."""


def recognises(source: Source) -> bool:
    """Whether it is a feed: the server says so, or it begins like one."""
    return source.media_type in MEDIA_TYPES or _FEED.match(source.data, 0, 4_096) is not None


def read(source: Source) -> Article:
    """Raises `InputError`: a feed lists articles, and is none."""
    raise InputError(f"{source.shown} is a feed, not an article: give it with --feed to summarizer brief.")


def entries(source: Source, since: datetime | None = None) -> tuple[Entry, ...]:
    """What the feed lists, newest first and entries without a time last; of those with one, none before ``since``.

    Raises `InputError` where ``source`` is no feed, a damaged one, or one that lists nothing at all.
    """
    import feedparser

    if not recognises(source):
        raise InputError(f"{source.shown} is not an RSS or Atom feed: give the feed's own address.")
    headers = {"content-type": f"{source.media_type or 'application/xml'}"}
    if source.charset:
        headers["content-type"] += f"; charset={source.charset}"
    try:
        parsed = feedparser.parse(io.BytesIO(source.data), response_headers=headers)
    except Exception as error:  # it mends what it can, and stumbles over the rest: an item inside a link
        raise InputError(f"{source.shown} is a damaged feed: give the addresses of its articles instead.") from error
    outlet = line(parsed.feed.get("title"))
    found: dict[str, Entry] = {}
    for raw in parsed.entries[:MOST]:
        entry = _entry(raw, outlet, source.url)
        if entry is not None:
            found.setdefault(entry.url, entry)
    if not found:
        raise InputError(f"{source.shown} is a feed that lists no articles: check that it is the right one.")
    limit = since.astimezone(UTC).isoformat(timespec="seconds") if since else ""
    kept = [entry for entry in found.values() if entry.published is None or entry.published >= limit]
    return tuple(sorted(kept, key=lambda entry: entry.published or "", reverse=True))


def moment(text: str, now: datetime | None = None) -> datetime:
    """The time that ``--since`` names: a span back from now (``90min``, ``24h``, ``7d``, ``2w``), an ISO date or time.

    A date or time without a zone is this machine's. Raises `UsageError` for anything else.
    """
    if span := _SPAN.fullmatch(text.strip()):
        try:
            return (now or datetime.now(UTC)) - timedelta(**{_UNITS[span[2].lower()]: int(span[1])})
        except OverflowError:
            pass
    else:
        try:
            return datetime.fromisoformat(text.strip()).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise UsageError(
        f"--since does not know {clean(text)[0][:40]!r}; it takes 90min, 24h, 7d, 2w, or a date such as 2025-11-06."
    )


def _entry(raw: Any, outlet: str | None, base: str | None) -> Entry | None:
    try:
        link = urljoin(base or "", str(raw.get("link") or ""))
    except ValueError:
        return None
    if not is_address(link):
        return None
    return Entry(
        url=link,
        title=line(raw.get("title")),
        author=line(raw.get("author")),
        outlet=outlet,
        published=_time(raw.get("published_parsed") or raw.get("updated_parsed")),
    )


def _time(parsed: Any) -> str | None:
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None
