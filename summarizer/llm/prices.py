"""What an endpoint charges for tokens, from the maintained list of `genai-prices`, or as the user says.

A price belongs to an endpoint and a model, not to a model's name: the same name behind a server of one's own costs
nothing, so no price is guessed for an address that the list does not know. The list comes with the package; nothing is
fetched. US dollars, as `Decimal`.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from urllib.parse import urlsplit

from summarizer.data import Usage
from summarizer.errors import UsageError

_MILLION = 1_000_000
_PAIR = re.compile(r"\s*([\d.]+)\s*/\s*([\d.]+)\s*")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens."""

    prompt: Decimal
    completion: Decimal
    origin: str = "as given"
    """Where it comes from, for a reader."""

    def of(self, usage: Usage) -> Decimal:
        """What ``usage`` costs, exactly; answers from a cache cost nothing."""
        return (self.prompt * usage.prompt_tokens + self.completion * usage.completion_tokens) / _MILLION

    def reduced(self, share: Decimal, why: str) -> Price:
        """``share`` of this price, with the reason added to its origin."""
        return Price(self.prompt * share, self.completion * share, f"{self.origin}, {why}")


def parse(text: str) -> Price:
    """A price as a user gives it: ``2.5/10`` is 2.5 dollars a million tokens read, 10 a million written.

    Raises `UsageError` for anything else.
    """
    found = _PAIR.fullmatch(text)
    try:
        if found:
            return Price(Decimal(found[1]), Decimal(found[2]))
    except InvalidOperation:
        pass
    raise UsageError(
        f"The price {text!r} can't be read: give dollars a million tokens read and written, such as 2.5/10."
    )


def cost(model: str | None, endpoint: str | None, usage: Usage) -> Decimal | None:
    """What ``usage`` costs there, in US dollars; None where no price is known."""
    known = price(model, endpoint)
    return None if known is None else known.of(usage)


@lru_cache(maxsize=64)
def price(model: str | None, endpoint: str | None) -> Price | None:
    """What the endpoint at the address ``endpoint`` charges for ``model``; None where the list does not know it.

    The embedded model is free. A price that rises with the length of a prompt is taken at its highest.
    """
    if endpoint == "embedded":
        return Price(Decimal(0), Decimal(0), "runs on this machine")
    if not model or not endpoint or not endpoint.startswith("http") or _here(endpoint):
        return None
    from genai_prices import Usage as Counted
    from genai_prices import calc_price

    def at(prompt: int, completion: int) -> Decimal:
        counted = Counted(input_tokens=prompt, output_tokens=completion)
        return calc_price(counted, model_ref=model, provider_api_url=endpoint).total_price

    try:
        read, written = max(at(_MILLION, 0), at(1000, 0) * 1000), max(at(0, _MILLION), at(0, 1000) * 1000)
    except (LookupError, ValueError):
        return None
    return Price(read, written, "published price (genai-prices)")


def _here(endpoint: str) -> bool:
    """Whether a server of one's own answers there, whatever it calls its models."""
    host = urlsplit(endpoint).hostname or ""
    if "." not in host and ":" not in host:  # localhost, a name on the local network
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.endswith((".local", ".internal", ".lan", ".localhost"))
