"""The thing a deal is about: an English noun, by the lists where the model has none. Replies are written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.data import Usage
from summarizer.drafting.caller import Caller
from summarizer.drafting.terms import Glossary
from summarizer.drafting.translation_phrases import translate_phrase
from summarizer.llm import Ability, Message, Reply
from summarizer.llm.base import ReplyMode

GLOSSARY = Glossary.read()


class Scripted:
    """A model that says what it is told to, and keeps what it was asked."""

    name, endpoint, context_tokens, ability = "scripted", "nowhere", 4096, Ability.SMALL

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.asked: list[str] = []

    def count(self, text: str) -> int:
        return len(text) // 4

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        self.asked.append(messages[-1]["content"])
        return Reply(self.replies.pop(0), Usage(calls=1), ReplyMode.TEXT)

    def ask(self, messages: Any, reply: Any, *, max_tokens: int) -> Any:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("german", "replies", "english"),
    [
        ("Fähren", ["Ferries"], "Ferries"),
        ("Fähren", ["to run", "Ferries"], "Ferries"),
        ("Fähren", ["to run", "to drive"], "ferries"),
        ("neue Fähren für die Inseln", ["new drives for the islands", "nothing"], "ferries"),
        ("Ladung der Fähre", ["the drive", "the drive"], "cargo of the ferry"),
        ("eine Fähre", ["a run", "a run"], "a ferry"),
        # no list knows it: the model is believed, unless it says a verb
        ("Zweiradständer", ["bicycle stands"], "Bicycle stands"),
        ("Zweiradständer", ["to stand", "to stand"], "Zweiradständer"),
    ],
)
def test_a_noun_comes_out_as_a_noun_that_the_lists_bear_out(german: str, replies: list[str], english: str) -> None:
    model = Scripted(*replies)
    assert translate_phrase(Caller(model), german, GLOSSARY) == english
    assert not model.replies


def test_the_second_try_has_the_nouns_in_english() -> None:
    model = Scripted("to run", "new ferries")
    translate_phrase(Caller(model), "neue Fähren", GLOSSARY)
    assert model.asked == ["neue Fähren", "neue ferries"]
