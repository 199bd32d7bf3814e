"""What the last try at a sentence leaves out: an aside at its end, and only where no figure goes with it."""

from __future__ import annotations

import pytest

from summarizer.drafting.translate import _shorter
from summarizer.figures import find


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Das Land werde dem Pakt beitreten – den Regeln für den Handel.", "Das Land werde dem Pakt beitreten."),
        (
            "Das Land unterhält gute Beziehungen; der Schritt gilt als symbolisch.",
            "Das Land unterhält gute Beziehungen.",
        ),
        # nothing is cut where …
        ("Die Firma will 14 Züge kaufen – darunter zehn kurze.", None),  # … a figure would go with it
        ("Das Land – ein Nachbar – werde beitreten.", None),  # … the sentence goes on behind the aside
        ("So kam es – ganz plötzlich.", None),  # … too little would be left
        ("Er sagte: „Das Land tritt dem Pakt bei – bald“.", None),  # … a quotation would be left open
        ("Das Land werde dem Pakt beitreten.", None),  # … there is no aside
    ],
)
def test_an_aside_at_the_end_is_left_out_of_the_last_try(source: str, kept: str | None) -> None:
    found = find(source, "de")
    assert _shorter(source, 0, (), found) == (kept or source, (), found)
