"""The unit of a file that does not say one: what the loads themselves suggest (docs/formats.md#traps)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iron.values import units

if TYPE_CHECKING:
    from iron.exchange.foreign import Foreign
    from iron.values.units import MassUnit

# Bar plus usual plates, and single plates, that exist in one system only.
_POUND_MARKS: Final = frozenset(
    {45.0, 95.0, 115.0, 135.0, 155.0, 185.0, 205.0, 225.0, 275.0, 315.0, 365.0, 405.0}
)
_KILO_MARKS: Final = frozenset({20.0, 40.0, 60.0, 80.0, 100.0, 120.0, 140.0, 1.25, 22.5, 42.5, 62.5, 82.5})

# Loads converted by the app tell its unit beyond doubt when at least this share of the crooked ones turns round in
# the other unit; by chance 8 % would (0.02 wide windows every 0.25). A guess.
_CONVERTED: Final = 0.5
# One system must show this many times the marks of the other, or nothing is suggested. A guess.
_CLEARLY: Final = 1.5


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """The question that a file without unit leaves open.

    Attributes:
        sentence: the question.
        suggested: what the loads suggest, None = they do not tell.
        reason: a sentence why.
    """

    sentence: str
    suggested: MassUnit | None
    reason: str


def unit_question(foreign: Foreign) -> UnitQuestion | None:
    """Return the question for the unit of a file, or None when every load carries one."""
    loads = [
        abs(set_.load)
        for workout in foreign.workouts
        for block in workout.blocks
        for set_ in block.sets
        if set_.load is not None and set_.load_unit is None
    ]
    if not loads:
        return None
    suggested, reason = suggest(loads)
    sentence = f"This {foreign.app.capitalize()} file does not say kg or lb. Which did your account use?"
    return UnitQuestion(sentence, suggested, reason)


def suggest(loads: list[float]) -> tuple[MassUnit | None, str]:
    """Suggest the unit in which loads were stored, with a sentence why."""
    if converted := _converted(loads):
        return converted
    counts = Counter(loads)
    pounds = sum(counts[mark] for mark in _POUND_MARKS)
    kilos = sum(counts[mark] for mark in _KILO_MARKS)
    if kilos > _CLEARLY * pounds:
        return (
            "kg",
            f"{kilos:,} of {len(loads):,} loads are usual in kg (20, 40, 60, 100), {pounds:,} in lb (45, 135, 225).",
        )
    if pounds > _CLEARLY * kilos:
        return (
            "lb",
            f"{pounds:,} of {len(loads):,} loads are usual in lb (45, 135, 225), {kilos:,} in kg (20, 40, 60, 100).",
        )
    return None, "The loads do not tell: they are as usual in kg as in lb."


def _converted(loads: list[float]) -> tuple[MassUnit, str] | None:
    crooked = Counter(
        {
            load: number
            for load, number in Counter(loads).items()
            if round(load * 4) / 4 != load and abs(load * 4 - round(load * 4)) > 0.04
        }
    )
    total = crooked.total()
    if total < max(5, 0.05 * len(loads)):
        return None
    for unit in units.MASS_UNITS:
        other = "kg" if unit == "lb" else "lb"
        round_ones = [
            (load, lifted) for load in crooked if (lifted := units.as_lifted(load, unit)) is not None
        ]
        share = sum(crooked[load] for load, _ in round_ones)
        if share >= _CONVERTED * total:
            load, lifted = max(round_ones, key=lambda pair: crooked[pair[0]])
            return unit, (
                f"{share:,} loads like {load:g} are round in {other} when read as {unit} "
                f"({load:g} {unit} = {lifted.value:g} {other}): "
                f"the account stored {unit}, the lifter trained in {other}."
            )
    return None
