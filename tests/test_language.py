"""Language detection: always the same answer, and one sentence where the text is not German."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.language import NAMES, SAMPLE, Detection, detect, german_part, glance, require_german

GERMAN = (
    "Der Energieversorger hat am Dienstag einen Vertrag über die Lieferung von Windstrom unterzeichnet. "
    "Nach Angaben des Unternehmens läuft er zwölf Jahre."
)
ENGLISH = (
    "The utility signed a contract for the supply of wind power on Tuesday. According to the company it runs for "
    "twelve years."
)
MIXED = (
    "Der Minister lobte den Vertrag. „This is a great day for our two countries and for all who work here“, sagte sein "
    "amerikanischer Kollege am Rande des Treffens in der Hauptstadt. Beide Seiten wollen die Zusammenarbeit ausbauen "
    "und im kommenden Jahr über weitere Lieferungen verhandeln."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (MIXED, "de"),
        (ENGLISH, "en"),
        ("Le fournisseur d'énergie a signé mardi un contrat de livraison d'électricité éolienne.", "fr"),
        ("Het energiebedrijf heeft dinsdag een contract voor de levering van windstroom ondertekend.", "nl"),
        ("Поставщик энергии подписал во вторник договор о поставке электроэнергии.", "ru"),
        (GERMAN.upper(), "de"),
        (ENGLISH.upper(), "en"),
    ],
)
def test_names_the_language(text: str, language: str) -> None:
    found = detect(text)
    assert found.language == language
    assert 0.5 < found.probability <= 1


@pytest.mark.parametrize("text", ["", " \n", "12 345 %", "… – !"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert detect(text) == Detection("und", 0.0)


def test_the_same_text_gets_the_same_answer_in_any_order_and_thread() -> None:
    texts = [GERMAN, ENGLISH, MIXED, GERMAN[:40], ENGLISH[:40], f"{GERMAN[:60]} {ENGLISH[:60]}"]
    alone = [detect(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(detect, texts * 5))
    assert together == alone * 5
    assert [detect(text) for text in reversed(texts)] == alone[::-1]


def test_leaves_the_seed_of_the_library_alone() -> None:
    from langdetect import DetectorFactory

    before = DetectorFactory.seed
    detect(GERMAN)
    assert DetectorFactory.seed == before


def test_a_long_text_is_judged_by_all_of_it() -> None:
    assert detect(ENGLISH + GERMAN * (20 * SAMPLE // len(GERMAN))).language == "de"
    assert detect(GERMAN * 3 + ENGLISH * (20 * SAMPLE // len(ENGLISH))).language == "en"


@settings(max_examples=50)
@given(st.text())
def test_never_raises(text: str) -> None:
    assert 0 <= detect(text).probability <= 1


@pytest.mark.parametrize("text", [GERMAN, MIXED, "Air Astana kauft bis zu 15 Maschinen in den USA."])
def test_german_passes(text: str) -> None:
    assert require_german(text).language == "de"


def test_another_language_is_named_with_its_probability() -> None:
    with pytest.raises(
        InputError, match=r"^bericht\.txt reads as English \(probability 1\.00\), not German: "
    ) as caught:
        require_german(ENGLISH, origin="bericht.txt")
    assert "--source-lang de" in str(caught.value)


@pytest.mark.parametrize("text", ["", "Ja.", "Drei kurze Wörter", "a b c d e f g", "2025 100 37"])
def test_too_short_is_said(text: str) -> None:
    with pytest.raises(InputError, match=r"^standard input is too short to tell its language \(\d words?\)"):
        require_german(text)


def test_a_script_without_a_profile_is_said() -> None:
    with pytest.raises(InputError, match=r"^standard input holds no text in a language we know"):
        require_german("ⰀⰁⰂⰃⰄⰅⰆⰇ ⰈⰉⰊⰋⰌⰍ ⰎⰏⰐⰑⰒⰓⰔ ⰕⰖⰗⰘⰙⰚ ⰛⰜⰝⰞⰟⰠ")


def test_every_message_is_one_sentence() -> None:
    for text in ("Ja.", ENGLISH):
        with pytest.raises(InputError) as caught:
            require_german(text)
        assert re.fullmatch(r"[^\n]*[^.\n]\.", str(caught.value))


def test_every_language_langdetect_knows_has_a_name() -> None:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    assert set(factory.get_lang_list()) <= set(NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Fähre ist mit dem Auto und der Bahn von Kiel nach Oslo gefahren.", "de"),
        ("The ferry was sent by the yard to the port of Kiel with a crew.", "en"),
        # No doubt is what it takes: too short, of neither, of both, or numbers alone.
        ("Der Preis steigt.", None),
        ("The price rises.", None),
        ("", None),
        ("Le navire est parti de Brest pour la Norvège avec un équipage de douze marins.", None),
        ("Das Motto ist „the best of the best and the rest“, und der Slogan der Firma auch.", None),
        ("IT AT IS 15 16 17 18 19 20", None),
    ],
)
def test_a_glance_tells_what_leaves_no_doubt(text: str, found: str | None) -> None:
    assert glance(text) == found


G = (
    "Der Hafen in Emden bekommt im kommenden Jahr zwei neue Kräne, die nach Angaben des Betreibers zusammen 28 "
    "Millionen Euro kosten und in Kiel gebaut werden."
)
E = (
    "The port of Emden will have two new cranes by the end of next year, which according to the operator cost 28 "
    "million euros together and are being built in Kiel."
)
F = (
    "Le port d'Emden recevra l'année prochaine deux nouvelles grues qui coûtent ensemble 28 millions d'euros selon "
    "l'exploitant et qui sont construites à Kiel."
)


@pytest.mark.parametrize(
    ("blocks", "kept", "named"),
    [
        ([G, G, E, E, E], [0, 1], "English"),
        ([E, E, E, G, G], [3, 4], "English"),
        (["Neues aus dem Hafen", G, G, "News from the port", E, E, E], [0, 1, 2], "English"),
        ([G, G, F, F, F], [0, 1], "French"),
        ([G, E, G, E, G, E], [0, 2, 4], "English"),
        ([G, G, *[E] * 12], [0, 1], "English"),
    ],
    ids=["German first", "English first", "headings", "French", "in turn", "mostly English"],
)
def test_of_a_page_in_two_languages_the_german_is_kept(blocks: list[str], kept: list[int], named: str) -> None:
    part = german_part("\n\n".join(blocks))
    assert part is not None
    assert part.text == "\n\n".join(blocks[each] for each in kept)
    gone = len(blocks) - len(kept)
    assert part.note == (
        f"It is in German and {named}: {gone} of {len(blocks)} paragraphs, which are not German, were left out."
    )


@pytest.mark.parametrize(
    "blocks",
    [
        [G] * 6,
        [E] * 6,
        [G, G, G, E],
        [G, G, f"„{E}“", f"„{E}“", f"„{E}“, sagte der Sprecher."],
        [G, "Wie das Wall Street Journal schreibt:", f"“{E} {E} {E}”"],
        [G[:60], E, E, E],
        [MIXED, G, MIXED],
        [G, f"Der Sprecher sagte auf Nachfrage: „{E} {E}“ Das gilt nach seinen Worten auch für den Hafen.", G],
        [G, "Air Astana, Boeing, The Wall Street Journal, New York Times, Financial Times, The Economist"] * 3,
        [""],
    ],
    ids=[
        "German",
        "English",
        "one English",
        "quotes",
        "a long quote",
        "too little German",
        "mixed",
        "mostly a quote",
        "names",
        "empty",
    ],
)
def test_what_is_in_one_language_stays_whole(blocks: list[str]) -> None:
    assert german_part("\n\n".join(blocks)) is None


_LETTERS = st.text(st.sampled_from(" \n.,„“'abcdeéßÄÖzABCÄŞşșțảПриعی語의ひカ一ㄅ"), max_size=80)


@settings(max_examples=200, deadline=None)
@given(st.one_of(_LETTERS, st.text(max_size=60), st.just(f"{GERMAN} {ENGLISH.upper()}"), st.just(MIXED)))
def test_the_short_cuts_give_what_the_library_gives(text: str) -> None:
    from langdetect.detector import Detector
    from langdetect.lang_detect_exception import LangDetectException

    from summarizer.language import SEED, _detector, _loaded

    quick, slow = _detector(), Detector(_loaded()[0])
    said = []
    for detector in (quick, slow):
        detector.seed = SEED
        detector.append(text)
        try:
            said.append([(each.lang, each.prob) for each in detector.get_probabilities()])
        except LangDetectException:
            said.append([])
    assert quick._extract_ngrams() == slow._extract_ngrams()
    assert said[0] == said[1]
