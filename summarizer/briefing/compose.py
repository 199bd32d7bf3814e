"""From inputs to a briefing: reads each, has it summarised and checked, and puts one briefing together.

`brief` is the room's one door. An input that can't be read, is not German, or that the model fails on never ends the
briefing: it is listed with its reason. Only where nothing is left to brief from is that an error, the first of them.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from summarizer import __version__, inputs, pipeline
from summarizer.briefing import merge, reread
from summarizer.briefing.assemble import Parts, assemble
from summarizer.briefing.events import clusters, unrepeated
from summarizer.briefing.gather import Gathered
from summarizer.briefing.items import Verifier, items
from summarizer.briefing.records import Audience, Briefing, Source, Unread
from summarizer.briefing.rows import rows
from summarizer.briefing.told import events, with_differences
from summarizer.data import Article, Draft, Provenance, Report, Sensitivity, Usage
from summarizer.drafting.options import Length, Options
from summarizer.errors import EndpointError, InputError, ModelError, SummarizerError

if TYPE_CHECKING:
    from summarizer.llm import Model, Settings

TITLE = "Briefing"
_TWICE = 2
OnStep: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a caller may choose; none of it changes what is said to be so."""

    title: str = TITLE
    length: Length = Length.MEDIUM
    audience: Audience = Audience.MINISTER
    today: str = ""
    """ISO date of the briefing; empty: the day it is made."""
    drafts: Options = field(default_factory=Options)
    """How the articles are summarised."""
    source_language: str | None = None
    sensitivity: Sensitivity = Sensitivity.DEFAULT
    by_rule: bool = False
    """Order the briefing by rule, even where the model could."""
    ask_editor: bool = False
    """Ask a capable model to order the briefing even where it summarised none of the articles."""

    @property
    def date(self) -> str:
        """The briefing's ISO date."""
        return self.today or datetime.date.today().isoformat()


def brief(
    given: Gathered | Sequence[str | Article | Report],
    *,
    settings: Settings | None = None,
    choices: Choices | None = None,
    progress: OnStep | None = None,
    model: Model | None = None,
) -> Briefing:
    """One English briefing from several German articles, every figure of it checked against the article it cites.

    ``given`` are names that `summarizer.inputs.read` takes, names of JSON reports of summaries made before, articles,
    or reports; or what `gather` found. The model is opened only if there is something to ask it: ``settings`` as in
    `summarizer.pipeline.summarize`, or an open ``model``.
    Raises what the first input failed with where none gives anything.
    """
    chosen, tell = choices or Choices(), progress or _silent
    gathered = given if isinstance(given, Gathered) else Gathered(())
    work = _Work(chosen, tell, gathered.read)
    with contextlib.ExitStack() as stack:
        asked = _Lazy(lambda: model or stack.enter_context(pipeline.opened(settings, tell)))
        found, unread, notes = work.reports(given.names if isinstance(given, Gathered) else given, asked)
        sources = tuple(Source(number, report) for number, report in enumerate(found, 1))
        tell("putting the briefing together")
        editor = None if chosen.by_rule else asked.editor(chosen.ask_editor)
        made = _composed(sources, (*gathered.unread, *unread), chosen, editor)
    return replace(made, notes=(*gathered.notes, *notes, *made.notes))


def compose(
    reports: Sequence[Report],
    choices: Choices | None = None,
    *,
    model: Model | None = None,
    unread: Sequence[Unread] = (),
) -> Briefing:
    """A briefing from checked summaries; a capable ``model`` orders it, without one it is put together by rule."""
    sources = tuple(Source(number, report) for number, report in enumerate(reports, 1))
    return _composed(sources, unread, choices or Choices(), model)


def _repeated(count: int) -> list[str]:
    if not count:
        return []
    one = count == 1
    return [
        f"{count} sentence{' that says' if one else 's that say'} again what {'its' if one else 'their'} article says "
        f"before {'was' if one else 'were'} left out."
    ]


def _composed(sources: Sequence[Source], unread: Sequence[Unread], choices: Choices, model: Model | None) -> Briefing:
    verifier = Verifier(sources, choices.sensitivity)
    every = items(sources, verifier, choices.date)
    told = unrepeated(every)
    found = events(clusters(told), verifier)
    parts = assemble(found, sources, verifier, choices.length)
    provenance = _provenance([source.report.provenance for source in sources])
    notes = _repeated(len(every) - len(told))
    if model is not None and merge.able(model):
        merged = merge.merge(found, verifier, choices.length, choices.audience, model, parts)
        parts, notes = merged.parts, [*notes, *merged.notes]
        cost = _cost(model.name, model.endpoint, merged.usage, None)
        provenance = _with(provenance, merged.usage, merged.prompts, cost)
    return Briefing(
        title=choices.title,
        date=choices.date,
        bottom_line=parts.bottom_line,
        themes=parts.themes,
        judgements=parts.judgements,
        rows=with_differences(rows(sources), found),
        watch=parts.watch,
        sources=tuple(sources),
        unread=tuple(unread),
        provenance=provenance,
        notes=(*notes, *_left_out(parts), *_article_notes(sources)),
        doubts=tuple(f"Article {s.number}: {doubt}" for s in sources for doubt in s.report.check.doubts),
        audience=choices.audience,
    )


class _Lazy:
    """A model that is opened when it is first asked for."""

    def __init__(self, open_it: Callable[[], Model]) -> None:
        self._open = open_it
        self.opened: Model | None = None
        self._failures = 0
        self._gone: EndpointError | None = None

    def editor(self, anyway: bool) -> Model | None:
        """The model, if it has answered last and was asked before, or is to be asked ``anyway``."""
        if self._gone is not None:
            return None
        return self.get() if anyway else self.opened

    def tell(self, problem: SummarizerError | None) -> None:
        """How the last article went: an endpoint that is gone is not waited for at every article that is left."""
        self._gone = problem if isinstance(problem, EndpointError) else None
        self._failures = self._failures + 1 if self._gone else 0

    def get(self) -> Model:
        """The model. Raises `ModelError` where it can't be had, or has failed too often in a row."""
        if self._gone is not None and self._failures >= _TWICE:
            raise self._gone
        if self.opened is None:
            self.opened = self._open()
        return self.opened


@dataclass(frozen=True, slots=True)
class _Work:
    """One run over the inputs."""

    choices: Choices
    tell: OnStep
    read: Callable[[str], Article]

    def reports(
        self, given: Sequence[str | Article | Report], model: _Lazy
    ) -> tuple[list[Report], list[Unread], list[str]]:
        """The reports there are, what gave none, and notes. Raises the first failure where there are none at all.

        A text counts once: an article beside the report on it would bear itself out.
        """
        found: list[Report] = []
        unread: list[Unread] = []
        notes: list[str] = []
        first: SummarizerError | None = None
        for number, each in enumerate(given, 1):
            where = f"article {number} of {len(given)}"
            try:
                self.tell(f"{where}: reading")
                ready = self._ready(each)
                text = ready.article.text if isinstance(ready, Report) else ready.text
                same = next((report for report in found if report.article.text == text), None)
                if same is not None:
                    notes.append(
                        f"{_origin(each)} holds the same text as article {found.index(same) + 1}; it counts once."
                    )
                    continue
                found.append(ready if isinstance(ready, Report) else self._summarized(ready, where, model))
            except (InputError, ModelError) as problem:
                if isinstance(problem, ModelError) and model.opened is None:
                    raise  # there is no model: no other article will do better
                model.tell(problem)
                first = first or problem
                unread.append(Unread(_origin(each), str(problem)))
        if not found:
            raise first or InputError("There is nothing to brief from: name at least one article.")
        return found, unread, notes

    def _ready(self, each: str | Article | Report) -> Article | Report:
        """The report, where it was made before, or the article that is yet to be summarised."""
        if not isinstance(each, str):
            return each
        made = _made_before(each)
        if made is None:
            return self.read(each)
        article, draft, provenance = made
        return pipeline.recheck(article, draft, provenance, sensitivity=self.choices.sensitivity)

    def _summarized(self, each: Article, where: str, model: _Lazy) -> Report:
        article = self._dated(each)
        language = self.choices.source_language
        if language is None:  # before a model is opened for it
            from summarizer.language import german_part, require_german

            require_german((german_part(article.text) or article).text, origin=article.origin)
        report = pipeline.summarize(
            article,
            options=replace(self.choices.drafts, length=_article_length(self.choices.length)),
            source_language=language,
            sensitivity=self.choices.sensitivity,
            progress=lambda step: self.tell(f"{where}: {step}"),
            model=model.get(),
        )
        model.tell(None)
        return report

    def _dated(self, article: Article) -> Article:
        return article if article.retrieved else replace(article, retrieved=self.choices.date)


def _article_length(length: Length) -> Length:
    """A short briefing still reads its articles in full enough to choose from."""
    return Length.MEDIUM if length is Length.SHORT else length


def _made_before(name: str) -> tuple[Article, Draft, Provenance] | None:
    path = Path(name)
    if path.suffix.lower() != ".json" or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            data = file.read(inputs.LARGEST + 1)
    except OSError as problem:
        raise InputError(f"{name} can't be read ({problem.strerror}): check the path.") from None
    if len(data) > inputs.LARGEST or not reread.is_report(data):
        raise InputError(f"{name} is no report of a summary: make one with summarizer summarize -o {path.name}.")
    return reread.read(data, name)


def _origin(each: str | Article | Report) -> str:
    if isinstance(each, str):
        return "standard input" if each == "-" else each
    return each.origin if isinstance(each, Article) else each.article.origin


def _provenance(made: Sequence[Provenance]) -> Provenance:
    """Of all articles together: every model, endpoint and strategy that wrote one, what all calls took."""
    prompts = {name: digest for each in made for name, digest in each.prompts.items()}
    return Provenance(
        model=_listed(each.model for each in made),
        endpoint=_listed(each.endpoint for each in made),
        strategy=_listed(each.strategy for each in made),
        prompts=dict(sorted(prompts.items())),
        usage=sum((each.usage for each in made), Usage()),
        cost=_sum(_cost(each.model, each.endpoint, each.usage, each.cost) for each in made),
        version=__version__,
    )


def _with(provenance: Provenance, usage: Usage, prompts: dict[str, str], cost: Decimal | None) -> Provenance:
    """The same with what the ordering took on top."""
    return replace(
        provenance,
        usage=provenance.usage + usage,
        prompts=dict(sorted({**provenance.prompts, **prompts}.items())),
        cost=_sum((provenance.cost, cost)),
    )


def _cost(model: str | None, endpoint: str | None, usage: Usage, known: Decimal | None) -> Decimal | None:
    """US dollars for ``usage``; None where no price is known."""
    if known is not None or not usage.calls:
        return known if known is not None else Decimal(0)
    from summarizer.llm.prices import price

    found = price(model, endpoint)
    return found.of(usage) if found else None


def _sum(costs: Iterable[Decimal | None]) -> Decimal | None:
    """All of them together; None where one is not known, since a part is not the cost."""
    total = Decimal(0)
    for cost in costs:
        if cost is None:
            return None
        total += cost
    return total


def _listed(values: Iterable[str | None]) -> str | None:
    return ", ".join(dict.fromkeys(value for value in values if value)) or None


def _left_out(parts: Parts) -> tuple[str, ...]:
    if not parts.left_out:
        return ()
    count = "1 sentence" if parts.left_out == 1 else f"{parts.left_out} sentences"
    return (f"For want of room {count} of the articles' summaries {'is' if parts.left_out == 1 else 'are'} left out.",)


def _article_notes(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(
        f"Article {s.number}: {note}" for s in sources for note in (*s.report.article.notes, *_draft_notes(s.report))
    )


def _draft_notes(report: Report) -> tuple[str, ...]:
    return report.draft.notes if report.draft else ()


def _silent(_step: str) -> None:
    return
