"""The leg press as a mass on a rail.

Defaults are guesses where nothing was measured: the sled (55 kg, band 35 to 75) and the back pad (20 degrees). One
load-cell study found 49.6 kgf along the rail of an empty 45-degree sled, which means about 70 kg of sled
(lida.sport-iat.de/power/Record/4017930, abstract). No measured friction of a 45-degree sled was found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from iron.mechanics.body import Quantity
from iron.values.units import STANDARD_GRAVITY_MPS2


@dataclass(frozen=True)
class LegPress:
    """A sled on a rail, and how the lifter sits and stands in it; a field may be an array.

    Attributes:
        alpha_deg: rail above horizontal [degree]; 45 for the sled, 0 for a horizontal press.
        delta_deg: plate normal against the rail [degree].
        gamma_deg: back pad above horizontal [degree]; a guess, ask the lifter.
        h_m: ankle offset from the line through the hip parallel to the rail, + toward the toes [m].
        c_m: centre of pressure ahead of the ankle, along the plate [m].
        sled_kg: mass that moves before any plate is on [kg].
        plates_kg: plates [kg].
        stack_kg: selector stack pulled through a cable, for horizontal presses [kg].
        mu: friction as a share of the force across the rail [-].
        constant_friction_n: friction that does not depend on the load [N].
    """

    alpha_deg: Quantity = 45.0
    delta_deg: Quantity = 0.0
    gamma_deg: Quantity = 20.0
    h_m: Quantity = 0.15
    c_m: Quantity = 0.06
    sled_kg: Quantity = 55.0
    plates_kg: Quantity = 150.0
    stack_kg: Quantity = 0.0
    mu: Quantity = 0.02
    constant_friction_n: Quantity = 0.0

    @property
    def moved_kg(self) -> Quantity:
        """Sled and plates, m = m_s + m_p [kg]."""
        return self.sled_kg + self.plates_kg

    @property
    def rail_force_n(self) -> Quantity:
        """Static force along the rail, m g sin(alpha) + m_stack g [N]. Exact."""
        rail = self.moved_kg * STANDARD_GRAVITY_MPS2 * np.sin(np.radians(self.alpha_deg))
        return rail + self.stack_kg * STANDARD_GRAVITY_MPS2

    @property
    def effective_load_kg(self) -> Quantity:
        """The static rail force as a mass [kg]: m sin(alpha), 0.7071 m at 45 degrees."""
        return self.rail_force_n / STANDARD_GRAVITY_MPS2

    @property
    def friction_n(self) -> Quantity:
        """Friction against the motion, mu m g cos(alpha) + F_c [N]."""
        across = self.moved_kg * STANDARD_GRAVITY_MPS2 * np.cos(np.radians(self.alpha_deg))
        return self.mu * across + self.constant_friction_n

    def force_n(self, acceleration_mps2: Quantity, direction: int = 1) -> Quantity:
        """Force that the legs give along the rail while the sled moves [N].

        Equation: R = m (g sin(alpha) + s'') + m_stack (g + s'') + direction (mu m g cos(alpha) + F_c).

        Args:
            acceleration_mps2: s'' of the sled, up the rail [m/s2].
            direction: +1 while pressing, -1 while lowering, 0 at rest.
        """
        inertia = (self.moved_kg + self.stack_kg) * acceleration_mps2
        return self.rail_force_n + inertia + direction * self.friction_n
