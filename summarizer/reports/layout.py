"""What a report says and in what order, as blocks any format can draw.

A summary comes first, then the deals, then the check, then how it all came about: the order in which somebody with
two minutes reads. A verification is its check alone. To say more in every format, add it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto

from summarizer.data import Check, Deal, Draft, DraftSentence, Figure, Provenance, Reading, Report, Sentence, Span
from summarizer.reports import findings, wording
from summarizer.reports.blocks import Block, Bullets, Document, Heading, Line, Paragraph, Run, Style, Table, line
from summarizer.reports.findings import Checked, Source
from summarizer.reports.marking import Marks, excerpt, marked, sentence_at

_UNBROKEN = 24
_LEAST_SHOWN = Decimal("0.0001")
"""US dollars; what costs less is not shown as nothing."""
NO_HEADLINE = "No headline"
NO_SUMMARY = "No summary"


class Medium(Enum):
    """What a document is laid out for."""

    SCREEN = auto()
    """Narrow, and scrolls: deals in few columns, no appendix."""
    PAGE = auto()
    """As wide as it needs, and kept: each part of a deal in a column of its own, the German sentences cited at the end.
    """
    SHEET = auto()
    """Paper: kept, and narrow."""


def document(content: Report | Reading, medium: Medium) -> Document:
    """The blocks of a report or a figure list, for a screen, a page or a sheet of paper."""
    if isinstance(content, Reading):
        return tuple(_figure_list(content))
    if content.draft is None:
        return tuple(_verification(content))
    return tuple(_summary(content, content.draft, medium))


def _summary(report: Report, draft: Draft, medium: Medium) -> Iterator[Block]:
    marks: Marks = [(f.claim.span, Style.FLAG) for f in report.check.findings if f.flagged and f.claim]
    marks = [*marks, *((name.span, Style.FLAG) for name in report.check.names if name.flagged)]
    first, *rest = report.target_sentences
    title = marked(report.target, first.span, marks)
    yield Heading(title or line(NO_HEADLINE if is_written(draft) else NO_SUMMARY), 1)
    yield Paragraph(line(Run(source_line(report), Style.QUIET)))
    texts = checked(report)
    yield Paragraph(findings.verdict_line(texts, written=is_written(draft)))
    for sentence, cited in zip(rest, draft.sentences, strict=True):
        yield Paragraph(line(*marked(report.target, sentence.span, marks), *_cited(cited)))
    yield from deal_blocks(report, draft, wide=medium is Medium.PAGE)
    yield Heading(line("Check"))
    yield from findings.blocks(texts, Source(report.article, report.sentences), written=is_written(draft))
    yield from note_blocks(report)
    if medium is not Medium.SCREEN:
        yield from _cited_sentences(report, draft)
    yield Heading(line("How this came about"))
    yield Paragraph(line(provenance_line(report.provenance)))


def is_written(draft: Draft) -> bool:
    """Whether there is a summary at all."""
    return any(sentence.text.strip() for sentence in draft.sentences)


def _verification(report: Report) -> Iterator[Block]:
    yield Heading(line("Figure check"), 1)
    yield from findings.blocks(checked(report), Source(report.article, report.sentences))
    yield from (Paragraph(line(Run(f"Source: {note}", Style.QUIET))) for note in report.article.notes)
    yield Paragraph(line(Run(provenance_line(report.provenance), Style.QUIET)))


def checked(report: Report) -> tuple[Checked, ...]:
    """The text, and after it the line of each deal, with what was found in each."""
    draft = report.draft
    if draft is None and report.translation is not None:
        named = tuple(f"for {passage.source}" for passage in report.translation.passages)
        return (Checked(report.target, report.target_sentences, named, report.check),)
    if draft is None:
        names = tuple(f"sentence {number}" for number in range(1, len(report.target_sentences) + 1))
        return (Checked(report.target, report.target_sentences, names, report.check),)
    names = ("headline", *(f"sentence {number}" for number in range(1, len(report.target_sentences))))
    text = Checked(report.target, report.target_sentences, names, report.check)
    return (text, *(_checked_deal(number, deal, check) for number, deal, check in numbered_deals(report)))


def _checked_deal(number: int, deal: Deal, check: Check) -> Checked:
    from summarizer.drafting.wording import deal_line

    said = deal_line(deal)
    return Checked(said, (Sentence("S1", Span(0, len(said)), 0),), (f"deal {number}",), check)


def numbered_deals(report: Report) -> Iterator[tuple[int, Deal, Check]]:
    """The deals of a summary with their numbers, from 1, and the checks of their lines."""
    for index, deal in enumerate(report.draft.deals if report.draft else ()):
        yield index + 1, deal, report.deal_checks[index] if index < len(report.deal_checks) else Check(())


def source_line(report: Report) -> str:
    """What the source is, in one line."""
    article = report.article
    known = [
        article.title or "",
        article.author or "",
        article.outlet or "",
        article.published or "",
        article.url or ("standard input" if article.origin == "-" else article.origin),
        _language(article.language, article.language_probability),
        wording.plural(len(report.sentences), "sentence"),
        wording.plural(len(report.figures), "figure"),
    ]
    return "Source: " + " · ".join(part for part in known if part)


def _language(code: str | None, probability: float | None) -> str:
    if code is None:
        return ""
    name = {"de": "German", "en": "English"}.get(code, code)
    return name if probability is None else f"{name} (probability {probability:.2f})"


def _cited(sentence: DraftSentence) -> Iterator[str | Run]:
    for source in sentence.sources:
        yield " "
        yield Run(f"[{source}]", Style.REFERENCE, f"#{source}")


def deal_blocks(report: Report, draft: Draft, *, wide: bool) -> Iterator[Block]:
    """The deals in a table under their heading; ``wide`` gives each part of a deal a column of its own."""
    yield Heading(line("Deals"))
    if not draft.deals:
        yield Paragraph(line("None found."))
        return
    titles = _PAGE_TITLES if wide else _SCREEN_TITLES
    cells = _page_cells if wide else _screen_cells
    rows = [
        (_number(number, check), *map(line, cells(deal)), _evidence(deal))
        for number, deal, check in numbered_deals(report)
    ]
    kept = [0, *(column for column in range(1, len(titles)) if any(row[column] for row in rows))]
    keys = [_keys(number, deal) for number, deal, _ in numbered_deals(report)]
    yield Table(
        titles=tuple(titles[column] for column in kept),
        rows=tuple(tuple(row[column] for column in kept) for row in rows),
        numeric=frozenset({0}),
        keys=tuple(tuple(each.get(titles[column], "") for column in kept) for each in keys),
    )


def _keys(number: int, deal: Deal) -> dict[str, str]:
    figures = {"Quantity": deal.quantity, "Amount": deal.amount, "Share": deal.share, "Date": deal.date}
    values = {title: wording.exact(figure.value) or "" for title, figure in figures.items() if figure}
    return {"#": str(number), "Source": deal.evidence[0].removeprefix("S") if deal.evidence else "", **values}


def _number(number: int, check: Check) -> Line:
    return line(Run(str(number), Style.FLAG if check.flagged else Style.PLAIN))


_PAGE_TITLES = ("#", "Parties", "Kind", "Item", "Quantity", "Amount", "Share", "Date", "Status", "Note", "Source")
_SCREEN_TITLES = ("#", "Parties", "Deal", "Figures", "Status", "Source")


def _page_cells(deal: Deal) -> tuple[str, ...]:
    return (
        _parties(deal),
        deal.kind.value,
        deal.item,
        _quantity(deal),
        _english(deal.amount),
        _english(deal.share),
        _english(deal.date),
        deal.status.value,
        _remarks(deal),
    )


def _screen_cells(deal: Deal) -> tuple[str, ...]:
    figures = (_quantity(deal), _english(deal.amount), _english(deal.share), _english(deal.date))
    return (
        _parties(deal),
        _kind_and_item(deal),
        "; ".join(figure for figure in figures if figure),
        "; ".join(part for part in (deal.status.value, _remarks(deal)) if part),
    )


def _evidence(deal: Deal) -> Line:
    return line(*(part for source in deal.evidence for part in (" ", Run(source, link=f"#{source}"))))[1:]


def _parties(deal: Deal) -> str:
    from summarizer.drafting.wording import party_name

    return "; ".join(party_name(party) for party in deal.parties)


def _kind_and_item(deal: Deal) -> str:
    if deal.item.lower().startswith(deal.kind.value):  # "investment: investment agreement"
        return deal.item
    return f"{deal.kind.value}: {deal.item}" if deal.item else deal.kind.value


def _quantity(deal: Deal) -> str:
    from summarizer.drafting.wording import share_of_quantity

    quantity = _english(deal.quantity)
    parts = ", ".join(_unbroken(share_of_quantity(part)) for part in deal.parts if part.counted)
    return f"{quantity} ({parts})" if quantity and parts else quantity or parts


def _remarks(deal: Deal) -> str:
    from summarizer.drafting.wording import remarks

    return remarks(deal)


def _english(figure: Figure | None) -> str:
    from summarizer.figures import english

    return english(figure) if figure else ""


def notes(report: Report) -> tuple[Line, ...]:
    """What a reader must know of how it was read and written, a line each."""
    draft = report.draft
    made = draft or report.translation
    told = [line(note) for note in (*report.article.notes, *(made.notes if made else ()))]
    read = len(set(draft.covered)) if draft else 0
    if draft and draft.covered and read < len(report.sentences):
        told.append(line(f"The model read {read:,} of the article's {len(report.sentences):,} sentences."))
    return tuple(told)


def note_blocks(report: Report) -> Iterator[Block]:
    """The notes under their heading, where there are any."""
    found = notes(report)
    if found:
        yield Heading(line("Notes"))
        yield Bullets(found)


def _cited_sentences(report: Report, draft: Draft) -> Iterator[Block]:
    cited = {source for sentence in (draft.headline, *draft.sentences) for source in sentence.sources}
    cited |= {source for deal in draft.deals for source in deal.evidence}
    found = [sentence for sentence in report.sentences if sentence.id in cited]
    if found:
        yield Heading(line("Sentences cited"))
        yield Bullets(
            tuple(
                line(
                    Run(f"[{sentence.id}] ", Style.REFERENCE),
                    *excerpt(report.article.text, sentence.span, (), limit=600),
                )
                for sentence in found
            ),
            anchors=tuple(sentence.id for sentence in found),
        )


def provenance_line(provenance: Provenance) -> str:
    """Who or what made it: the model and its endpoint, the strategy, the tokens, the version."""
    version = f"summarizer {provenance.version}".strip()
    if provenance.model is None:
        return f"Checked by rule, without a model; {version}."
    where = "embedded, on this machine" if provenance.endpoint == "embedded" else f"at {provenance.endpoint}"
    parts = [
        f"A model wrote this: {provenance.model} ({where})",
        f"strategy {provenance.strategy}" if provenance.strategy else "",
        _taken(provenance),
        version,
    ]
    return "; ".join(part for part in parts if part) + "."


def _taken(provenance: Provenance) -> str:
    """What the model calls took: calls, tokens, answers that were there already, money where a price is known."""
    usage = provenance.usage
    parts = [f"{wording.plural(usage.calls, 'call')}, {usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens"]
    if usage.cached:
        parts.append(f"{wording.plural(usage.cached, 'answer')} from the cache")
    if provenance.cost:
        parts.append(f"${max(provenance.cost, _LEAST_SHOWN):.4f}")
    return ", ".join(parts)


def provenance_fields(report: Report) -> Iterator[tuple[str, Line]]:
    """How a report came about, as labelled lines: the model, what it was asked with, what it took, the source."""
    made, article = report.provenance, report.article
    known = {
        "Written by": "" if made.model is None else f"{made.model}, a language model; read it against the German",
        "Checked by": f"rule, without a model (summarizer {made.version})".replace(" )", ")"),
        "Model runs at": {"embedded": "this machine (embedded)"}.get(made.endpoint or "", made.endpoint or ""),
        "Strategy": made.strategy or "",
        "Prompts": ", ".join(f"{name} {digest[:12]}" for name, digest in sorted(made.prompts.items())),
        "Took": "" if made.model is None else _taken(made),
        "Source": "standard input" if article.origin == "-" else article.origin,
        "Title": article.title or "",
        "Author": article.author or "",
        "Outlet": article.outlet or "",
        "Published": article.published or "",
        "Retrieved": article.retrieved or "",
        "Language": _language(article.language, article.language_probability),
    }
    yield from ((label, line(said)) for label, said in known.items() if said)
    if article.url:
        yield "Address", line(Run(article.url, link=article.url))


def _figure_list(reading: Reading) -> Iterator[Block]:
    yield Heading(line("Figures"), 1)
    yield from (Paragraph(line(Run(note, Style.QUIET))) for note in reading.article.notes)
    if not reading.figures:
        yield Paragraph(line("None found."))
        return
    yield Table(
        titles=("Figure", "Kind", "Value", "Unit", "Qualifier", "Sentence"),
        rows=tuple(_figure_row(figure, reading) for figure in reading.figures),
        numeric=frozenset({2}),
    )
    yield Paragraph(line(Run(f"{wording.plural(len(reading.figures), 'figure')}.", Style.QUIET)))


def _figure_row(figure: Figure, reading: Reading) -> tuple[Line, ...]:
    sentence = sentence_at(reading.sentences, figure.span.start)
    stretch = sentence.span if sentence else figure.span
    where = excerpt(reading.article.text, stretch, [(figure.span, Style.SOURCE)], limit=40)
    return (
        line(Run(_unbroken(figure.surface), Style.STRONG)),
        line(wording.kind(figure.kind)),
        line(wording.value_of(figure)),
        line(figure.unit or figure.noun or ""),
        line(wording.QUALIFIERS[figure.qualifier]),
        line(Run(f"{sentence.id} " if sentence else "", Style.QUIET), *where),
    )


def _unbroken(text: str) -> str:
    """A short text that is looked for in its column, kept on one line."""
    return text.replace(" ", "\u00a0") if len(text) <= _UNBROKEN else text
