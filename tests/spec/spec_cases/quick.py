"""Cases of the quick line: the same words in the app and on the command line."""

from __future__ import annotations

from typing import Any, Final

from iron.journal.set_logging.quick_line import quick
from iron.journal.set_logging.setup_words import VariableNames

Cases = dict[str, list[dict[str, Any]]]

_PRESS: Final = (
    VariableNames("foot_height", "Foot height", "Feet", None, (("low", "Low"), ("high", "High"))),
    VariableNames("stance", "Stance", None, None, (("narrow", "Narrow"), ("shoulder", "Shoulder width"))),
    VariableNames("toe_out", "Toe-out", "Toes", "deg"),
)
_LINES: Final = (
    "180x12 @2 feet low narrow; x10; x9",
    "180x12,10,9 @1",
    "180 kg × 12 @2, feet low; x10",
    "82,5 lb × 8",
    "82,5x8,82,5x7",
    "180x12, 185x10, x9",
    "100x5x3",
    "3 sets 100x5 @1.5",
    "100x5x30",
    "0 sets 100x5",
    "bw x 10; bw+20x8; +22.5 x 6",
    "180x12@2",
    "100 x 8 rpe 8,5; x8 @9 rpe; x7 2 rir",
    "100x8 rpe 11",
    "100x8 @12",
    "100x7 failed",
    "45s; 1:30; 2 min; 0.5 min; 1,5 s",
    "400 m 1:30",
    "180x12, 90s",
    "110x8@2, 110x7@1",
    "110x8 @2,5, 105x8 rpe 8/100 kg x 8",
    "110x8@2,x7@1",
    "20 kg 60 s",
    "180 kilos 12 reps",
    "12 reps toes 15",
    "180x12 toes 15°",
    "180x12 shoulder left; x10 right; x9 both",
    "60x10 warm; 100x8; 80x8 drop; 80x3 rest-pause",
    '180x12 "slow; and Deep" @2; x10',
    "180x12 sideways",
    "180x12 feet sideways",
    "180x12 feet",
    "180",
    "1800x12",
    "18x1200",
    " ; ",
    "x10 * 2",
    "180x12\n185x10",
    "“”",
    "-5x10",
)


def quick_cases() -> Cases:
    """Sets, carried values, spaces, signs, commas, units, notes, and what is refused."""
    variables = [_as_the_app_has_it(variable) for variable in _PRESS]
    cases = []
    for unit in ("kg", "lb"):
        for line in _LINES:
            read = quick(line, unit, _PRESS)
            cases.append(
                {"in": [line, unit, variables], "out": {"sets": list(read.sets), "problem": read.problem}}
            )
    return {"quick": cases}


def _as_the_app_has_it(variable: VariableNames) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": variable.id, "name": variable.name}
    if variable.short:
        fields["short"] = variable.short
    if variable.unit:
        fields["unit"] = variable.unit
    if variable.values:
        fields["values"] = [{"id": ident, "name": name} for ident, name in variable.values]
    return fields
