"""Turns the words of a command line into values without pydantic.

Recent typer builds a pydantic adapter for every parameter, and importing pydantic takes as long as checking two short
files. Our parameters are strings, numbers, paths, flags and choices, so `Command` gives each one a converter of
its own, in the place where typer keeps its. A typer that keeps none there converts as it always did.
"""

from __future__ import annotations

import math
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command whose parameters are converted by `Converter`."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, with the one for help that typer adds."""
        return _converted(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands, the same way."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, with the one for help that typer adds."""
        return _converted(super().get_params(ctx))


def _converted(params: list[Any]) -> list[Any]:
    for param in params:
        if getattr(param, "_runtime_param", ...) is None:
            descriptor = param.type_descriptor
            converter = Converter(descriptor.annotation, getattr(descriptor.parameter_info, "min", None))
            if converter.able:
                vars(param)["_runtime_param"] = converter
    return params


class Converter:
    """From what was typed to a value of one type; stands where typer has a ``RuntimeParam``."""

    def __init__(self, wanted: Any, minimum: float | None = None) -> None:
        self._many = get_origin(wanted) is list  # a parameter that may be given repeatedly
        self._wanted = get_args(wanted)[0] if self._many else wanted
        self._minimum = minimum

    @property
    def able(self) -> bool:
        """Whether this type is one it knows."""
        wanted = self._wanted
        return wanted in (str, int, float, bool, Path) or (isinstance(wanted, type) and issubclass(wanted, Enum))

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value; raises `typer.BadParameter` where there is none for what was typed."""
        if value is None:
            return None
        try:
            return [self._one(each) for each in value] if self._many else self._one(value)
        except ValueError as problem:
            raise typer.BadParameter(str(problem), ctx=ctx, param=param) from None

    def _one(self, value: Any) -> Any:
        return value if isinstance(value, self._wanted) else self._convert(str(value))

    def _convert(self, text: str) -> Any:
        if self._wanted in (int, float):
            return self._number(text)
        if self._wanted is bool:
            raise ValueError(f"{text!r} is not a flag.")
        if issubclass(self._wanted, Enum):
            known = [member.value for member in self._wanted]
            if text not in known:
                raise ValueError(f"{text!r} is not one of {', '.join(map(repr, known))}.")
        return self._wanted(text)

    def _number(self, text: str) -> float:
        try:
            number: float = self._wanted(text)
        except ValueError:
            whole = "whole " if self._wanted is int else ""
            raise ValueError(f"{text!r} is not a {whole}number.") from None
        if not math.isfinite(number):
            raise ValueError(f"{text!r} is not a number.")
        if self._minimum is not None and number < self._minimum:
            raise ValueError(f"{text} is too small; the least is {self._minimum}.")
        return number
