"""Ways to bring workers to the desk: each engine is one file, and this table.

An engine decides where and in what order the work is done, never what comes out: results depend on the article, the
options and the replies alone, and the desk has every reply. To add one: a class with a ``run`` as `Engine` has it, and
a line in `ENGINES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk


@dataclass(frozen=True, slots=True)
class Terms:
    """What is different about asking a model through an engine."""

    price_share: Decimal = Decimal(1)
    """Of the model's price."""
    why: str = ""
    """The reason of another price."""
    paced: bool = True
    """Whether the limits on requests at once, and a minute, are the engine's concern."""


class Engine(Protocol):
    """Brings workers to a desk."""

    terms: Terms

    def run(self, desk: Desk) -> None:
        """Work until `Desk.next` gives None. Ends early when `Desk.stopped`, after what is under way has come home.

        What an article's own faults are goes to `Desk.fail`; raises only `KeyboardInterrupt` and the like.
        """
        ...


ENGINES = {
    "local": ("summarizer.batch.engines.local", "LocalEngine"),
    "batch-api": ("summarizer.batch.engines.batch_api", "BatchApiEngine"),
    "ray": ("summarizer.batch.engines.ray", "RayEngine"),
}
"""Name to module and class; the class takes no argument it could not do without."""


def engine(name: str, **options: object) -> Engine:
    """The engine called ``name``. Raises `UsageError` for one that there is not."""
    if name not in ENGINES:
        raise UsageError(f"There is no engine {name}; there are: {', '.join(ENGINES)}.")
    module, kind = ENGINES[name]
    made: Engine = getattr(import_module(module), kind)(**options)
    return made
