"""Two sled presses side by side: which plates push alike. Physics of the sled alone, nothing about the lifter."""

from __future__ import annotations

import math
from dataclasses import dataclass

from iron.values.errors import OutOfRangeError


@dataclass(frozen=True)
class Sled:
    """What is known of a machine.

    Attributes:
        kg: mass that moves before any plate is on [kg].
        alpha_deg: rail above horizontal [degree], 10 to 90; on flatter rails friction decides.
        doubt_kg: the sled may weigh this much more or less [kg]; 0 when it was weighed.
    """

    kg: float
    alpha_deg: float
    doubt_kg: float = 0.0


def same_push_kg(plates_kg: float, there: Sled, here: Sled) -> tuple[float, float, float]:
    """Find the plates that push here like ``plates_kg`` push there.

    Equation: (p' + m_s') sin alpha' = (p + m_s) sin alpha, static, without friction.

    Args:
        plates_kg: plates there [kg].
        there: the machine they lie on.
        here: the machine to compare with.

    Returns:
        Low, middle and high [kg]; low and high take both doubts at their worst. Below zero: the empty sled here
        pushes more.

    Raises:
        OutOfRangeError: a rail outside 10 to 90 degrees.
    """
    if not all(10 <= machine.alpha_deg <= 90 for machine in (there, here)):
        raise OutOfRangeError("Two sleds compare on rails between 10 and 90 degrees.", where="alpha_deg")
    ratio = math.sin(math.radians(there.alpha_deg)) / math.sin(math.radians(here.alpha_deg))

    def plates(there_kg: float, here_kg: float) -> float:
        return (plates_kg + max(there_kg, 0.0)) * ratio - max(here_kg, 0.0)

    return (
        plates(there.kg - there.doubt_kg, here.kg + here.doubt_kg),
        plates(there.kg, here.kg),
        plates(there.kg + there.doubt_kg, here.kg - here.doubt_kg),
    )
