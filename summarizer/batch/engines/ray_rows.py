"""Rows over a Ray cluster: pieces of work out, results back in their order, a bounded amount under way.

For `verify --jsonl` over millions of pairs. A piece whose node dies is done again elsewhere: it asks nobody for
anything, so that costs time alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from summarizer.batch.engines.ray import cluster

In = TypeVar("In")
Out = TypeVar("Out")

_UNDER_WAY = 3
"""Pieces a core: enough to keep it busy while results are written."""
_TRIES = 5
"""How often a piece is begun again because its node died."""


def in_order(work: Callable[[In], Out], pieces: Iterable[In], address: str) -> Iterator[Out]:
    """The result of ``work`` on each of ``pieces``, in their order, from the cluster at ``address``.

    ``work`` must be importable by name on each node. Raises `UsageError` where there is no cluster.
    """
    with cluster(address):
        import ray

        remote: Any = ray.remote(_done)
        shared = ray.put(work)
        task = remote.options(num_cpus=1, max_retries=_TRIES, scheduling_strategy="SPREAD")
        resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
        most = _UNDER_WAY * max(1, int(resources.get("CPU", 1)))
        under_way: deque[Any] = deque()
        for piece in pieces:
            under_way.append(task.remote(shared, piece))
            if len(under_way) > most:
                yield ray.get(under_way.popleft())
        while under_way:
            yield ray.get(under_way.popleft())


def _done(work: Callable[[In], Out], piece: In) -> Out:
    return work(piece)
