"""Values inside bodies, and their bounds: each refuses nonsense and nothing else, far above what a person can do."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

# Guesses with a wide margin, none of them physiology: no log holds 1,001 reps in a set, and 100 hours of one
# set or 10,000 km of one walk are a slipped decimal point.
MAX_REPS: Final = 1000
MAX_SECONDS: Final = 360_000
MAX_DISTANCE: Final = 20_000_000
# A typed load above this is refused, an imported one carries the flag `load_over_1000` (docs/documents.md).
MAX_LOAD_KG: Final = 1000.0
# Even with the flag: a guess, far above the largest sum of plates and far below what formulas overflow at.
MAX_FLAGGED_LOAD: Final = 1_000_000

Reps = Annotated[float, Meta(ge=0, le=MAX_REPS)]
Seconds = Annotated[float, Meta(ge=0, le=MAX_SECONDS)]
Mass = Annotated[float, Meta(ge=0, le=10_000)]
# Halves are usual; RPE 1 is RIR 9, and nobody counts a hundred reps in reserve.
Rir = Annotated[float, Meta(ge=0, le=100)]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$")]
# The widest zone offsets in use are UTC-12 and UTC+14.
Offset = Annotated[int, Meta(ge=-14 * 60, le=14 * 60)]
Identity = Annotated[str, Meta(min_length=1, max_length=64)]
Name = Annotated[str, Meta(min_length=1, max_length=500)]
# Ids inside line keys, which `|` and `=` part (docs/documents.md, Line key).
Word = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
# More names, variables, values or faults of one exercise are a slip: a guess with a wide margin.
MAX_LISTED: Final = 64
MassUnit = Literal["kg", "lb"]
LogKind = Literal["load", "reps", "duration", "distance"]


class LoadBody(Struct):
    """A load as typed."""

    value: Annotated[float, Meta(ge=0, le=MAX_FLAGGED_LOAD)]
    unit: MassUnit


class DistanceBody(Struct):
    """A distance as typed."""

    value: Annotated[float, Meta(ge=0, le=MAX_DISTANCE)]
    unit: Literal["m", "km", "mi", "ft", "yd"]
