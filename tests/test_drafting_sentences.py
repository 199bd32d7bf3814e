"""The parts of the sentence strategy: choosing, pinning, judging a translation, keeping who says what."""

from __future__ import annotations

import pytest

from summarizer.drafting import deal_rules, fidelity, select, speech
from summarizer.drafting.deals import Material
from summarizer.drafting.names import names
from summarizer.drafting.order import subject_first
from summarizer.drafting.pinning import Pinned, pin
from summarizer.drafting.terms import Glossary
from summarizer.drafting.translate import tidy
from summarizer.figures import find
from summarizer.sentences import split

GLOSSARY = Glossary.read()


def pinned(text: str, *, nouns: bool = True) -> Pinned:
    glossary = GLOSSARY.for_article(text)
    return pin(text, 0, glossary.occurrences(text), find(text, "de"), nouns=nouns)


@pytest.mark.parametrize(
    ("german", "mixed"),
    [
        ("Das Werk kostet rund 1,1 Milliarden Euro.", "Das plant kostet about €1.1 billion."),
        ("Die Reise ist im Jahr 2027.", "Die Reise ist in 2027."),
        ("Das Treffen war am 5. Mai.", "Das meeting war on 5 May."),
        ("Airlines aus Peru und Chile bestellen.", "Airlines from Peru and Chile bestellen."),
        ("Er will acht weitere Busse.", "Er wants to another eight Busse."),
        ("Der Vertrag beider Firmen gilt.", "Der contract beider companies gilt."),
    ],
)
def test_terms_and_figures_are_put_in_their_places(german: str, mixed: str) -> None:
    assert pinned(german).text == mixed


def test_without_nouns_only_names_places_and_figures_are_put_in() -> None:
    assert (
        pinned("Der Vertrag mit Polen kostet 5.400 Euro.", nouns=False).text == "Der Vertrag mit Poland kostet €5,400."
    )


@pytest.mark.parametrize(
    ("german", "english", "reason"),
    [
        ("Das Werk kostet 1,1 Milliarden Euro.", "The plant costs €11 billion.", "leaves out or changes €1.1 billion"),
        ("Das Werk ist neu.", "The plant has 40 new jobs.", "the German does not say 40"),
        ("Der Umbau ist noch nicht genehmigt.", "The conversion has been approved.", "loses a 'not'"),
        ("Der Stahlhersteller Saxstahl wächst.", "The steelmaker grows strongly.", "leaves out the name Saxstahl"),
        ("Das Werk in Peru ist alt.", "The plant is old.", "leaves out Peru"),
        ("Das Werk ist alt und die Stadt hilft.", "The plant ist old und the city helps.", "leaves German words in"),
        (
            "Am späten Abend kündigte die Ministerin in Lima nach langer Sitzung einen Umbau an.",
            "The minister spoke.",
            "leaves out a part",
        ),
    ],
)
def test_faults_of_a_translation_are_found_and_named(german: str, english: str, reason: str) -> None:
    assert reason in "; ".join(fault.reason for fault in fidelity.faults(german, pinned(german), english))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Das Werk kostet 1,1 Milliarden Euro.", "The plant costs €1.1 billion."),
        ("Beide Firmen zahlen 30 Prozent.", "Both companies pay 30%."),
        ("Acht weitere 787 kommen.", "Another eight 787s are coming."),
        ("Niemand verliert seinen Arbeitsplatz.", "No one loses their job."),
        ("Die USA helfen.", "The US helps."),
    ],
)
def test_a_sound_translation_has_no_fault(german: str, english: str) -> None:
    assert fidelity.faults(german, pinned(german), english) == ()


@pytest.mark.parametrize(
    ("german", "english", "kept"),
    [
        ("Somon will 14 Busse bestellen.", "Somon will order 14 buses.", "Somon plans to order 14 buses."),
        ("Beide wollen Busse bestellen.", "Both will order buses.", "Both plan to order buses."),
        ("Somon wird Busse bestellen.", "Somon will order buses.", "Somon will order buses."),
        ("Der Bau soll beginnen.", "The work will begin.", "The work will begin."),
    ],
)
def test_what_somebody_wants_is_not_foretold(german: str, english: str, kept: str) -> None:
    assert speech.intended(german, english) == kept


def test_nothing_is_signed_that_the_german_does_not_sign() -> None:
    added = "The minister announced that she has signed an agreement."
    assert speech.unsigned("Die Ministerin verkündete ein Abkommen.", added) == "The minister announced an agreement."
    assert speech.unsigned("Die Ministerin unterzeichnete es.", added) == added


def test_reported_speech_gets_the_speaker_of_the_sentence_before() -> None:
    text = "„Das hilft allen“, sagte Konzernchefin Ana Roy. Die Regierung habe lange verhandelt. Der Bau wäre teuer."
    found = split(text)
    material = Material(text, found, find(text, "de"), GLOSSARY)
    said = speech.attributed(material, found[1], "The government negotiated for a long time.")
    assert said == "The government negotiated for a long time, Ana Roy said."
    assert speech.attributed(material, found[2], "The work would be costly.") == "The work would be costly."


def test_the_lead_and_what_deals_rest_on_are_chosen_and_headings_are_not() -> None:
    text = (
        "Neue Züge für das Tal\n\nDie Bahn erneuert ihre Flotte. Es regnete. Die Züge sind rot. "
        "Der Konzern bestellt 40 Züge für 300 Millionen Euro.\n\nLesen Sie auch: mehr Züge"
    )
    found = split(text)
    chosen = select.choose(text, found, find(text, "de"), 2, ["S5"])
    assert [s.id for s in chosen] == ["S2", "S5"]


def test_a_list_of_lines_without_stops_still_gives_sentences() -> None:
    text = "Erste Meldung ohne Punkt\n\nZweite Meldung ohne Punkt"
    assert len(select.choose(text, split(text), (), 5)) == 2


@pytest.mark.parametrize(
    ("german", "found"),
    [
        ("Der Stahlhersteller Saxstahl und Blue Crane Air wachsen.", ("Saxstahl", "Blue Crane Air")),
        ("Die Bergtal Speicher GmbH liefert.", ("Bergtal Speicher GmbH",)),
        ("Die Zentralbank arbeitet mit VISA zusammen.", ("VISA",)),
        ("Die Unterzeichnung brachte Vorteile.", ()),
    ],
)
def test_names_are_told_from_nouns(german: str, found: tuple[str, ...]) -> None:
    assert names(german, GLOSSARY.occurrences(german)) == found


@pytest.mark.parametrize(
    ("reply", "source", "text"),
    [
        ("English: The plant grows.\n\nNote: done", "Das Werk wächst.", "The plant grows."),
        ('"The plant grows."', "Das Werk wächst.", "The plant grows."),
        ('"We grow," she said.', "„Wir wachsen“, sagte sie.", '"We grow," she said.'),
        ("the plant grows", "Das Werk wächst.", "The plant grows."),
    ],
)
def test_replies_are_tidied_to_one_sentence(reply: str, source: str, text: str) -> None:
    assert tidy(reply, source) == text


@pytest.mark.parametrize(
    ("german", "turned"),
    [
        (
            "An der Gesellschaft beteiligt sich zugleich der Versorger Norvik.",
            "Der Versorger Norvik beteiligt sich an der Gesellschaft zugleich.",
        ),
        (
            "Mit Japan unterzeichnete Namibia eine Absichtserklärung.",
            "Namibia unterzeichnete mit Japan eine Absichtserklärung.",
        ),
        ("Der Versorger Norvik beteiligt sich an der Gesellschaft.", None),
        ("An der Küste stehen alte Häuser.", None),
        ("Mit Japan unterzeichnete Namibia ein Abkommen, das lange gilt.", None),
    ],
)
def test_the_subject_is_put_first_where_it_is_sure(german: str, turned: str | None) -> None:
    material = Material(german, split(german), find(german, "de"), GLOSSARY)
    assert subject_first(material.sources["S1"]) == turned


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Der Versorger Norvik wächst. Er übernimmt 25 Prozent.", "Norvik"),
        ("Der Versorger Norvik und der Konzern Lumen reden. Dann vereinbarten sie eine Frist.", "Norvik and Lumen"),
        ("Der Versorger Norvik wächst. Er läuft sieben Jahre.", None),
        ("Der Versorger Norvik wächst. Der Konzern Lumen baut.", None),
        ("Die Ministerin Ana Roy sprach. Sie plant eine Reise.", None),
    ],
)
def test_a_pronoun_stands_for_firms_only_where_that_is_clear(text: str, meant: str | None) -> None:
    material = Material(text, split(text), find(text, "de"), GLOSSARY)
    before = deal_rules.subjects_of(material.sources["S1"])
    found = deal_rules.meant_by_pronoun(material.sources["S2"], before)
    assert (found[1] if found else None) == meant
