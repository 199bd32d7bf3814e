"""A checker for the part of JSON Schema that docs/report.schema.json uses; a keyword it does not know is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SILENT = {"$schema", "$id", "$defs", "title", "description"}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], where: str = "$") -> Iterator[str]:
    """What of ``value`` does not fit, a line each."""
    for keyword, wanted in schema.items():
        if keyword in _SILENT:
            continue
        yield from _CHECKS[keyword](value, wanted, schema, root, where)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and (name == "boolean") == isinstance(value, bool)


def _type(value: Any, wanted: Any, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    names = [wanted] if isinstance(wanted, str) else wanted
    if not any(_is(value, name) for name in names):
        yield f"{where}: {value!r} is not {wanted}"


def _enum(value: Any, wanted: Any, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if value not in wanted:
        yield f"{where}: {value!r} is none of {wanted}"


def _const(value: Any, wanted: Any, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if value != wanted:
        yield f"{where}: {value!r} is not {wanted!r}"


def _pattern(value: Any, wanted: str, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{where}: {value!r} does not match {wanted}"


def _minimum(value: Any, wanted: float, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if isinstance(value, int | float) and value < wanted:
        yield f"{where}: {value} is under {wanted}"


def _maximum(value: Any, wanted: float, _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if isinstance(value, int | float) and value > wanted:
        yield f"{where}: {value} is over {wanted}"


def _ref(value: Any, wanted: str, _schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    yield from problems(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, where)


def _any_of(value: Any, wanted: list[Any], _schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    tried = [list(problems(value, each, root, where)) for each in wanted]
    if all(tried):
        yield from min(tried, key=len)


def _one_of(value: Any, wanted: list[Any], _schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    tried = [list(problems(value, each, root, where)) for each in wanted]
    fitting = sum(not found for found in tried)
    if fitting > 1:
        yield f"{where}: fits {fitting} forms"
    if not fitting:
        yield from min(tried, key=len)


def _required(value: Any, wanted: list[str], _schema: Any, _root: Any, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{where}: no {name}" for name in wanted if name not in value)


def _properties(value: Any, wanted: dict[str, Any], _schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, schema in wanted.items():
            if name in value:
                yield from problems(value[name], schema, root, f"{where}.{name}")


def _additional(value: Any, wanted: Any, schema: dict[str, Any], root: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name in value.keys() - schema.get("properties", {}).keys():
            if wanted is False:
                yield f"{where}: {name} is not in the schema"
            else:
                yield from problems(value[name], wanted, root, f"{where}.{name}")


def _items(value: Any, wanted: dict[str, Any], _schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from problems(each, wanted, root, f"{where}[{number}]")


_CHECKS: dict[str, Any] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minimum": _minimum,
    "maximum": _maximum,
    "$ref": _ref,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
}
