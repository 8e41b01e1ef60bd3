from iron.knowledge.messages import render
from iron.training.history.lines import (
    by_line,
    classify_depth,
    line_key,
    nearest_line,
    parse_key,
)
from iron.training.history.sets import ExerciseFacts, PerformedSet, from_workout

PRESS = ExerciseFacts("leg-press-45", ("foot_height", "stance"), 45.0, "leg_press", "plates", base_kg=55.0)


def press(day: int, load: float, reps: float = 10, **more: object) -> PerformedSet:
    start = f"2026-01-{day:02}T18:00:00"
    fields: dict[str, object] = {"load_kg": load, "moved_kg": load + 55, "reps": reps, **more}
    return PerformedSet(f"w{day}", start, 0, 0, f"s{day}", "leg-press-45", **fields)  # type: ignore[arg-type]


def test_a_line_without_recorded_setup_is_unknown_and_never_the_default():
    key = line_key("leg-press-45", None, "both", {}, PRESS.splitting)
    assert key == "leg-press-45|-|both|foot_height=unknown|stance=unknown"


def test_degrees_and_notches_never_split_a_line():
    plain = line_key("leg-press-45", "m", "both", {"foot_height": "low"}, PRESS.splitting)
    turned = line_key(
        "leg-press-45", "m", "both", {"foot_height": "low", "toe_out": 15, "back_pad": 3}, PRESS.splitting
    )
    assert plain == turned == "leg-press-45|m|both|foot_height=low|stance=unknown"


def test_a_key_can_be_taken_apart_again():
    parts = parse_key("leg-press-45|m|left|foot_height=low|stance=wide")
    assert (parts.machine, parts.side, parts.setup) == (
        "m",
        "left",
        (("foot_height", "low"), ("stance", "wide")),
    )


def test_two_presses_are_two_lines():
    lines = by_line(
        [press(1, 200, machine="a"), press(2, 200, machine="b"), press(3, 200, machine="a")], PRESS
    )
    assert [len(sets) for sets in lines.values()] == [2, 1]


def test_the_first_three_full_sets_are_the_reference_and_less_than_nine_tenths_is_cut():
    sets = [
        press(day, 200, depth_value=depth, depth_how="knee_angle")
        for day, depth in enumerate((100, 96, 98, 88.3, 88.1), 1)
    ]
    assert [set_.depth_class for set_ in classify_depth(sets)] == ["full", "full", "full", "full", "cut"]


def test_stop_numbers_are_not_compared_with_degrees():
    degrees = [press(day, 200, depth_value=100, depth_how="knee_angle") for day in (1, 2, 3)]
    assert (
        classify_depth([*degrees, press(4, 200, depth_value=4, depth_how="stop")])[-1].depth_class == "full"
    )


def test_the_lifters_own_reference_wins():
    sets = [press(day, 200, depth_value=90, depth_how="knee_angle") for day in (1, 2, 3)]
    assert [set_.depth_class for set_ in classify_depth(sets, 110)] == ["cut", "cut", "cut"]


def test_marking_the_fault_cut_range_sets_the_class_whatever_the_number_says():
    body = {
        "start": "2026-01-05T18:00:00",
        "entries": [
            {
                "exercise": "leg-press-45",
                "sets": [
                    {
                        "id": "a",
                        "reps": 8,
                        "faults": ["cut_range"],
                        "depth": {"value": 100, "how": "knee_angle", "class": "full"},
                    }
                ],
            }
        ],
    }
    (set_,) = classify_depth(from_workout(body, {"leg-press-45": PRESS}, workout_id="w"))
    assert set_.depth_class == "cut"


def test_a_new_line_falls_back_to_the_unknown_one_and_says_so():
    new = "leg-press-45|-|both|foot_height=low|stance=wide"
    unknown = "leg-press-45|-|both|foot_height=unknown|stance=unknown"
    result = nearest_line(
        new, {"leg-press-45|-|both|foot_height=high|stance=narrow": "2026-03-01", unknown: "2026-01-01"}
    )
    assert result is not None
    assert result.key == unknown
    assert render(**result.message) == (
        "First time with foot height low, stance wide. “Last time” here was with foot height not recorded, "
        "stance not recorded: compare with care."
    )


def test_a_new_line_is_said_by_its_machine_and_side_where_only_these_differ():
    result = nearest_line("curl|m1|left", {"curl|m2|right": "2026-03-01"})
    assert result is not None
    assert render(**result.message) == (
        "First time with this machine, the left side. “Last time” here was with another machine, the right side: "
        "compare with care."
    )
    recorded = nearest_line("curl|m1|both", {"curl|-|single": "2026-03-01"})
    assert recorded is not None
    assert render(**recorded.message) == (
        "First time with this machine, both sides. “Last time” here was with no machine recorded, one side at a time: "
        "compare with care."
    )


def test_the_sled_is_moved_but_not_counted_and_its_prior_is_marked():
    body = {
        "start": "2026-01-05T18:00:00",
        "entries": [
            {"id": "1", "exercise": "leg-press-45", "sets": [{"id": "a", "load": {"value": 100, "unit": "kg"}, "reps": 8}]},
            {"id": "2", "exercise": "leg-press-45", "machine": {"id": "m", "base_kg": 47}, "sets": [{"id": "b", "load": {"value": 100, "unit": "kg"}, "reps": 8}]},
        ],
    }  # fmt: skip
    prior, known = from_workout(body, {"leg-press-45": PRESS}, workout_id="w")
    assert (prior.load_kg, prior.moved_kg, prior.base_known) == (100, 155, False)
    assert (known.load_kg, known.moved_kg, known.base_known) == (100, 147, True)


def test_assistance_is_taken_off_the_body_mass_and_without_it_nothing_is_invented():
    dips = ExerciseFacts("assisted-dip", load_meaning="assistance", body_share=1.0)
    body = {
        "start": "2026-01-05T18:00:00",
        "entries": [
            {
                "exercise": "assisted-dip",
                "sets": [{"id": "a", "load": {"value": 30, "unit": "kg"}, "reps": 8}],
            }
        ],
    }
    assert from_workout(body, {dips.id: dips}, workout_id="w", body_mass_kg=80)[0].moved_kg == 50
    assert from_workout(body, {dips.id: dips}, workout_id="w")[0].moved_kg is None
