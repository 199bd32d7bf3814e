"""A briefing by rule alone: themes from fields, the bottom line from headlines, what to watch from German grammar.

For models that can't be trusted with more than one sentence, and where a capable model's order can't be used. Nothing
is worded here: every sentence is one of an article's own checked summary, or its headline. What is decided is which,
where and in what order.

- Facts and plans go to themes, judgements apart. A plan goes to "what to watch" instead, unless it opens a deal or an
  article's news; then it stands there as well where the source gives a date.
- A sentence that leans on the one before ("It is to open in 2027") stays behind it.
- Themes and the articles in them come by weight; within an article the order of telling is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.briefing import topics
from summarizer.briefing.items import Item, Verifier
from summarizer.briefing.records import Marker, Nature, Source, Statement, Theme
from summarizer.briefing.told import Event, planned
from summarizer.drafting.options import Length

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|to|plans?|[a-z]{2,}(?:ed|es)|signs?|buys?|bought|orders?|wins?|won|builds?|sells?"
    r"|sold|takes?|took|gives?|gave|gets?|got|makes?|made|joins?|cuts?|puts?|sets?|wants?|says?|said|begins?|began"
    r"|invests?|expands?|rejects?|approves?|supports?|launches|delivers?)\b"
)
_WORDS = re.compile(r"[^\W\d_]{4,}|\d+")
_ALIKE = 0.6
_LITTLE = 0.001


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each part there is space for."""

    bottom_line: int
    told: int
    watch: int
    judgements: int


ROOMS = {
    Length.SHORT: Room(2, 8, 3, 2),
    Length.MEDIUM: Room(3, 18, 6, 4),
    Length.LONG: Room(3, 48, 12, 10),
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The worded parts of a briefing."""

    bottom_line: tuple[Statement, ...]
    themes: tuple[Theme, ...]
    judgements: tuple[Statement, ...]
    watch: tuple[Statement, ...]
    left_out: int
    """Sentences of the articles' summaries that there was no room for."""


def assemble(found: Sequence[Event], sources: Sequence[Source], verifier: Verifier, length: Length) -> Parts:
    """The parts of a briefing, by rule."""
    room = ROOMS[length]
    told = [event for event in found if _is_told(event)]
    chosen = _kept(told, room.told)
    ahead = watch(found, room.watch)
    judged = judgements(found, room.judgements)
    shown = {id(e) for e in (*chosen, *ahead, *judged)}
    if len(sources) == 1:
        opening = _opening(found, chosen, (*ahead, *judged), room.bottom_line)
        chosen = [event for event in chosen if event not in opening]
        lines = tuple(event.statement for event in opening)
    else:
        lines = bottom_line(found, sources, verifier, room.bottom_line)
    return Parts(
        bottom_line=lines,
        themes=_themes(chosen, told),
        judgements=tuple(event.statement for event in judged),
        watch=tuple(event.statement for event in ahead),
        left_out=sum(id(event) not in shown for event in found),
    )


def _is_told(event: Event) -> bool:
    """Whether an event belongs to the developments."""
    if event.statement.nature is Nature.JUDGEMENT:
        return False
    return not planned(event) or event.item.opens_deal or event.item.position == 0 or event.item.leans


def watch(found: Sequence[Event], most: int) -> list[Event]:
    """What the sources say lies ahead: with a date first, by date."""
    ahead = [e for e in found if planned(e) and not e.item.leans and _for_watching(e)]
    ranked = sorted(ahead, key=lambda e: (not e.statement.when, -e.weight))[:most]
    return sorted(ranked, key=lambda e: (not e.statement.order, e.statement.order))


def _for_watching(event: Event) -> bool:
    """Whether a plan is worth a second place: it has a date, or somebody must still decide."""
    return bool(event.statement.when) or event.item.outlook.pending or not _is_told(event)


def judgements(found: Sequence[Event], most: int) -> list[Event]:
    """What somebody thinks of it, in the order of telling."""
    judged = [e for e in found if e.statement.nature is Nature.JUDGEMENT and not e.item.leans]
    chosen = {id(e) for e in sorted(judged, key=lambda e: -e.weight)[:most]}
    return [e for e in judged if id(e) in chosen]


def _kept(told: Sequence[Event], most: int) -> list[Event]:
    """The weightiest, in order of telling; one that leans only with the one before it."""
    places = {(e.item.source, e.item.position): e for e in told}
    weigh = {id(e): e.weight for e in told}
    for event in reversed(told):  # what leans takes the one before along
        before = places.get((event.item.source, event.item.position - 1))
        if event.item.leans and before is not None:
            weigh[id(before)] = max(weigh[id(before)], weigh[id(event)] + _LITTLE)
    wanted = {id(e) for e in sorted(told, key=lambda e: -weigh[id(e)])[:most]}
    kept = []
    for event in told:
        before = places.get((event.item.source, event.item.position - 1))
        if id(event) in wanted and (not event.item.leans or (before is not None and id(before) in wanted)):
            kept.append(event)
        else:
            wanted.discard(id(event))
    return kept


def bottom_line(
    found: Sequence[Event], sources: Sequence[Source], verifier: Verifier, most: int
) -> tuple[Statement, ...]:
    """What the articles open with, the weightiest first, then other deals; each in its headline's words if they do."""
    chosen: list[Event] = []
    for event in _ranked(found):
        if len(chosen) < most and (not chosen or _opens(event) or event.item.opens_deal):
            chosen.append(event)
    return tuple(_headlined(event, sources, verifier) for event in chosen)


def _ranked(found: Sequence[Event]) -> list[Event]:
    """What can stand at the head of a briefing, the best first."""
    sound = [e for e in found if not e.item.leans and not e.statement.flagged] or list(found)
    return sorted(sound, key=lambda e: (not _opens(e), not e.item.opens_deal, -e.weight))


def _opening(found: Sequence[Event], chosen: Sequence[Event], apart: Sequence[Event], most: int) -> list[Event]:
    """The bottom line of a single article: its lead, what leans on that, and one more; all of it is said there only.

    Headlines are for briefings of several: of one, the developments would say the same again at greater length. What
    stands ``apart`` is not taken, nor the last that would be left to develop.
    """
    line = _ranked(found)[:1]
    while line and len(line) < most:
        places = {event.item.position for event in line}
        left = [event for event in chosen if event not in line]
        leaning = [event for event in left if event.item.leans and event.item.position - 1 in places]
        more = [e for e in left if not e.item.leans and not e.statement.flagged and e not in apart]
        if leaning:
            line.append(leaning[0])
        elif len(line) == 1 and more and len(left) > 1:
            line.append(max(more, key=lambda event: event.weight))
        else:
            break
        line[1:] = sorted(line[1:], key=lambda event: event.item.position)
    return line


def _opens(event: Event) -> bool:
    """Whether an article opens with it."""
    return any(item.position == 0 for item in event.group)


def _headlined(event: Event, sources: Sequence[Source], verifier: Verifier) -> Statement:
    """The event in the words of the headline that most of its articles bear out, if one tells it; else as it stands."""
    drafts = {source.number: source.report.draft for source in sources}
    worded = []
    for item in event.group:
        draft = drafts[item.source]
        headline = " ".join(draft.headline.text.split()).rstrip(".") if draft else ""
        if item.position == 0 and _tells(headline, item.statement.text):
            markers = [item.marker, *(other.marker for other in event.group if other is not item)]
            vouching = [m for m in markers if _bears_out(f"{headline}.", m, verifier)]
            if item.marker in vouching:
                also = tuple(m for m in markers if m not in vouching)
                worded.append(replace(verifier.statement(f"{headline}.", vouching), also=also))
    best = max(worded, key=lambda statement: len(statement.markers), default=None)
    if best is None or len(best.markers) < len(event.statement.markers):
        return event.statement
    return replace(best, nature=event.statement.nature, differing=event.statement.differing)


def _bears_out(text: str, marker: Marker, verifier: Verifier) -> bool:
    check = verifier.check(text, marker)
    return not check.flagged and all(finding.verdict.accepted for finding in check.findings)


def _tells(headline: str, sentence: str) -> bool:
    """Whether a headline is a sentence by itself and tells what an article's opening sentence does."""
    own, said = (set(_WORDS.findall(text.lower())) for text in (headline, sentence))
    shared = sum(any(word[:5] == other[:5] for other in said) for word in own)
    return bool(own) and shared >= _ALIKE * len(own) and ":" not in headline and bool(_VERB.search(headline))


def _themes(chosen: Sequence[Event], told: Sequence[Event]) -> tuple[Theme, ...]:
    titles = _titles(chosen, told)
    grouped: dict[str, list[Event]] = {}
    for event in chosen:
        grouped.setdefault(titles[id(event)], []).append(event)
    weigh = {title: _weight(group) for title, group in grouped.items()}
    ordered = sorted(grouped, key=lambda title: (title == topics.OTHER, -weigh[title]))
    return tuple(Theme(title, tuple(e.statement for e in _by_article(grouped[title]))) for title in ordered)


def _weight(group: Sequence[Event]) -> float:
    """Of a theme: its weightiest statements, and how many articles are in it."""
    best = sorted((e.weight for e in group), reverse=True)[:3]
    return sum(best) + 1.5 * len({s for e in group for s in e.sources})


def _by_article(group: Sequence[Event]) -> list[Event]:
    """Articles by their weightiest event, each in its order of telling; what several tell goes with the weightiest."""
    best: dict[int, float] = {}
    for event in group:
        for source in event.sources:
            best[source] = max(best.get(source, 0.0), event.weight)

    def place(event: Event) -> tuple[float, int, int]:
        home = min(event.group, key=lambda item: (-best[item.source], item.source))
        return (-best[home.source], home.source, home.position)

    return sorted(group, key=place)


def _titles(chosen: Sequence[Event], told: Sequence[Event]) -> dict[int, str]:
    """The theme of each event: its field, or that of the item it leans on.

    A field that only one of them is in gives way to the field that the article is mostly about.
    """
    own = _fields(told)
    by_article: dict[int, Counter[str]] = {}
    for event in told:
        by_article.setdefault(event.item.source, Counter())[own[id(event)]] += 1
    counted = Counter(own[id(event)] for event in chosen)
    titles = {}
    for event in chosen:
        title = own[id(event)]
        home, most = by_article[event.item.source].most_common(1)[0]
        alone = counted[title] == 1 and len(event.sources) == 1
        titles[id(event)] = home if alone and home != title and most > 1 else title
    return titles


def _fields(told: Sequence[Event]) -> dict[int, str]:
    fields: dict[int, str] = {}
    before: Item | None = None
    last = topics.OTHER
    for event in told:
        points: Counter[str] = Counter()
        for item in event.group:
            points.update(item.fields)
        follows = before is not None and event.item.leans and before.source == event.item.source
        last = fields[id(event)] = last if follows else topics.best(points)
        before = event.item
    return fields
