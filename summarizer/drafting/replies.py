"""The forms of a strong model's replies, made for one request: ids are limited to those that exist in it.

Sentence and figure ids are enums in the JSON schema, so a strict endpoint can't send a wrong one; where there are more
ids than a schema may list, or an endpoint is not strict, the same form refuses it on reading and the reply is sent
back. A deal has no field for a number: amount, quantity, share and date take figure ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, create_model

from summarizer.data import DealKind, DealStatus, Role

_MOST_IDS = 240
"""Ids in one enum; OpenAI takes 500 values a schema in all, and their length counts too."""


def summary(sentence_ids: Sequence[str], figure_ids: Sequence[str], *, headline: bool) -> type[BaseModel]:
    """A summary or, without ``headline``, the notes on a part: cited sentences and deals."""
    sentence, figure = _ids("SentenceId", sentence_ids), _ids("FigureId", figure_ids)
    cited: Any = create_model("Cited", text=(str, ...), sources=(_list(sentence), ...))
    fields: dict[str, Any] = {"sentences": (_list(cited), ...), "deals": (_list(_deal(sentence, figure)), ...)}
    return create_model("Summary", headline=(cited, ...), **fields) if headline else create_model("Notes", **fields)


def merged(note_ids: Sequence[str]) -> type[BaseModel]:
    """A summary made of notes: headline and sentences that cite them."""
    note = _ids("NoteId", note_ids)
    cited: Any = create_model("CitedNote", text=(str, ...), sources=(_list(note), ...))
    return create_model("Merged", headline=(cited, ...), sentences=(_list(cited), ...))


def _deal(sentence: Any, figure: Any) -> Any:
    optional = figure | None if figure is not None else None
    party: Any = create_model("DealParty", name=(str, ...), role=(Role | None, ...))
    fields: dict[str, Any] = {
        "parties": (_list(party), ...),
        "kind": (DealKind, ...),
        "item": (str, ...),
        "status": (DealStatus, ...),
        "amount": (optional, ...),
        "quantity": (optional, ...),
        "share": (optional, ...),
        "date": (optional, ...),
        "note": (str, ...),
        "evidence": (_list(sentence), ...),
    }
    if figure is not None:
        part: Any = create_model("DealPart", figure=(figure, ...), item=(str, ...))
        fields["parts"] = (_list(part), ...)
    return create_model("DealEntry", **fields)


def _list(of: Any) -> Any:
    return list[of]


def _ids(name: str, ids: Sequence[str]) -> Any:
    if not ids:
        return None
    if len(ids) <= _MOST_IDS:
        return StrEnum(name, {i: i for i in ids})
    known = frozenset(ids)

    def exists(value: str) -> str:
        if value not in known:
            raise ValueError(f"there is no {value}; take ids that were given")
        return value

    return Annotated[str, AfterValidator(exists)]
