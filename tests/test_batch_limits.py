"""Pace, budget and circuit, told the time by the tests: nothing here waits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.limits import Budget, Circuit, Hold, Pace, seconds
from summarizer.data import Usage
from summarizer.errors import UsageError
from summarizer.llm.prices import Price, cost, parse, price

PRICE = Price(Decimal(2), Decimal(8))


@given(st.lists(st.floats(0, 10), max_size=60), st.integers(1, 600))
def test_no_minute_has_more_requests_than_allowed(gaps: list[float], per_minute: int) -> None:
    pace, now, sent = Pace(per_minute), 0.0, list[float]()
    for gap in gaps:
        now += gap
        now += pace.wait(now)
        pace.take(1, now)
        sent.append(now)
    for start in sent:
        assert sum(start <= at < start + 60 - 1e-6 for at in sent) <= per_minute


def test_what_is_given_back_can_be_used() -> None:
    pace = Pace(6000)
    pace.take(3000, 0)
    assert pace.wait(0) == 30
    pace.give_back(2900)
    assert pace.wait(0) == pytest.approx(1)


def test_no_limit_no_wait() -> None:
    pace = Pace(None)
    pace.take(1e9, 0)
    assert pace.wait(0) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("20", 20), ("1.5", 1.5), ("6m0s", 360), ("20ms", 0.02), ("1h2m3s", 3723), ("-3", 0)]
    + [(bad, None) for bad in ("", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "nan", "inf", None)],
)
def test_spans_as_endpoints_write_them(text: str | None, expected: float | None) -> None:
    assert seconds(text) == (pytest.approx(expected) if expected is not None else None)


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [
        (429, {"retry-after": "7"}, 7),
        (503, {"retry-after": "7"}, 7),
        (429, {"retry-after-ms": "250"}, 0.25),
        (200, {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "12s"}, 12),
        (200, {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "6ms"}, 0.006),
        (429, {"retry-after": "99999"}, 300),
        (200, {"retry-after": "7"}, 0),
        (200, {"x-ratelimit-remaining-requests": "5", "x-ratelimit-reset-requests": "12s"}, 0),
        (429, {}, 0),
    ],
)
def test_what_an_answer_says_about_limits(status: int, headers: dict[str, str], wait: float) -> None:
    hold = Hold()
    hold.observe(status, headers, 100.0)
    assert hold.wait(100.0) == pytest.approx(wait)
    assert hold.wait(1000.0) == 0


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 500), st.integers(0, 100)), max_size=40))
def test_the_budget_is_never_passed(requests: list[tuple[int, int, int]]) -> None:
    budget = Budget(Decimal("0.02"), 6000, PRICE)
    open_now = list[tuple[tuple[int, str], Usage, int]]()
    for number, (prompt, most, share) in enumerate(requests):
        wanted = Usage(1, prompt, most)
        if budget.fits(wanted):
            budget.reserve((number, "k"), wanted)
            open_now.append(((number, "k"), wanted, share))
        elif open_now:
            ticket, taken, part = open_now.pop(0)
            budget.settle(ticket, Usage(1, taken.prompt_tokens, taken.completion_tokens * part // 100))
        assert budget.cost <= Decimal("0.02")
        assert budget.tokens <= 6000
    for ticket, taken, _ in open_now:
        budget.settle(ticket, taken)
    assert budget.cost <= Decimal("0.02")
    assert budget.tokens <= 6000


def test_the_circuit_opens_tries_and_gives_up() -> None:
    circuit = Circuit(after=3, pauses=(2, 5), articles=1)
    assert [circuit.bad(10.0, 1) for _ in range(3)] == [False] * 3
    assert circuit.open
    assert circuit.wait(10.0) == 2
    circuit.begin()
    assert circuit.wait(12.0) > 5, "one at a time"
    assert not circuit.bad(12.0, 1)
    assert circuit.wait(12.0) == 5
    circuit.begin()
    assert circuit.bad(17.0, 1), "no more tries"


def test_one_answer_closes_the_circuit() -> None:
    circuit = Circuit(after=2, pauses=(2, 5), articles=1)
    circuit.bad(0.0, 1)
    circuit.good()
    circuit.bad(0.0, 1)
    assert not circuit.open
    circuit.bad(0.0, 1)
    circuit.begin()
    circuit.good()
    assert (circuit.open, circuit.wait(0.0), circuit.failures) == (False, 0.0, 0)


def test_failures_of_requests_sent_before_it_opened_are_no_tries() -> None:
    circuit = Circuit(after=2, pauses=(2, 5), articles=1)
    assert not any(circuit.bad(0.0, 1) for _ in range(50))


# Prices


def test_a_published_price_is_for_an_endpoint_and_a_model() -> None:
    known = price("gpt-4.1", "https://api.openai.com/v1")
    assert known is not None
    assert known.of(Usage(1, 1_000_000, 0)) == known.prompt > 0
    assert cost("gpt-4.1", "https://api.openai.com/v1", Usage(0, 0, 0, 5)) == 0, "answers from the cache are free"


@pytest.mark.parametrize(
    ("model", "endpoint"),
    [
        ("gpt-4.1", "http://127.0.0.1:8000/v1"),
        ("gpt-4.1", "http://localhost:11434/v1"),
        ("gpt-4.1", "http://10.0.0.5/v1"),
        ("gpt-4.1", "https://models.internal/v1"),
        ("gpt-4.1", "https://gateway.example.org/v1"),
        ("no-such-model", "https://api.openai.com/v1"),
        (None, None),
    ],
)
def test_no_price_is_guessed(model: str | None, endpoint: str | None) -> None:
    assert price(model, endpoint) is None


def test_the_embedded_model_is_free() -> None:
    assert cost("x", "embedded", Usage(3, 1000, 1000)) == 0


def test_a_price_as_given() -> None:
    assert parse(" 2.5/10 ").of(Usage(1, 1000, 100)) == Decimal("0.0035")
    for bad in ("", "2", "a/b", "2/", "-1/2", "1.2.3/4", "1/2/3"):
        with pytest.raises(UsageError, match=r"such as 2\.5/10"):
            parse(bad)


def test_one_bad_article_does_not_open_the_circuit() -> None:
    circuit = Circuit(after=3)
    for article in (1, 2, 1, 2, 1, 2):
        circuit.bad(0.0, article)
    assert not circuit.open
    circuit.bad(0.0, 3)
    assert circuit.open
