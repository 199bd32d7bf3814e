"""The strategies for a capable model: the whole article in one request, or notes on chunks that are then merged.

The fixed part of each prompt comes first, so that endpoints that remember prefixes answer the next chunk faster. Every
size is decided before the first request: chunks by the model's own count, merges by how many replies of full length
fit one prompt. So the number of requests is known beforehand, and a text of any length ends in one summary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from summarizer import chunking
from summarizer.data import Article, Deal, Draft, DraftSentence, Figure, Sentence
from summarizer.drafting import numbered, replies
from summarizer.drafting.addressed import addressed, resting_on
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import Ground
from summarizer.drafting.options import Options, Strategy
from summarizer.drafting.terms import Glossary
from summarizer.errors import ReplyError, UsageError
from summarizer.llm import Message, Model
from summarizer.prompting import fenced, load

_LEAST_REPLY, _MOST_REPLY = 512, 6_000
_OVERHEAD = 128
"""Tokens that chat templates, and the reason for a second try, add to a request, at most."""
_NOTHING_CITED = (
    "Your last reply held no sentence that cites a source. Write at least one sentence, in English, and cite for each "
    "the ids it rests on."
)
_SCHEMA_TOKENS = 700
"""What the reply's form adds to a prompt where an endpoint takes it as text, ids aside."""
_TOKENS_A_FIGURE = 30
_LEAST_CHUNK = 200
_CHUNK_SHARE = 0.5
"""Of what a request may hold, the part for sentences; the rest is for their figures and terms."""
_NOTE_TOKENS = 70
"""A note of a sentence or two, with its id."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request about a part of the article, ready to be sent."""

    messages: list[Message]
    form: type[Any]
    sentences: tuple[Sentence, ...]
    tokens: int


@dataclass(frozen=True, slots=True)
class Work:
    """What a draft by a strong model will do."""

    strategy: Strategy
    requests: tuple[Request, ...]
    reply_tokens: int
    notes_each: int
    """The most notes a chunk may give."""
    fan_in: int
    """How many sets of notes one merge takes."""
    merge_tokens: int
    """Of one merge's prompt, at most."""
    addressed: frozenset[str]
    """Ids of sentences that speak to a machine: what rests on them is flagged."""

    @property
    def merges(self) -> int:
        """How many merge requests there will be."""
        total, sets = 0, len(self.requests)
        if self.strategy is Strategy.WHOLE:
            return 0
        while True:
            sets = ceil(sets / self.fan_in)
            total += sets
            if sets == 1:
                return total

    @property
    def calls(self) -> int:
        """Requests, second tries and repairs aside."""
        return len(self.requests) + self.merges

    @property
    def prompt_tokens(self) -> int:
        """Of all requests; merges counted as full."""
        return sum(request.tokens for request in self.requests) + self.merges * self.merge_tokens


def prepare(
    article: Article, sentences: Sequence[Sentence], figures: Sequence[Figure], model: Model, options: Options
) -> Work:
    """Decide on chunks and sizes. Raises `UsageError` where the window is too small even for one chunk."""
    glossary = Glossary.read(options.glossaries).for_article(article.text)
    room = max(_LEAST_REPLY, min(_MOST_REPLY, model.context_tokens // 4))
    build = _Builder(article.text, figures, model, glossary, options)
    budget = model.context_tokens - room - _OVERHEAD
    told = frozenset(s.id for s in sentences if addressed(s.span.of(article.text)))
    whole = build.request("summarise_article", tuple(sentences), options.length.sentences)
    if options.strategy is not Strategy.MAP_REDUCE and (whole.tokens <= budget or options.strategy is Strategy.WHOLE):
        if whole.tokens > budget:
            raise UsageError(
                f"The article does not fit {model.name} in one request ({whole.tokens} tokens of {budget}); "
                "use --strategy map-reduce."
            )
        return Work(Strategy.WHOLE, (whole,), room, 0, 1, 0, told)
    notes_each = max(6, min(24, room // (2 * _NOTE_TOKENS)))
    requests = build.chunks(tuple(sentences), budget, notes_each)
    merge_base = model.count("".join(t.text for t in load("merge_notes").templates)) + _SCHEMA_TOKENS
    fan_in = max(2, (budget - merge_base) // (notes_each * _NOTE_TOKENS))
    merge_tokens = merge_base + min(fan_in, len(requests)) * notes_each * _NOTE_TOKENS
    return Work(Strategy.MAP_REDUCE, requests, room, notes_each, fan_in, merge_tokens, told)


def draft(caller: Caller, figures: Sequence[Figure], work: Work, options: Options) -> Draft:
    """The draft. Raises `ModelError`."""
    caller.prompts.update({name: load(name).digest for name in _prompts(work)})
    covered = tuple(dict.fromkeys(s.id for request in work.requests for s in request.sentences))
    if work.strategy is Strategy.WHOLE:
        request = work.requests[0]
        caller.progress("summary", 0, 1)
        reply, ground, sentences = _ask(caller, request, figures, work)
        caller.progress("summary", 1, 1)
        headline = ground.sentence(reply.headline) or _headline_of(sentences)
        made = Draft(headline, sentences, ground.deals(reply.deals), (*ground.notes, *caller.notes), covered)
    else:
        made = _map_reduce(caller, figures, work, options, covered)
    if not made.sentences:
        raise ReplyError(
            f"{caller.model.name} twice wrote no sentence that cites the article: try again, or use another model."
        )
    return replace(made, doubts=resting_on(made, work.addressed))


def _ask(
    caller: Caller, request: Request, figures: Sequence[Figure], work: Work
) -> tuple[Any, Ground, tuple[DraftSentence, ...]]:
    """The reply, what it is held against, its cited sentences; asked once more where there are none."""
    reply: Any = None
    for messages in (request.messages, _again(request.messages)):
        reply = caller.ask_messages(messages, request.form, work.reply_tokens)
        ground = Ground(figures, numbered.places(request.sentences, figures))
        sentences = ground.sentences(reply.sentences)
        if sentences:
            break
        caller.note("An answer without a cited sentence was asked for again.")
    return reply, ground, sentences


def _again(messages: Sequence[Message]) -> list[Message]:
    """The same request with the reason why it is sent again, in the last message: some chats must alternate."""
    *before, last = messages
    return [*before, Message(role=last["role"], content=f"{last['content']}\n\n{_NOTHING_CITED}")]


def _map_reduce(
    caller: Caller, figures: Sequence[Figure], work: Work, options: Options, covered: tuple[str, ...]
) -> Draft:
    sets: list[list[DraftSentence]] = []
    deals: list[Deal] = []
    notes: list[str] = []
    for done, request in enumerate(work.requests):
        caller.progress("notes", done, work.calls)
        reply, ground, noted = _ask(caller, request, figures, work)
        if not noted:
            first, last_one = request.sentences[0].id, request.sentences[-1].id
            notes.append(f"The model noted nothing of {first} to {last_one}.")
        sets.append(list(noted)[: work.notes_each])
        deals += [deal for deal in ground.deals(reply.deals) if not _told(deal, deals)]
        notes += ground.notes
    headline = DraftSentence("", ())
    done = len(work.requests)
    while True:
        groups = [sets[at : at + work.fan_in] for at in range(0, len(sets), work.fan_in)]
        sets = []
        for group in groups:
            caller.progress("merge", done, work.calls)
            last = len(groups) == 1
            headline, merged = _merge(caller, group, work, options.length.sentences if last else work.notes_each)
            sets.append(merged)
            done += 1
        if len(sets) == 1:
            break
    caller.progress("merge", done, work.calls)
    sentences = tuple(sets[0])
    notes = [*dict.fromkeys(notes), *caller.notes]
    return Draft(headline if headline.text else _headline_of(sentences), sentences, tuple(deals), tuple(notes), covered)


def _merge(
    caller: Caller, group: Sequence[Sequence[DraftSentence]], work: Work, length: int
) -> tuple[DraftSentence, list[DraftSentence]]:
    """Several sets of notes as one; citations of notes become citations of the sentences behind them."""
    given = {f"N{number}": note for number, note in enumerate((n for notes in group for n in notes), 1)}
    if not given:
        return DraftSentence("", ()), []
    text = fenced("\n".join(f"[{name}] {note.text}" for name, note in given.items()), "notes")
    messages = caller.messages("merge_notes", notes=text, length=str(length))
    form = replies.merged(list(given))
    reply, ground, cited = _ask(caller, Request(messages, form, (), 0), (), work)

    def traced(sentence: DraftSentence) -> DraftSentence:
        sources = dict.fromkeys(s for name in sentence.sources for s in given[name].sources)
        return DraftSentence(sentence.text, tuple(sorted(sources, key=lambda s: int(s[1:]))))

    headline = ground.sentence(reply.headline)
    merged = [traced(sentence) for sentence in cited]
    caller.notes += ground.notes
    return (traced(headline) if headline else DraftSentence("", ())), merged


class _Builder:
    """Builds requests about parts of one article."""

    def __init__(
        self, text: str, figures: Sequence[Figure], model: Model, glossary: Glossary, options: Options
    ) -> None:
        self.text = text
        self.figures = figures
        self.model = model
        self.glossary = glossary
        self.options = options

    def request(self, prompt: str, sentences: tuple[Sentence, ...], length: int) -> Request:
        """The request ``prompt`` about ``sentences``."""
        where = numbered.places(sentences, self.figures)
        inside = [f for f in self.figures if f.id in where]
        messages: list[Message] = [
            Message(role=m["role"], content=m["content"])
            for m in load(prompt).messages(
                article=numbered.block(self.text, sentences),
                figures=numbered.figure_list(inside, where),
                terms=numbered.term_list(self.text, sentences, self.glossary),
                length=str(length),
            )
        ]
        ids = list(dict.fromkeys(s.id for s in sentences))
        form = replies.summary(ids, [f.id for f in inside], headline=prompt == "summarise_article")
        tokens = sum(self.model.count(m["content"]) for m in messages) + _SCHEMA_TOKENS + 4 * (len(ids) + len(inside))
        return Request(messages, form, sentences, tokens)

    def chunks(self, sentences: tuple[Sentence, ...], budget: int, notes_each: int) -> tuple[Request, ...]:
        """One request a chunk, each within ``budget``: chunks are made smaller until all fit."""
        base = self.request("note_chunk", (), notes_each).tokens
        limit = int((budget - base) * _CHUNK_SHARE)
        while limit >= _LEAST_CHUNK:
            packed = chunking.pack(
                self.text, sentences, self.model.count, limit, write=lambda s: numbered.line(self.text, s)
            )
            requests = tuple(self.request("note_chunk", chunk.sentences, notes_each) for chunk in packed)
            if all(request.tokens <= budget for request in requests):
                return requests
            limit = int(limit * 0.8)
        raise UsageError(
            f"{self.model.name} holds {self.model.context_tokens} tokens, too few for a chunk of this article; "
            "use a model with a larger window, or --strategy sentences."
        )


def _prompts(work: Work) -> tuple[str, ...]:
    return ("summarise_article",) if work.strategy is Strategy.WHOLE else ("note_chunk", "merge_notes")


def _headline_of(sentences: Sequence[DraftSentence]) -> DraftSentence:
    return sentences[0] if sentences else DraftSentence("No summary", ())


def _told(deal: Deal, before: Sequence[Deal]) -> bool:
    """Whether a chunk before told the same deal."""

    def who(d: Deal) -> frozenset[str]:
        return frozenset(party.name.lower() for party in d.parties)

    def what(d: Deal) -> tuple[object, ...]:
        return tuple(f.value if f else None for f in (d.amount, d.quantity, d.share))

    return any(who(deal) == who(b) and deal.kind is b.kind and what(deal) == what(b) for b in before)
