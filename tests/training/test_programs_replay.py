"""Bad input of a replay is told in a sentence with its place, and nothing is played."""

from __future__ import annotations

from typing import Any

import pytest
from test_programs_conformance import played

from iron.values.errors import BadInputError

MAXES = {"press": 60, "squat": 100, "bench": 80, "deadlift": 150}


@pytest.mark.parametrize(
    ("plates", "sentence"),
    [
        ({"bar": "a"}, "A bar of a is not possible: write its mass, such as 20."),
        ({"bar": -20, "plates": [20]}, "A bar of -20 is not possible: write its mass, such as 20."),
        ({"step": 0.000001}, "A step of 1e-06 is too small: write 0.05 or more."),
        ({"stack": "10, 20"}, "stack is a list of loads, such as [10, 20, 30]."),
        ({"stack": [10, -5]}, "A load of -5 cannot be made. Enter numbers above zero."),
        (
            {"unicorn": {"plates": [20]}},
            "“unicorn” is neither an exercise of this program nor a key of plates.",
        ),
    ],
)
def test_plates_that_cannot_be_are_refused(plates: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadInputError) as refused:
        played("531-classic", {"unit": "kg", "maxes": MAXES, "plates": plates, "days": []})
    assert refused.value.sentence == sentence
