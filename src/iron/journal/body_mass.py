"""The lifter's body mass over time, from the measurements he typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from iron.values.units import MASS_UNITS, mass_kg


@dataclass(frozen=True, slots=True)
class BodyMass:
    """Measurements in time order; ``at`` are local times as text, ``kg`` the masses [kg]."""

    at: tuple[str, ...]
    kg: tuple[float, ...]

    @classmethod
    def of(cls, measurements: Iterable[Mapping[str, Any]]) -> BodyMass:
        """Read documents of kind ``measurement``; what is no body mass is passed over."""
        rows = sorted(
            (str(body.get("at", "")), mass_kg(float(body["value"]), str(body["unit"])))
            for body in measurements
            if body.get("what") == "body_mass" and body.get("unit") in MASS_UNITS and body.get("value")
        )
        return cls(tuple(at for at, _ in rows), tuple(kg for _, kg in rows))

    def on(self, moment: str) -> float | None:
        """The last mass measured until then [kg]; the first one before that; None without any."""
        if not self.kg:
            return None
        return self.kg[max(0, bisect_right(self.at, moment) - 1)]
