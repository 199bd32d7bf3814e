"""Which source sentences a target sentence is held against: in order for a translation, by evidence for a summary."""

from __future__ import annotations

from pathlib import Path

from summarizer.checking import align, check
from summarizer.checking.context import Words, affinity, skeleton
from summarizer.checking.reading import Reading
from summarizer.data import TextKind

_SOURCE = (
    "Die Stadt Regensburg baut ein neues Schwimmbad. Die Kosten werden auf 48 Millionen Euro geschätzt. "
    "Der Stadtrat stimmte am Dienstag mit großer Mehrheit zu. Das alte Bad an der Donau schließt im Oktober. "
    "Bürgermeisterin Gertrud Hofmann sprach von einem guten Tag für die Familien. Kritik kam von den Grünen."
)
_TRANSLATION = (
    "The city of Regensburg is building a new swimming pool. Its cost is put at 48 million euros. "
    "The city council approved it on Tuesday by a large majority, and the old baths on the Danube close in October. "
    "Mayor Gertrud Hofmann spoke of a good day for families. There was criticism from the Greens."
)


def test_a_translation_is_aligned_in_order_with_two_sentences_joined() -> None:
    beads = align.beads(Reading(_TRANSLATION, "en"), Reading(_SOURCE, "de"))
    assert beads == [
        align.Bead((0,), (0,)),
        align.Bead((1,), (1,)),
        align.Bead((2,), (2, 3)),
        align.Bead((3,), (4,)),
        align.Bead((4,), (5,)),
    ]


def test_every_sentence_of_both_sides_is_in_one_bead() -> None:
    target, source = Reading(_TRANSLATION[:120], "en"), Reading(_SOURCE, "de")
    beads = align.beads(target, source)
    assert [i for bead in beads for i in bead.target] == list(range(len(target.sentences)))
    assert [j for bead in beads for j in bead.source] == list(range(len(source.sentences)))


def test_a_summary_sentence_gets_the_sentences_it_draws_on() -> None:
    target = Reading("Mayor Hofmann praised the plan. Regensburg will spend 48 million euros on a pool.", "en")
    first, second = align.evidence(target, Reading(_SOURCE, "de"))
    assert first[0] == 4
    assert set(second) == {0, 1}


def test_a_sentence_about_something_else_gets_no_evidence() -> None:
    (evidence,) = align.evidence(Reading("Whales sing.", "en"), Reading(_SOURCE, "de"))
    assert evidence == ()


def test_one_name_has_one_skeleton_in_both_languages() -> None:
    for german, english in [("Tokajew", "Tokayev"), ("Mirsijojew", "Mirziyoyev"), ("Selenskyj", "Zelensky")]:
        assert skeleton(german)[:4] == skeleton(english)[:4]
    assert skeleton("Putin") != skeleton("Biden")


def test_nearer_words_and_the_own_clause_weigh_more() -> None:
    text = "Air Astana buys 15 jets, Somon Air buys 14 jets."
    surroundings = Words(text, "en").around(text.index("14"), text.index("14") + 2)
    assert surroundings.keys[skeleton("Somon")[:4]] > surroundings.keys[skeleton("Astana")[:4]]


def test_affinity_is_higher_for_the_figure_of_the_same_name() -> None:
    german, english = "Astana kauft 15, Somon kauft 14 Flugzeuge.", "Somon will buy 14."
    source, target = Reading(german, "de"), Reading(english, "en")
    (claim,) = target.atoms
    fifteen, fourteen = source.atoms
    here = target.surroundings(claim)
    assert affinity(here, source.surroundings(fourteen)) > affinity(here, source.surroundings(fifteen))


_CASES = Path(__file__).parent / "cases" / "checking"
_LONG_SOURCE = " ".join((_CASES / "long.de.txt").read_text(encoding="utf-8").split())
_LONG_TARGET = " ".join((_CASES / "long.en.txt").read_text(encoding="utf-8").split())
"""A translation with sentences cut and joined otherwise than in the source; written for this project."""


def test_a_long_translation_with_sentences_cut_otherwise_is_clean() -> None:
    found = check(_LONG_SOURCE, _LONG_TARGET, kind=TextKind.TRANSLATION)
    assert [f.claim.surface for f in found.findings if f.flagged and f.claim is not None] == []
    assert [f.sources[0].surface for f in found.omitted if f.flagged] == []


def test_a_figure_of_another_sentence_does_not_bear_out_a_wrong_one() -> None:
    wrong = _LONG_TARGET.replace("take 14 months", "take 12 months")
    found = check(_LONG_SOURCE, wrong, kind=TextKind.TRANSLATION)
    assert [f.claim.surface for f in found.findings if f.flagged and f.claim is not None] == ["12 months"]


def test_a_figure_dropped_from_a_long_translation_is_found() -> None:
    found = check(_LONG_SOURCE, _LONG_TARGET.replace("had 130,000 visitors", "had visitors"), kind=TextKind.TRANSLATION)
    assert [f.sources[0].surface for f in found.omitted if f.flagged] == ["130.000"]
