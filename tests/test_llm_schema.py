"""A pydantic model becomes the JSON schema that strict endpoints take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, create_model

from summarizer.llm.schema import strict


class Kind(StrEnum):
    A = "a"
    B = "b"


class Part(BaseModel):
    kind: Kind = Kind.A
    note: str | None = Field(default=None, max_length=5, description="A note.")


class Whole(BaseModel):
    """The whole."""

    one: Literal["x"]
    ids: list[Literal["S1", "S2"]] = Field(min_length=1, max_length=3)
    part: Part = Field(description="A part.")
    count: Annotated[int, Field(ge=0, le=9)]


class Left(BaseModel):
    tag: Literal["l"]


class Right(BaseModel):
    tag: Literal["r"]


class Either(BaseModel):
    side: Annotated[Left | Right, Field(discriminator="tag")]


def test_objects_are_closed_and_complete() -> None:
    schema = strict(Whole)
    part = schema["$defs"]["Part"]
    for node in (schema, part):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
    assert schema["properties"]["one"]["enum"] == ["x"]
    assert schema["properties"]["ids"]["items"]["enum"] == ["S1", "S2"]
    assert schema["properties"]["part"] == {"$ref": "#/$defs/Part"}
    assert schema["$defs"]["Kind"]["enum"] == ["a", "b"]
    assert part["properties"]["note"]["anyOf"] == [{"type": "string"}, {"type": "null"}]


def keywords(node: Any) -> set[str]:
    if isinstance(node, list):
        return {word for part in node for word in keywords(part)}
    if not isinstance(node, dict):
        return set()
    named = {
        word for name in ("properties", "$defs") for part in node.get(name, {}).values() for word in keywords(part)
    }
    rest = {word for name in ("anyOf", "items") if name in node for word in keywords(node[name])}
    return set(node) | named | rest


KNOWN = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "$defs"}


def test_only_keywords_that_all_endpoints_take_are_left() -> None:
    assert keywords(strict(Whole)) <= KNOWN | {"description"}


def test_limits_stay_for_a_grammar() -> None:
    assert keywords(strict(Whole, limits=True)) & {"maxItems", "minItems", "maxLength"}


def test_a_union_told_apart_by_a_field_becomes_any_of() -> None:
    made = strict(Either)
    assert made["properties"]["side"]["anyOf"] == [{"$ref": "#/$defs/Left"}, {"$ref": "#/$defs/Right"}]


@pytest.mark.parametrize("kind", [dict[str, int], dict, Any, list])
def test_what_strict_mode_cannot_say_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"M\.field: .* strict JSON schema"):
        strict(create_model("M", field=(kind, ...)))
