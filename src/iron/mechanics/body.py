"""The lifter: segment lengths, masses and inertias from height and body mass.

Source: Drillis and Contini, in Winter, Biomechanics and Motor Control of Human Movement. Masses and the sole height
were seen in a public table function; lengths, centres and radii are the same table from memory of the reference paper's
author (reading status second-hand). De Leva 1996 (J Biomech 29:1223-1230) changes the moments by at most 1.5 %;
measured thigh and shank lengths matter far more and can be given instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Quantity = float | Array

THIGH_LENGTH: Final = 0.245
SHANK_LENGTH: Final = 0.246
SOLE_HEIGHT: Final = 0.039
THIGH_MASS: Final = 0.100
SHANK_MASS: Final = 0.0465
FOOT_MASS: Final = 0.0145
CENTRE_OF_MASS: Final = 0.433
THIGH_GYRATION: Final = 0.323
SHANK_GYRATION: Final = 0.302


@dataclass(frozen=True)
class Lifter:
    """A person; a field may be an array to compute many set-ups at once.

    Attributes:
        height_m: body height [m], 1.2 to 2.3.
        mass_kg: body mass [kg], 30 to 250.
        thigh_m: hip to knee centre [m]; 0.245 of the height when None.
        shank_m: knee to ankle centre [m]; 0.246 of the height when None.
    """

    height_m: Quantity = 1.78
    mass_kg: Quantity = 80.0
    thigh_m: Quantity | None = None
    shank_m: Quantity | None = None

    @property
    def a(self) -> Quantity:
        """Thigh length a [m]."""
        return THIGH_LENGTH * self.height_m if self.thigh_m is None else self.thigh_m

    @property
    def b(self) -> Quantity:
        """Shank length b [m]."""
        return SHANK_LENGTH * self.height_m if self.shank_m is None else self.shank_m

    @property
    def legs_kg(self) -> Quantity:
        """Mass of both legs with the feet [kg]."""
        return 2 * (THIGH_MASS + SHANK_MASS + FOOT_MASS) * self.mass_kg

    @property
    def sole_m(self) -> Quantity:
        """Height of the ankle centre above the plate [m]."""
        return SOLE_HEIGHT * self.height_m
