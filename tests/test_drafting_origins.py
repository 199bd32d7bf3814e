"""Where parties are from: told when it is lost, put back beside the name, left alone where that is not certain."""

from __future__ import annotations

import pytest

from summarizer.drafting import fidelity
from summarizer.drafting.names import names
from summarizer.drafting.origins import restored
from summarizer.drafting.pinning import Pinned, pin
from summarizer.drafting.terms import Glossary
from summarizer.figures import find

GLOSSARY = Glossary.read()
KNOWN = frozenset({"Vesta", "Norda Line"})


def pinned(text: str) -> Pinned:
    return pin(text, 0, GLOSSARY.occurrences(text), find(text, "de"))


@pytest.mark.parametrize(
    ("german", "english", "lost"),
    [
        ("Die chilenische Vesta kauft Busse.", "Vesta is buying buses.", ["Chilean"]),
        ("Die chilenische Vesta kauft Busse.", "Vesta of Chile is buying buses.", []),
        ("Der französische Käufer zahlt.", "The buyer from France pays.", []),
        ("Der niederländische Käufer zahlt.", "The buyer pays.", ["Dutch"]),
        ("Der niederländische Käufer zahlt.", "The buyer from the Netherlands pays.", []),
        ("Der amerikanische Käufer zahlt.", "The US buyer pays.", []),
        ("Norda Line aus Peru bestellt Busse.", "Norda Line orders buses.", ["Peru"]),
        ("Die Deutsche Bank zahlt.", "Deutsche Bank pays.", []),  # a name, no origin
        ("Der digitale Dienst ist neu.", "The service is new.", []),  # an adjective, no origin
    ],
)
def test_a_lost_origin_is_a_fault(german: str, english: str, lost: list[str]) -> None:
    found = [fault for fault in fidelity.faults(german, pinned(german), english, KNOWN) if "leaves out" in fault.reason]
    assert [fault.reason.removeprefix("it leaves out ") for fault in found] == lost
    assert all(fault.weight >= 1 for fault in found)


@pytest.mark.parametrize(
    ("german", "english", "whole"),
    [
        (
            "Norda Line aus Peru will 14 Busse bestellen.",
            "Norda Line wants to order 14 buses.",
            "Norda Line from Peru wants to order 14 buses.",
        ),
        ("Die chilenische Vesta kauft Busse.", "Vesta is buying buses.", "Chilean Vesta is buying buses."),
        # nothing is lost
        ("Norda Line aus Peru bestellt.", "Peru's Norda Line is ordering.", "Peru's Norda Line is ordering."),
        # the place is of something else, or not beside a name, or the name's place is not certain
        ("Norda Line holt Erz aus Peru.", "Norda Line fetches ore.", "Norda Line fetches ore."),
        ("Die chilenische Firma Vesta baut.", "The company Vesta is building.", "The company Vesta is building."),
        ("Die chilenische Vesta baut.", "Vesta says Vesta is building.", "Vesta says Vesta is building."),
        ("Die chilenische Vesta baut.", "Vesta's project is built.", "Vesta's project is built."),
        ("Norda Line aus Peru fährt.", "The line is running.", "The line is running."),
    ],
)
def test_an_origin_is_put_back_beside_its_name_only(german: str, english: str, whole: str) -> None:
    terms = GLOSSARY.occurrences(german)
    assert restored(german, terms, names(german, terms, KNOWN), english) == whole
