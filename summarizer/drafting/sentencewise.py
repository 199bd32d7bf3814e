"""The strategy for a small model: choose sentences by rule, translate each, read the deals, write a headline.

A model of one or two billion parameters invents when given a whole article; given one sentence whose terms and figures
are already English it translates well. So the article is never in one prompt: rules choose and read, the model fills
in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.data import Article, Deal, Draft, DraftSentence, Figure, Sentence, Span
from summarizer.drafting import deals as deal_list
from summarizer.drafting import fidelity, select
from summarizer.drafting.addressed import left_out
from summarizer.drafting.caller import Caller
from summarizer.drafting.deal_rules import Found, Source, meant_by_pronoun, subjects_of
from summarizer.drafting.deals import Material
from summarizer.drafting.options import Options
from summarizer.drafting.order import subject_first
from summarizer.drafting.pinning import pin
from summarizer.drafting.speech import attributed, intended, unsigned
from summarizer.drafting.terms import Glossary
from summarizer.drafting.translate import WITH_WORDS, Translation, tidy, translate
from summarizer.drafting.translation_order import main_clauses
from summarizer.figures import find
from summarizer.llm import Model
from summarizer.prompting import load

_PROMPTS = ("translate_words", "extract_deal", "translate_phrase", "write_headline")
_HEADLINE_TOKENS = 40
_LONGEST_HEADLINE = 140
_STRETCH = 3
"""Half of it is how far beyond the wanted length the deals of an article may take its summary."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a sentence-wise draft will do, decided by rule before the model is asked anything."""

    material: Material
    chosen: tuple[Sentence, ...]
    found: tuple[Found, ...]
    to_ask: tuple[Source, ...]

    @property
    def calls(self) -> int:
        """Requests at most, second tries aside: translations, questions on deals, items, the headline."""
        items = sum(bool(d.item) + len(d.parts) + sum(bool(w.german) for w, _ in d.parties) for d in self.found)
        translations = sum(len(main_clauses(s.span.of(self.material.text))) for s in self.chosen)
        return translations + len(self.to_ask) + items + 1

    def prompt_tokens(self, model: Model) -> int:
        """Of those requests, as ``model`` counts."""
        fixed = {name: sum(model.count(t.text) for t in load(name).templates) for name in _PROMPTS}
        texts = [s.span.of(self.material.text) for s in self.chosen]
        total = sum(fixed["translate_words"] + WITH_WORDS * model.count(text) for text in texts)
        total += sum(fixed["extract_deal"] + model.count(source.text) for source in self.to_ask)
        items = [d.item for d in self.found if d.item] + [item for d in self.found for _, item in d.parts]
        total += sum(fixed["translate_phrase"] + model.count(item) for item in items)
        return total + fixed["write_headline"] + max(map(model.count, texts), default=0)


def prepare(article: Article, sentences: Sequence[Sentence], figures: Sequence[Figure], options: Options) -> Work:
    """Choose and read by rule. Raises `UsageError` for a glossary that can't be used."""
    glossary = Glossary.read(options.glossaries).for_article(article.text)
    material = Material(article.text, sentences, figures, glossary)
    found, to_ask = deal_list.read(material)
    wanted = [evidence for deal in found for evidence in deal.evidence]
    limit = max(options.length.sentences, min(len(set(wanted)), _STRETCH * options.length.sentences // 2))
    usable = [s for s in sentences if s.id not in material.addressed] or list(sentences)
    chosen = select.choose(article.text, usable, figures, limit, wanted)
    return Work(material, chosen, tuple(found), tuple(to_ask))


def draft(caller: Caller, article: Article, work: Work, options: Options) -> tuple[Draft, int]:
    """The draft and the number of second tries it took. Raises `ModelError`."""
    material = work.material
    translations: list[tuple[Sentence, Translation]] = []
    for done, sentence in enumerate(work.chosen):
        caller.progress("translate", done, len(work.chosen))
        made = translate(
            caller,
            article.text,
            sentence,
            material.figures,
            material.glossary,
            retries=options.max_repairs,
            known_names=material.names,
            meant=meant_by(material, sentence),
            turned=subject_first(material.sources[sentence.id]),
        )
        translations.append((sentence, made))
    caller.progress("translate", len(work.chosen), len(work.chosen))
    deals = _deals(caller, work)
    caller.progress("headline", 0, 1)
    headline = _headline(caller, article, work, translations)
    caller.progress("headline", 1, 1)
    prose = tuple(
        DraftSentence(spoken(material, sentence, made.text), _sources(material, sentence))
        for sentence, made in translations
    )
    notes = (*_notes(translations), *caller.notes)
    covered = {s.id for s in work.chosen} | {e for deal in deals for e in deal.evidence}
    ids = tuple(s.id for s in material.sentences if s.id in covered)
    drafted = Draft(headline, prose, deals, notes, ids, left_out(sorted(material.addressed)))
    return drafted, sum(made.tries - 1 for _, made in translations)


def meant_by(material: Material, sentence: Sentence) -> tuple[Span, str] | None:
    """What a pronoun of the sentence stands for, by the subject of the one before it."""
    previous = material.sources.get(f"S{sentence.number - 1}")
    if previous is None or previous.paragraph != sentence.paragraph:
        return None
    return meant_by_pronoun(material.sources[sentence.id], subjects_of(previous))


def spoken(material: Material, sentence: Sentence, english: str) -> str:
    """A translation with what German says by mood and modal verb put right."""
    german = sentence.span.of(material.text)
    return attributed(material, sentence, unsigned(german, intended(german, english)))


def _deals(caller: Caller, work: Work) -> tuple[Deal, ...]:
    found = list(work.found)
    total = len(found) + len(work.to_ask)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        caller.progress("deals", done, total)

    for source in work.to_ask:
        read = deal_list.ask(caller, source, _before(work.material, source))
        if read is not None:
            found.append(read)
        step()
    found = deal_list.merged(found)
    found.sort(key=lambda deal: int(deal.evidence[0][1:]))
    return deal_list.in_english(caller, found, work.material, step)


def _before(material: Material, source: Source) -> str:
    if not select.leans_on_the_one_before(source.text):
        return ""
    previous = material.sources.get(f"S{int(source.id[1:]) - 1}")
    return previous.text if previous is not None else ""


def _sources(material: Material, sentence: Sentence) -> tuple[str, ...]:
    """A sentence that leans on the one before it rests on both."""
    previous = material.sources.get(f"S{sentence.number - 1}")
    if (
        previous
        and previous.paragraph == sentence.paragraph
        and select.leans_on_the_one_before(material.sources[sentence.id].text)
    ):
        return (previous.id, sentence.id)
    return (sentence.id,)


def _headline(
    caller: Caller, article: Article, work: Work, translations: Sequence[tuple[Sentence, Translation]]
) -> DraftSentence:
    """The article's own heading in English, where it has one; else one written from the lead, if it is borne out."""
    first = work.material.sentences[0]
    heading = first.span.of(article.text)
    if select.is_heading(heading) and first not in work.chosen and first.id not in work.material.addressed:
        made = translate(
            caller, article.text, first, work.material.figures, work.material.glossary,
            retries=1, known_names=work.material.names,
        )  # fmt: skip
        if not any(fault.weight > 1 for fault in made.faults):
            return DraftSentence(made.text.rstrip("."), (first.id,))
    lead, english = translations[0]
    reply = tidy(caller.write("write_headline", _HEADLINE_TOKENS, text=english.text), "").rstrip(".")
    if _borne_out(reply, english.text, lead, work):
        return DraftSentence(reply, (lead.id,))
    return DraftSentence(_first_clause(english.text), (lead.id,))


def _borne_out(headline: str, lead: str, sentence: Sentence, work: Work) -> bool:
    """Whether a headline says nothing the lead does not: figures, names, no German, not too long."""
    if not headline or len(headline) > _LONGEST_HEADLINE or headline.endswith(("…", ":", ",")):
        return False
    said = find(lead, "en")
    if any(not any(fidelity.same_value(a, b) for a in said) for b in find(headline, "en")):
        return False
    words = {w.lower() for w in re.findall(r"[^\W\d_]{4,}", lead)}
    own = [w.lower() for w in re.findall(r"[^\W\d_]{4,}", headline)]
    known = sum(any(w[:5] == k[:5] for k in words) for w in own)
    source = sentence.span.of(work.material.text)
    pinned = pin(source, sentence.span.start, work.material.glossary.occurrences(source), ())
    german = any("German" in fault.reason for fault in fidelity.faults(source, pinned, headline))
    return len(own) > 2 and known >= 0.7 * len(own) and not german


def _first_clause(english: str) -> str:
    text = english.rstrip(".")
    cut = re.search(r",\s+(?:while|which|who|after|as|because|although)\b|\s+[–—]\s+|;", text)
    return text[: cut.start()] if cut and cut.start() > 40 else text


def _notes(translations: Sequence[tuple[Sentence, Translation]]) -> tuple[str, ...]:
    return tuple(
        f"The translation of {sentence.id} may be unsound: {'; '.join(f.reason for f in made.faults)}."
        for sentence, made in translations
        if fidelity.weight(made.faults) >= 1
    )
