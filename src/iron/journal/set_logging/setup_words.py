"""Words of a setup in a typed line: ``feet low``, ``narrow`` or ``toes 15``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from iron.knowledge.model import Variable
from iron.knowledge.selection.finding import fold

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?°?")


@dataclass(frozen=True, slots=True)
class VariableNames:
    """The part of a technique variable that reading and naming a value needs.

    Attributes:
        id: id of the variable.
        name: its name.
        short: its name on a chip, None without one.
        unit: unit of a number, None for a choice.
        values: (id, name) of the choices; empty for a number.
    """

    id: str
    name: str
    short: str | None = None
    unit: str | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """The short name in lower case."""
        return (self.short or self.name).lower()

    def value_name(self, value: Any) -> str:
        """A value as a person reads it: the choice's name, or the number with its unit."""
        for ident, name in self.values:
            if ident == value:
                return name.lower()
        number = f"{value:g}" if isinstance(value, int | float) else str(value)
        if self.unit in {None, "", "notch", "stop"}:
            return number
        return f"{number}°" if self.unit == "deg" else f"{number} {self.unit}"


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a variable, and how many words said it."""

    id: str
    value: str | float
    used: int


def of_library(variables: Iterable[Variable]) -> tuple[VariableNames, ...]:
    """The variables of a library exercise."""
    return tuple(
        VariableNames(
            variable.id,
            variable.name,
            variable.short,
            variable.unit or None,
            tuple((each.id, each.name) for each in variable.values),
        )
        for variable in variables
    )


def of_own(body: Mapping[str, Any]) -> tuple[VariableNames, ...]:
    """The variables of a lifter's own exercise (a document of kind ``exercise``)."""
    return tuple(
        VariableNames(
            str(variable["id"]),
            str(variable["name"]),
            None,
            variable.get("unit"),
            tuple((str(each["id"]), str(each["name"])) for each in variable.get("values") or ()),
        )
        for variable in body.get("variables") or ()
    )


def setup_at(words: Sequence[str], at: int, variables: Sequence[VariableNames]) -> Named | str | None:
    """A value of the setup that begins at a word; a sentence where it may be of two variables, None for none."""
    word = fold(words[at])
    following = words[at + 1] if at + 1 < len(words) else None
    named = next(
        (
            variable
            for variable in variables
            if word in {fold(variable.short or ""), fold(variable.name), fold(variable.id)}
        ),
        None,
    )
    if named is not None and following is not None and word:
        value = _value_of(named, fold(following))
        if value is not None:
            return Named(named.id, value, 2)
        if not named.values and _NUMBER.fullmatch(following):
            number = float(following.removesuffix("°").replace(",", "."))
            return Named(named.id, int(number) if number == int(number) else number, 2)
        if named.values and _value_of(named, word) is None:
            choices = ", ".join(ident.replace("_", " ") for ident, _ in named.values)
            return f"“{following}” is not a value of {named.label}. Choose one of: {choices}."
    owners = [(variable, value) for variable in variables if (value := _value_of(variable, word)) is not None]
    if len(owners) > 1:
        choices = " or ".join(owner.label for owner, _ in owners)
        return f"“{words[at]}” may be {choices}. Write the name before it."
    return Named(owners[0][0].id, owners[0][1], 1) if owners else None


def known_words(variables: Iterable[VariableNames]) -> str:
    """The words that a setup of these variables may have, for a sentence; empty without variables."""
    return ", ".join(
        f"{variable.label} {'/'.join(ident.replace('_', ' ') for ident, _ in variable.values)}"
        if variable.values
        else f"{variable.label} and a number"
        for variable in variables
    )


def _value_of(variable: VariableNames, word: str) -> str | None:
    if not word:
        return None
    for ident, name in variable.values:
        folded = fold(name)
        if word in {fold(ident), folded, folded.split(" ")[0]}:
            return ident
    return None
