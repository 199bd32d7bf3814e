"""A capable model as editor: one bounded request that picks, orders and groups what the articles' summaries say.

The model is shown checked sentences by id and answers with ids: what comes first, what belongs together, under which
title. It may word a sentence anew; that wording is checked against every article it cites, and where anything is
flagged the sentences stand as they were. Facts, plans and judgements are told apart by rule beforehand, deals and what
to watch never pass through it, and a sentence it forgets is counted as left out. If it gives nothing of use, the
briefing is put together by rule, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, create_model

from summarizer.briefing.assemble import ROOMS, Parts
from summarizer.briefing.items import Verifier
from summarizer.briefing.records import Audience, Marker, Nature, Statement, Theme
from summarizer.briefing.told import Event, planned
from summarizer.briefing.topics import OTHER
from summarizer.data import Usage
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import clean, reads_german
from summarizer.drafting.options import Length
from summarizer.errors import ModelError
from summarizer.figures import find
from summarizer.llm import Ability, Model
from summarizer.prompting import fenced, load

_MOST_ITEMS = 120
_LEAST_REPLY, _MOST_REPLY = 512, 5_000
_OVERHEAD = 900
"""Tokens of the chat template and of the reply's form."""
_LONGEST_TITLE = 80
_READERS = {
    Audience.MINISTER: "a minister before the first meeting of the day",
    Audience.ANALYST: "an analyst who needs the details",
    Audience.PRESS: "a press officer who must know what is being reported",
}


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of the request."""

    parts: Parts
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    prompts: dict[str, str] = field(default_factory=dict)


def able(model: Model) -> bool:
    """Whether the model can be trusted with more than one sentence."""
    return model.ability is not Ability.SMALL


def merge(
    found: Sequence[Event],
    verifier: Verifier,
    length: Length,
    audience: Audience,
    model: Model,
    by_rule: Parts,
) -> Merged:
    """The parts of a briefing as the model orders them; those put together ``by_rule`` where it can't be used."""
    tellable = [event for event in found if event.statement.nature is not Nature.JUDGEMENT]
    shown = _fitting(tellable, model)
    if len(shown) < 2:
        return Merged(by_rule)
    given = {f"P{number}": event for number, event in enumerate(shown, 1)}
    room = ROOMS[length]
    caller = Caller(model)
    try:
        reply: Any = caller.ask(
            "merge_briefing",
            _form(tuple(given)),
            _reply_tokens(model),
            sentences=fenced("\n".join(_line(name, event) for name, event in given.items()), "sentences"),
            bottom_line=str(room.bottom_line),
            told=str(room.told),
            audience=_READERS[audience],
        )
    except ModelError as problem:
        note = f"The model could not be used to order the briefing; it is ordered by rule ({str(problem).rstrip('.')})."
        return Merged(by_rule, (note,), caller.usage, caller.prompts)
    editor = _Editor(given, verifier)
    bottom = editor.bottom_line(reply.bottom_line, room.bottom_line) or by_rule.bottom_line
    themes = editor.themes(reply.themes, room.told, ahead=bottom if _of_one(found) else ())
    if not themes:
        note = "The model gave no order that could be used; the briefing is ordered by rule."
        return Merged(by_rule, (note,), caller.usage, caller.prompts)
    return Merged(_parts(found, themes, bottom, by_rule, editor), editor.notes, caller.usage, caller.prompts)


def _parts(
    found: Sequence[Event], themes: tuple[Theme, ...], bottom: tuple[Statement, ...], by_rule: Parts, editor: _Editor
) -> Parts:
    told = {id(editor.given[name]) for name in editor.used}
    kept = {marker for s in (*by_rule.judgements, *by_rule.watch) for marker in s.markers}
    undated = [s for s in by_rule.watch if s.when or not _stands(s, themes)]
    rest = sum(id(e) not in told and e.item.marker not in kept for e in found)
    return replace(by_rule, bottom_line=bottom, themes=themes, watch=tuple(undated), left_out=rest)


def _of_one(found: Sequence[Event]) -> bool:
    return len({marker.source for event in found for marker in event.statement.markers}) == 1


def _stands(statement: Statement, themes: Sequence[Theme]) -> bool:
    return any(statement.text == other.text for theme in themes for other in theme.statements)


def _fitting(found: Sequence[Event], model: Model) -> list[Event]:
    """The weightiest events that fit one request, in order of telling."""
    budget = model.context_tokens - _reply_tokens(model) - _OVERHEAD
    budget -= sum(model.count(template.text) for template in load("merge_briefing").templates)
    wanted: set[int] = set()
    for event in sorted(found, key=lambda e: -e.weight)[:_MOST_ITEMS]:
        budget -= model.count(_line("P100", event)) + 12  # its id stands in the reply and in the form
        if budget < 0:
            break
        wanted.add(id(event))
    return [event for event in found if id(event) in wanted]


def _reply_tokens(model: Model) -> int:
    return max(_LEAST_REPLY, min(_MOST_REPLY, model.context_tokens // 4))


def _line(name: str, event: Event) -> str:
    statement = event.statement
    articles = ", ".join(str(marker.source) for marker in statement.markers)
    nature = "plan" if planned(event) else "fact"
    differing = "; ".join(" against ".join(told.english for told in pair) for pair in statement.differing)
    differ = f" (the articles differ: {differing})" if differing else ""
    return f"[{name}] (article {articles}; {nature}) {statement.text}{differ}"


def _form(ids: tuple[str, ...]) -> type[BaseModel]:
    """The reply's form for one request: ids only of sentences that were shown."""
    name = StrEnum("SentenceId", {i: i for i in ids})  # type: ignore[misc]
    cited: Any = create_model("Line", text=(str, ...), ids=(list[name], ...))
    told: Any = create_model("Told", ids=(list[name], ...), text=(str | None, ...))
    theme: Any = create_model("Theme", title=(str, ...), statements=(list[told], ...))
    return create_model("BriefingOrder", bottom_line=(list[cited], ...), themes=(list[theme], ...))


class _Editor:
    """Turns ids and wordings into statements that are checked."""

    def __init__(self, given: dict[str, Event], verifier: Verifier) -> None:
        self.given = given
        self.verifier = verifier
        self.used: set[str] = set()
        self._refused = 0
        self._titles = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What was not taken from the reply."""
        notes = []
        if self._refused:
            count = "1 sentence" if self._refused == 1 else f"{self._refused} sentences"
            notes.append(f"{count} the model worded anew failed the check; the checked summary's words stand there.")
        if self._titles:
            notes.append("A theme's title that held a figure or a name not in its sources was replaced.")
        return tuple(notes)

    def themes(self, given: Sequence[Any], most: int, ahead: Sequence[Statement] = ()) -> tuple[Theme, ...]:
        """The themes that hold something, ``most`` statements in all, without what was told ``ahead``.

        Unless that is all there is: a briefing without developments is none.
        """
        cited = {marker for statement in ahead for marker in statement.markers}
        said = {name for name, event in self.given.items() if cited.issuperset(event.statement.markers)}
        if any(str(name) not in said for theme in given for entry in theme.statements for name in entry.ids):
            self.used |= said
        themes: list[Theme] = []
        left = most
        for theme in given:
            told: list[Statement] = []
            for entry in theme.statements:
                told += self._told(entry)[: left - len(told)]
            if told:
                themes.append(Theme(self._title(clean(theme.title), told), tuple(told)))
                left -= len(told)
        return tuple(themes)

    def bottom_line(self, given: Sequence[Any], most: int) -> tuple[Statement, ...]:
        """The bottom line's sentences, each borne out by what it cites."""
        lines: list[Statement] = []
        for entry in given[:most]:
            events = [self.given[str(name)] for name in dict.fromkeys(map(str, entry.ids))]
            if events:
                made = self._worded(clean(entry.text), events) or events[0].statement
                if made not in lines:
                    lines.append(made)
        return tuple(lines)

    def _told(self, entry: Any) -> list[Statement]:
        names = [n for n in dict.fromkeys(map(str, entry.ids)) if n not in self.used]
        if not names:
            return []
        self.used.update(names)
        events = [self.given[name] for name in names]
        text = clean(entry.text or "")
        if not text or text == events[0].statement.text:
            return [event.statement for event in events]
        made = self._worded(text, events)
        return [made] if made else [event.statement for event in events]

    def _worded(self, text: str, events: Sequence[Event]) -> Statement | None:
        """A wording of the model's own as a statement; None where anything of it is flagged by any article it cites."""
        if not text:
            return None
        for event in events:
            if text.rstrip(".") == event.statement.text.rstrip("."):
                return event.statement
        cited: dict[int, list[str]] = {}
        for marker in (m for event in events for m in event.statement.markers):
            cited.setdefault(marker.source, []).extend(s for s in marker.sentences if s not in cited[marker.source])
        made = self.verifier.statement(text, [Marker(source, tuple(ids)) for source, ids in sorted(cited.items())])
        if made.flagged or reads_german(text) or len(text.split()) > 60:
            self._refused += 1
            return None
        dates = sorted((e.statement.order, e.statement.when) for e in events if e.statement.when)
        plans = all(planned(event) for event in events)
        return replace(
            made,
            nature=Nature.PLAN if plans else Nature.FACT,
            also=tuple(m for e in events for m in e.statement.also),
            differing=tuple(pair for e in events for pair in e.statement.differing),
            when=dates[0][1] if dates else "",
            order=dates[0][0] if dates else "",
            rewritten=True,
        )

    def _title(self, title: str, told: Sequence[Statement]) -> str:
        """The model's title, if it says nothing that needs a source; else a plain one."""
        title = title.rstrip(".:")
        markers = {marker for statement in told for marker in statement.markers}
        held = any(not self.verifier.check(title, marker).names for marker in markers)
        if title and len(title) <= _LONGEST_TITLE and held and not find(title, "en") and not reads_german(title):
            return title
        self._titles += 1
        return OTHER
