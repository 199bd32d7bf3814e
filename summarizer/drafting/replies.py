"""The forms of a strong model's replies, made for one request: ids are limited to those that exist in it.

Sentence and figure ids are enums in the JSON schema, so a strict endpoint can't send a wrong one; where there are more
ids than a schema may list, or an endpoint is not strict, the same form refuses it on reading and the reply is sent
back. A deal has no field for a number: amount, quantity, share and date take figure ids.

A form is made for every article, so what that takes is kept small: parts that hang on one list of ids alone are
remembered (articles' ids begin with S1 and F1), and the JSON schema is that of a form with two ids of each sort, made
once, with the article's own put in their place.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, create_model

from summarizer.data import DealKind, DealStatus, Role

_MOST_IDS = 240
"""Ids in one enum; OpenAI takes 500 values a schema in all, and their length counts too."""


_REMEMBERED = 128
"""Lists of ids, the latest, whose parts of a form are kept."""


class _Form(BaseModel):
    """A form whose JSON schema is that of another with other ids."""

    ids_of: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """The ids by the name of their enum, where these alone tell the form from `pattern`."""
    pattern: ClassVar[Callable[[], type[BaseModel]] | None] = None

    @classmethod
    def model_json_schema(cls, *args: Any, **named: Any) -> dict[str, Any]:
        """As pydantic's; made without it where nothing is asked for but the schema."""
        if cls.pattern is None or args or named:
            return super().model_json_schema(*args, **named)
        schema = _schema_of(cls.pattern)
        definitions = {
            name: {**part, "enum": list(cls.ids_of[name])} if name in cls.ids_of else part
            for name, part in schema["$defs"].items()
        }
        return {**schema, "$defs": definitions}


@functools.cache
def _schema_of(pattern: Callable[[], type[BaseModel]]) -> dict[str, Any]:
    return pattern().model_json_schema()


def _like(form: type[_Form], pattern: Callable[[], type[BaseModel]], **ids: Sequence[str]) -> type[BaseModel]:
    """``form``, its JSON schema taken from ``pattern`` where both have enums of several ids."""
    if all(1 < len(each) <= _MOST_IDS for each in ids.values()):
        form.ids_of, form.pattern = {name: tuple(each) for name, each in ids.items()}, pattern
    return form


def summary(sentence_ids: Sequence[str], figure_ids: Sequence[str], *, headline: bool) -> type[BaseModel]:
    """A summary or, without ``headline``, the notes on a part: cited sentences and deals."""
    form = _summary(tuple(sentence_ids), tuple(figure_ids), headline=headline)
    return _like(form, _summary_pattern if headline else _notes_pattern, SentenceId=sentence_ids, FigureId=figure_ids)


def _summary(sentence_ids: tuple[str, ...], figure_ids: tuple[str, ...], *, headline: bool) -> type[_Form]:
    cited = _cited("Cited", "SentenceId", sentence_ids)
    deal = _deal(sentence_ids, figure_ids)
    fields: dict[str, Any] = {"sentences": (_list(cited), ...), "deals": (_list(deal), ...)}
    if headline:
        return create_model("Summary", __base__=_Form, headline=(cited, ...), **fields)
    return create_model("Notes", __base__=_Form, **fields)


def merged(note_ids: Sequence[str]) -> type[BaseModel]:
    """A summary made of notes: headline and sentences that cite them."""
    return _like(_merged(tuple(note_ids)), _merged_pattern, NoteId=note_ids)


def _merged(note_ids: tuple[str, ...]) -> type[_Form]:
    cited = _cited("CitedNote", "NoteId", note_ids)
    return create_model("Merged", __base__=_Form, headline=(cited, ...), sentences=(_list(cited), ...))


def _summary_pattern() -> type[BaseModel]:
    return _summary(("S1", "S2"), ("F1", "F2"), headline=True)


def _notes_pattern() -> type[BaseModel]:
    return _summary(("S1", "S2"), ("F1", "F2"), headline=False)


def _merged_pattern() -> type[BaseModel]:
    return _merged(("N1", "N2"))


@functools.lru_cache(maxsize=_REMEMBERED)
def _cited(name: str, kind: str, ids: tuple[str, ...]) -> Any:
    return create_model(name, text=(str, ...), sources=(_list(_ids(kind, ids)), ...))


@functools.cache
def _party() -> Any:
    return create_model("DealParty", name=(str, ...), role=(Role | None, ...))


@functools.lru_cache(maxsize=_REMEMBERED)
def _part(figure_ids: tuple[str, ...]) -> Any:
    return create_model("DealPart", figure=(_ids("FigureId", figure_ids), ...), item=(str, ...))


def _deal(sentence_ids: tuple[str, ...], figure_ids: tuple[str, ...]) -> Any:
    sentence, figure = _ids("SentenceId", sentence_ids), _ids("FigureId", figure_ids)
    optional = figure | None if figure is not None else None
    fields: dict[str, Any] = {
        "parties": (_list(_party()), ...),
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
        fields["parts"] = (_list(_part(figure_ids)), ...)
    return create_model("DealEntry", **fields)


def _list(of: Any) -> Any:
    return list[of]


@functools.lru_cache(maxsize=_REMEMBERED)
def _ids(name: str, ids: tuple[str, ...]) -> Any:
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
