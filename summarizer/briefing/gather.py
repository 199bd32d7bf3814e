"""What a briefing is to be made of: files, addresses, and what feeds list.

A page says less of itself than the feed that lists it, so title, outlet, author and date are taken from the feed where
the page has none. A feed that can't be read is told like an article that can't be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from summarizer import inputs
from summarizer.briefing import reread
from summarizer.briefing.records import Unread
from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import one_line

REPORTS = ".json"
"""The ending of reports made before."""
BATCH_LEDGER, BATCH_REPORTS, BATCH_FAILURES = "ledger.sqlite3", "articles", "failures.md"
"""What a batch leaves in its folder (`summarizer.batch.folder`), by which it is known."""
MOST = 20
"""Articles of one feed, the newest, unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The inputs by name, and how to read one."""

    names: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    entries: Mapping[str, inputs.Entry] = field(default_factory=dict)
    """What a feed says of an address."""
    allow_private: bool = False
    stdin: BinaryIO | None = None

    def read(self, name: str) -> Article:
        """The article. Raises `InputError`."""
        article = inputs.read(name, self.stdin, allow_private=self.allow_private)
        entry = self.entries.get(name)
        if entry is None:
            return article
        return replace(
            article,
            title=article.title or entry.title,
            author=article.author or entry.author,
            outlet=_named(article) or entry.outlet or article.outlet,
            published=article.published or entry.published,
        )


def gather(
    names: Sequence[str],
    feeds: Sequence[str] = (),
    *,
    since: datetime | None = None,
    most: int = MOST,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Gathered:
    """The inputs that ``names`` and ``feeds`` mean, each once. Raises `InputError` where there are none at all."""
    notes: list[str] = []
    found = dict.fromkeys(_named_inputs(names, notes) if names else ())
    entries: dict[str, inputs.Entry] = {}
    unread: list[Unread] = []
    for feed in feeds:
        try:
            listed = inputs.feed(feed, since, stdin, allow_private=allow_private)
        except InputError as problem:
            unread.append(Unread(feed, str(problem)))
            continue
        if len(listed) > most:
            notes.append(f"{feed} lists {len(listed)} articles; the newest {most} were read.")
        for entry in listed[:most]:
            found.setdefault(entry.url)
            entries.setdefault(entry.url, entry)
        if not listed:
            notes.append(f"{feed} lists nothing since {since:%Y-%m-%d %H:%M}." if since else f"{feed} lists nothing.")
    if not found:
        why = [each.reason for each in unread] or notes
        raise InputError(why[0] if why else "There is nothing to brief from: name files, folders, addresses or feeds.")
    return Gathered(tuple(found), tuple(unread), tuple(notes), entries, allow_private, stdin)


def _named_inputs(names: Sequence[str], notes: list[str]) -> list[str]:
    """What ``names`` unfold to; of the JSON files that nobody named as such, the reports of summaries, and those first.

    First, because the article of a report may stand beside it, and the report costs nothing. What a batch wrote besides
    reports in JSON is passed over, which ``notes`` then say.
    """
    found = _without_writings(inputs.gather(names, also=frozenset({REPORTS})), names, notes)
    if any(Path(name).suffix.lower() == REPORTS for name in names):
        return found
    reports = [name for name in found if Path(name).suffix.lower() == REPORTS]
    others = [name for name in found if name not in set(reports)]
    return [name for name in reports if _is_report(Path(name))] + others


def _without_writings(found: Sequence[str], names: Sequence[str], notes: list[str]) -> list[str]:
    """The inputs without what a batch wrote for people: English reports, and the list of what failed."""
    kept: list[str] = []
    passed: dict[Path, list[Path]] = {}
    for name in found:
        path, folder = Path(name), _batch_of(Path(name))
        if name in names or folder is None or path.suffix.lower() == REPORTS:
            kept.append(name)
        else:
            passed.setdefault(folder, []).append(path)
    for folder, paths in passed.items():
        reports = sum(path.name != BATCH_FAILURES for path in paths)
        if not any(_batch_of(Path(name)) == folder for name in kept):
            raise InputError(
                f"{one_line(str(folder))} is the output of a batch without reports in JSON: name the articles, or have "
                "the batch write --format json."
            )
        said = [f"{reports} report{'' if reports == 1 else 's'} not in JSON"] if reports else []
        said += [f"{BATCH_FAILURES}, which says what failed"] if len(paths) > reports else []
        notes.append(f"{one_line(str(folder))} is the output of a batch; passed over: {'; '.join(said)}.")
    return kept


def _batch_of(path: Path) -> Path | None:
    """The folder of the batch that wrote a file, if one did."""
    folder = path.parent.parent if path.parent.name == BATCH_REPORTS else path.parent
    if path.parent == folder and path.name != BATCH_FAILURES:
        return None
    try:
        return folder if (folder / BATCH_LEDGER).is_file() else None
    except (OSError, ValueError):
        return None


def _is_report(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return reread.is_report(file.read(reread.OPENING))
    except OSError:
        return True  # said when its turn comes


def _named(article: Article) -> str | None:
    """The outlet as the page names it; a bare host name says less than the feed does."""
    host = urlsplit(article.url or article.origin).netloc
    return article.outlet if article.outlet and article.outlet.lower() not in host else None
