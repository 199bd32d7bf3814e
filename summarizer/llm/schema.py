"""A pydantic model as the JSON schema that endpoints accept in strict mode.

Strict mode (OpenAI's "structured outputs") wants every object closed and every property required, and refuses
keywords it does not know; which ones it knows differs between endpoints (Azure knows fewest). So the schema is cut to
what all of them take, and what is cut is still held by the pydantic model, which reads every reply afterwards.
llama.cpp turns a schema into a grammar and does understand limits of length, which keep a small model from running on:
`strict(..., limits=True)` leaves those in.

To add a keyword that all endpoints have learnt, add it to ``_KEPT``.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]

_KEPT = frozenset({"type", "enum", "anyOf", "$ref", "description"})
_LIMITS = frozenset({"minLength", "maxLength", "minItems", "maxItems", "pattern"})


def strict(reply: type[BaseModel], *, limits: bool = False) -> Schema:
    """The schema of ``reply``: objects closed, all properties required, only keywords every endpoint takes.

    With ``limits``, the lengths of strings and lists stay in. Raises `TypeError` for what strict mode can't say: an
    object whose keys are not known beforehand (``dict[str, …]``), or a field of any type.
    """
    whole = reply.model_json_schema()
    kept = _KEPT | _LIMITS if limits else _KEPT
    schema = _cut(whole, kept, reply.__name__)
    if definitions := whole.get("$defs"):
        schema["$defs"] = {name: _cut(part, kept, name) for name, part in definitions.items()}
    return schema


def _cut(node: Schema, kept: frozenset[str], where: str) -> Schema:
    if "$ref" in node:  # strict mode allows no keyword beside it
        return {"$ref": node["$ref"]}
    if len(node.get("allOf", ())) == 1:
        return _cut(node["allOf"][0], kept, where)
    schema: Schema = {key: value for key, value in node.items() if key in kept}
    if "const" in node:
        schema["enum"] = [node["const"]]
    choices = node.get("anyOf") or node.get("oneOf")
    if choices:
        schema["anyOf"] = [_cut(choice, kept, where) for choice in choices]
    if node.get("type") == "array":
        if "items" not in node:
            raise TypeError(f"{where}: a list needs the type of its items to become a strict JSON schema")
        schema["items"] = _cut(node["items"], kept, where)
    elif node.get("type") == "object":
        if "properties" not in node:
            raise TypeError(f"{where}: an object with free keys can't become a strict JSON schema")
        properties = node["properties"]
        schema["properties"] = {name: _cut(part, kept, f"{where}.{name}") for name, part in properties.items()}
        schema["required"] = list(properties)
        schema["additionalProperties"] = False
    elif not schema.keys() & {"type", "enum", "anyOf"}:
        raise TypeError(f"{where}: a field of any type can't become a strict JSON schema")
    return schema
