"""What is known of models by their names, where neither the user nor the endpoint says.

Only families whose limit is published and does not depend on how they are served. To add one, add a line to
``_CONTEXTS``, longest prefix first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from summarizer.llm.base import Ability

FALLBACK_CONTEXT = 8192
_CONTEXTS = (
    ("gpt-4.1", 1_000_000),
    ("gpt-5", 272_000),
    ("gpt-4o", 128_000),
    ("gpt-4-turbo", 128_000),
    ("gpt-4", 8_192),
    ("gpt-3.5-turbo", 16_385),
    ("o1", 128_000),
    ("o3", 200_000),
    ("o4-mini", 200_000),
    ("claude-", 200_000),
    ("gemini-", 1_000_000),
)
_BILLIONS = re.compile(r"(?<![\d.a-z])(\d+(?:\.\d+)?)b(?![a-z])", re.IGNORECASE)
_SMALL_BILLIONS = 4.0


def context_by_name(name: str) -> int | None:
    """Tokens that prompt and reply of the model ``name`` may take together; None where nothing is published."""
    bare = name.lower().rpartition("/")[2]
    return next((tokens for prefix, tokens in _CONTEXTS if bare.startswith(prefix)), None)


def context_by_listing(entry: Mapping[str, Any]) -> int | None:
    """The same, from what an endpoint says of a model at ``/models`` (vLLM, llama.cpp, OpenRouter, LM Studio)."""
    meta = entry.get("meta")
    for said in (entry, meta if isinstance(meta, dict) else {}):
        for name in ("max_model_len", "loaded_context_length", "n_ctx", "context_length", "max_context_length"):
            if isinstance(tokens := said.get(name), int) and tokens > 0:
                return tokens
    return None


def ability_by_name(name: str) -> Ability:
    """Small where the name says that it has 4 billion parameters or fewer (``llama3.2:3b``), else strong."""
    sizes = [float(size) for size in _BILLIONS.findall(name)]
    return Ability.SMALL if sizes and max(sizes) <= _SMALL_BILLIONS else Ability.STRONG
