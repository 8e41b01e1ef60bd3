"""Two sleds side by side: which plates push alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iron.mechanics import LegPress, Sled, same_push_kg
from iron.values.errors import OutOfRangeError

SLEDS = st.builds(Sled, kg=st.floats(0, 150), alpha_deg=st.floats(10, 90))


def test_a_heavier_sled_takes_its_kilos_off_the_plates():
    assert same_push_kg(100, Sled(47, 45), Sled(62, 45)) == pytest.approx((85, 85, 85))


def test_a_steeper_rail_needs_fewer_plates_for_the_same_push():
    # 155 kg on 30 degrees push 77.5 kg; at 45 degrees that are 109.6 kg, 54.6 of them plates.
    assert same_push_kg(100, Sled(55, 30), Sled(55, 45))[1] == pytest.approx(54.6, abs=0.01)


def test_a_guess_on_either_side_is_a_band_of_its_doubt():
    assert same_push_kg(100, Sled(55, 45, 20), Sled(62, 45)) == pytest.approx((73, 93, 113))
    assert same_push_kg(100, Sled(55, 45, 20), Sled(55, 45, 20)) == pytest.approx((60, 100, 140))


def test_an_empty_sled_that_pushes_more_is_below_zero():
    assert same_push_kg(10, Sled(35, 45), Sled(75, 45))[1] == pytest.approx(-30)


def test_a_rail_that_is_nearly_flat_compares_with_nothing():
    with pytest.raises(OutOfRangeError, match="between 10 and 90 degrees"):
        same_push_kg(100, Sled(55, 45), Sled(55, 5))


@given(st.floats(0, 500), SLEDS, SLEDS)
def test_what_pushes_alike_has_the_same_effective_load_in_the_model(plates, there, here):
    result = same_push_kg(plates, there, here)[1]
    known = LegPress(alpha_deg=there.alpha_deg, sled_kg=there.kg, plates_kg=plates)
    other = LegPress(alpha_deg=here.alpha_deg, sled_kg=here.kg, plates_kg=result)
    assert other.effective_load_kg == pytest.approx(known.effective_load_kg, abs=1e-9)
    assert same_push_kg(result, here, there)[1] == pytest.approx(plates, abs=1e-6)
