"""The dry run: what a file holds, what its names mean, and documents that are written once only."""

import json
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iron.exchange import Choice, KnownDocuments, MachineWords, parse_machine_words, plan_import, plan_json
from iron.knowledge.model import Resolved
from iron.records.documents import check_body
from iron.values import ids
from iron.values.errors import BadInputError

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
LIBRARY = {
    "leg press": Resolved("leg-press-45"),
    "leg press (machine)": Resolved("leg-press-45"),
    "single leg press": Resolved("leg-press-45", "left", {"foot_height": "high"}),
    "bench press (barbell)": Resolved("bench-press"),
    "calf press": Resolved("leg-press-45"),  # a wrong alias, to see that it is not believed
}
WORDS = MachineWords.of(
    makers=["Technogym", "Hammer Strength"],
    colours=["gelb", "red"],
    gyms=["Keller"],
    ask_for=["leg-press-45"],
)
AT = "2026-11-22T10:00:00"


def row(
    name: str,
    order="1",
    load="180",
    reps="12",
    *,
    date="2025-03-04 18:05:07",
    title="Legs",
    distance="0",
    seconds="0",
    rpe="",
) -> str:
    return f'{date},"{title}",1h,"{name}",{order},{load},{reps},{distance},{seconds},,,{rpe}'


def file(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows, ""]).encode()


def plan(data: bytes, **changes):
    arguments = {
        "file_name": "strong.csv",
        "unit": "kg",
        "resolve": lambda name: LIBRARY.get(ids.fold(name)),
        "machine_words": WORDS,
        "known": KnownDocuments(),
        "at": AT,
    }
    return plan_import(data, **{**arguments, **changes})


def bodies(planned, kind: str) -> list[dict]:
    return [body for each, _, body in planned.documents if each == kind]


def only_set(planned) -> dict:
    return bodies(planned, "workout")[0]["entries"][0]["sets"][0]


def named(planned, name: str):
    return next(each for each in planned.exercises if each.name == name)


def test_a_file_without_unit_asks_and_makes_no_documents() -> None:
    planned = plan(file(row("Leg Press", load="20"), row("Leg Press", "2", load="100")), unit=None)
    assert planned.unit is None
    assert (
        planned.needs_unit.sentence == "This Strong file does not say kg or lb. Which did your account use?"
    )
    assert planned.needs_unit.suggested == "kg"
    assert planned.documents == []
    assert (planned.workouts, planned.sets) == (1, 2)


@pytest.mark.parametrize(
    ("loads", "suggested"),
    [
        (["45", "135", "225"], "lb"),
        (["20", "40", "100"], "kg"),
        (["50", "70"], None),
        (
            [
                "44.09245243697551",
                "110.23113109243879",
                "198.4160359663898",
                "132.27735731092653",
                "154.3235835294143",
            ],
            "lb",
        ),
        (
            [
                "22.67961850",
                "31.75146590",
                "45.359237",
                "6.803893642",
                "9.07184740",
                "20.41165665",
                "15.87573295",
            ],
            "kg",
        ),
    ],
)
def test_the_unit_is_suggested_from_the_loads(loads: list[str], suggested: str | None) -> None:
    rows = [row("Leg Press", str(place), load) for place, load in enumerate(loads, 1)]
    question = plan(file(*rows), unit=None).needs_unit
    assert question.suggested == suggested
    assert question.reason.endswith(".")


def test_a_file_without_any_load_asks_nothing() -> None:
    assert plan(file(row("Plank", load="0", reps="0", seconds="60")), unit=None).needs_unit is None


def test_44_lb_and_dust_is_stored_as_it_came_and_shows_as_20_kg() -> None:
    only = only_set(plan(file(row("Leg Press", load="44.09245243697551")), unit="lb"))
    assert only["load"] == {"value": 44.09245243697551, "unit": "lb"}
    assert only["as_lifted"] == {"value": 20, "unit": "kg"}


def test_a_set_says_only_what_the_file_says() -> None:
    only = only_set(plan(file(row("Leg Press", load="180.0", rpe="8"))))
    del only["id"]
    assert only == {
        "order": "a0",
        "load": {"value": 180, "unit": "kg"},
        "reps": 12,
        "rir": 2,
        "source": {
            "line": 2,
            "name": "Leg Press",
            "raw": '2025-03-04 18:05:07,"Legs",1h,"Leg Press",1,180.0,12,0,0,,,8',
        },
    }
    assert isinstance(only["load"]["value"], int)


def test_a_failure_flag_alone_leaves_the_effort_unknown() -> None:
    only = only_set(plan(file(row("Leg Press", "F"))))
    assert only["failure"] is True
    assert "rir" not in only


def test_a_workout_keeps_local_time_without_an_offset() -> None:
    [body] = bodies(plan(file(row("Leg Press"))), "workout")
    assert (body["start"], body["end"], body["title"]) == (
        "2025-03-04T18:05:07",
        "2025-03-04T19:05:07",
        "Legs",
    )
    assert "offset" not in body


def test_ids_follow_the_contract() -> None:
    planned = plan(file(row("Leg Press"), row("Leg Press", "2")))
    kind, key, body = planned.documents[0]
    assert (kind, key) == ("workout", ids.workout_id("strong", "2025-03-04T18:05:07", "Legs", 0))
    [entry] = body["entries"]
    assert entry["id"] == ids.entry_id(key, 0)
    assert [each["id"] for each in entry["sets"]] == [ids.set_id(entry["id"], 0), ids.set_id(entry["id"], 1)]
    assert planned.documents[-1][:2] == ("import", ids.import_id("strong", planned.sha256))


def test_a_load_over_a_ton_is_kept_and_flagged() -> None:
    planned = plan(file(row("Leg Press", load="1000"), row("Leg Press", "2", load="1000.5")))
    sets = bodies(planned, "workout")[0]["entries"][0]["sets"]
    assert [each.get("flags") for each in sets] == [None, ["load_over_1000"]]
    assert any("over 1,000 kg" in sentence for sentence in planned.warnings)


def test_a_date_after_the_import_is_kept_and_flagged() -> None:
    assert only_set(plan(file(row("Leg Press", date="2027-03-04 18:05:07"))))["flags"] == ["date_uncertain"]


def test_timed_and_distance_rows_are_sets() -> None:
    planned = plan(
        file(
            row("Plank", load="0", reps="0", seconds="60"),
            row("Row", load="0", reps="0", distance="2.5", seconds="600"),
        )
    )
    plank, rowing = (entry["sets"][0] for entry in bodies(planned, "workout")[0]["entries"])
    assert plank["duration_s"] == 60
    assert "reps" not in plank
    assert rowing["distance"] == {"value": 2.5, "unit": "km"}
    assert any("without a unit read as km" in sentence for sentence in planned.warnings)


def test_plain_leg_press_is_the_45_degree_press_with_its_machine_unknown_and_says_so() -> None:
    planned = plan(file(row("Leg Press")))
    assert named(planned, "Leg Press").id == "leg-press-45"
    assert "does not say which machine" in named(planned, "Leg Press").note
    assert "machine" not in bodies(planned, "workout")[0]["entries"][0]


@pytest.mark.parametrize(
    ("name", "machine", "gym"),
    [
        ("Leg Press Technogym (Gelb)", "Technogym gelb", None),
        ("Leg Press Keller", "Keller", "Keller"),
        ("Hammer Strength Leg Press", "Hammer Strength", None),
        ("Leg Press (Machine) - Red", "Red", None),
    ],
)
def test_maker_gym_and_colour_words_become_a_machine(name: str, machine: str, gym: str | None) -> None:
    planned = plan(file(row(name)))
    [proposed] = planned.machines
    assert (proposed.name, proposed.exercise, proposed.gym) == (machine, "leg-press-45", gym)
    assert bodies(planned, "machine")[0]["name"] == machine
    [alias] = bodies(planned, "alias")
    assert (alias["name"], alias["exercise"], alias["machine"]) == (name, "leg-press-45", proposed.id)
    worn = bodies(planned, "workout")[0]["entries"][0]["machine"]
    assert (worn["id"], worn["name"]) == (proposed.id, machine)


def test_one_maker_at_two_exercises_is_two_machines() -> None:
    planned = plan(file(row("Leg Press Technogym"), row("Bench Press (Barbell) Technogym")))
    assert len({machine.id for machine in planned.machines}) == 2


@pytest.mark.parametrize(
    "name",
    [
        "Calf Press on Seated Leg Press",
        "Calf Press",
        "Polpacci Leg Press",
        "Panturrilha no Leg Press 45º",
        "Calf Press Keller",
    ],
)
def test_a_calf_press_is_never_a_leg_press(name: str) -> None:
    planned = plan(file(row(name)))
    assert named(planned, name).id in {None, "calf-press-sled"}
    assert all("leg-press" not in key for key, _ in named(planned, name).suggestions)


def test_an_unknown_name_becomes_an_own_exercise_with_what_its_rows_record() -> None:
    planned = plan(
        file(row("Deadmill", load="0", reps="0", distance="1", seconds="60"), row("leg press cmu"))
    )
    assert named(planned, "Deadmill").id is None
    assert named(planned, "leg press cmu").suggestions == (("leg-press-45", 0.73),)
    own = {body["name"]: body for body in bodies(planned, "exercise")}
    assert own["Deadmill"] == {
        "v": 1,
        "name": "Deadmill",
        "log": ["duration", "distance"],
        "imported_name": "Deadmill",
    }
    assert own["leg press cmu"]["log"] == ["load", "reps"]
    entries = bodies(planned, "workout")[0]["entries"]
    assert entries[0]["exercise"] == ids.exercise_id("Deadmill")


def test_side_and_setup_of_a_library_alias_go_to_its_sets() -> None:
    only = only_set(plan(file(row("Single Leg Press"))))
    assert (only["side"], only["setup"]) == ("left", {"foot_height": "high"})


def test_the_lifters_alias_wins_over_the_library() -> None:
    machine = {"v": 1, "name": "Old one", "exercise": "hack-squat", "base_kg": 40}
    alias = {"v": 1, "name": "leg PRESS", "exercise": "hack-squat", "machine": "m1", "side": "right"}
    planned = plan(
        file(row("Leg Press")), known=KnownDocuments.of([("machine", "m1", machine), ("alias", "a1", alias)])
    )
    [entry] = bodies(planned, "workout")[0]["entries"]
    assert (entry["exercise"], entry["machine"]) == (
        "hack-squat",
        {"id": "m1", "name": "Old one", "base_kg": 40},
    )
    assert entry["sets"][0]["side"] == "right"
    assert [kind for kind, _, _ in planned.documents] == ["workout", "import"]


def test_an_own_exercise_of_that_name_is_used_and_a_merged_one_too_so_that_the_merge_can_be_taken_back() -> (
    None
):
    own = ("exercise", "e1", {"v": 1, "name": "Deadmill"})
    merged = ("exercise", "e2", {"v": 1, "name": "My press", "alias_of": "leg-press-45"})
    planned = plan(file(row("deadmill"), row("My Press")), known=KnownDocuments.of([own, merged]))
    assert [entry["exercise"] for entry in bodies(planned, "workout")[0]["entries"]] == ["e1", "e2"]
    assert named(planned, "deadmill").id == "e1"


def test_an_own_exercise_is_found_by_its_further_names_and_by_the_one_it_was_imported_under() -> None:
    body = {"v": 1, "name": "Sled", "names": ["Dead  Mill"], "imported_name": "Deadmill (Old)"}
    known = KnownDocuments.of([("exercise", "e1", body), ("exercise", "e2", {"v": 1, "name": "dead mill"})])
    planned = plan(file(row("deadmill (old)"), row("DEAD MILL"), row("sled")), known=known)
    assert [entry["exercise"] for entry in bodies(planned, "workout")[0]["entries"]] == ["e1", "e2", "e1"]


def test_a_choice_wins_and_is_remembered_as_an_alias() -> None:
    planned = plan(
        file(row("leg press cmu")), choices={"Leg press CMU": Choice("leg-press-45", machine="CMU")}
    )
    [alias] = bodies(planned, "alias")
    assert (alias["name"], alias["exercise"]) == ("leg press cmu", "leg-press-45")
    assert bodies(planned, "machine")[0]["name"] == "CMU"
    assert bodies(planned, "exercise") == []


def test_a_machine_that_the_lifter_has_is_used_and_not_made_again() -> None:
    mine = ("machine", "m1", {"v": 1, "name": "Technogym Gelb", "exercise": "leg-press-45", "base_kg": 47})
    planned = plan(file(row("Leg Press Technogym (Gelb)")), known=KnownDocuments.of([mine]))
    assert planned.machines == ()
    assert bodies(planned, "workout")[0]["entries"][0]["machine"]["base_kg"] == 47


def after(planned) -> KnownDocuments:
    return KnownDocuments.of(planned.documents)


OLD = [row("Leg Press"), row("Deadmill", reps="3")]
NEW = [row("Leg Press", date="2025-03-09 18:00:00"), row("Deadmill", "2", date="2025-03-09 18:00:00")]


def test_the_same_file_again_adds_nothing() -> None:
    first = plan(file(*OLD))
    again = plan(file(*OLD), known=after(first))
    assert (again.new, again.unchanged, again.documents) == (0, 1, [])


def test_a_longer_file_adds_only_its_new_workouts() -> None:
    longer = plan(file(*OLD, *NEW), known=after(plan(file(*OLD))))
    assert (longer.new, longer.unchanged) == (1, 1)
    assert [kind for kind, _, _ in longer.documents] == ["workout", "import"]
    assert longer.documents[-1][2]["sets"] == 2


def test_a_workout_deleted_by_hand_stays_deleted() -> None:
    first = plan(file(*OLD))
    known = KnownDocuments.of(
        [(kind, key, None if kind == "workout" else body) for kind, key, body in first.documents]
    )
    again = plan(file(*OLD, *NEW), known=known)
    assert (again.new, again.unchanged, again.stay_deleted) == (1, 0, 1)


def test_two_workouts_of_one_start_and_title_get_ordinals() -> None:
    hevy = "title,start_time,end_time,exercise_title,set_index,reps\n"
    rows = "Legs,3 Mar 2025 18:05,{},Leg Press,0,12\n"
    planned = plan((hevy + rows.format("3 Mar 2025 18:30") + rows.format("3 Mar 2025 19:30")).encode())
    keys = [key for kind, key, _ in planned.documents if kind == "workout"]
    assert keys == [ids.workout_id("hevy", "2025-03-03T18:05:00", "Legs", ordinal) for ordinal in (0, 1)]


def test_a_block_listed_twice_is_said_and_kept() -> None:
    twice = [row("Leg Press", str(order)) for order in (1, 2, 1, 2)]
    planned = plan(file(*twice))
    assert planned.sets == 4
    assert any(
        "look listed twice" in sentence and "2 sets in 1 workout" in sentence for sentence in planned.warnings
    )


@pytest.mark.parametrize(
    ("hour", "titles", "sentences"),
    [
        ("03", ["Afternoon workout"] * 6, True),
        ("15", ["Afternoon workout"] * 6, False),
        ("03", ["Legs"] * 6, False),
        ("03", ["下午锻炼"] * 6, True),
        ("03", ["Afternoon workout"] * 3, False),
    ],
)
def test_a_clock_12_hours_off_is_hinted_only_on_strong_evidence(
    hour: str, titles: list[str], sentences: bool
) -> None:
    rows = [
        row("Leg Press", date=f"2025-03-{day:02} {hour}:00:00", title=title)
        for day, title in enumerate(titles, 1)
    ]
    planned = plan(file(*rows))
    assert any("12 hours off" in sentence for sentence in planned.warnings) is sentences
    assert bodies(planned, "workout")[0]["start"] == f"2025-03-01T{hour}:00:00"


def test_the_json_answer_has_what_scripts_ask_for() -> None:
    answer = json.loads(json.dumps(plan_json(plan(file(row("Leg Press"), row("Leg Press", "2", reps="-1"))))))
    assert {key: answer[key] for key in ("format", "unit", "workouts", "sets", "rest_rows", "span")} == {
        "format": "strong-s3",
        "unit": "kg",
        "workouts": 1,
        "sets": 1,
        "rest_rows": 0,
        "span": ["2025-03-04T18:05:07", "2025-03-04T18:05:07"],
    }
    assert {key: answer["exercises"][0][key] for key in ("name", "id", "sets")} == {
        "name": "Leg Press",
        "id": "leg-press-45",
        "sets": 1,
    }
    assert answer["skipped"] == [
        {
            "line": 3,
            "column": "Reps",
            "value": "-1",
            "reason": "Reps cannot be below zero.",
            "way_out": "Correct the cell and import the file again; what is here already is not added twice.",
        }
    ]


def test_a_unit_that_the_file_states_wins_and_is_said() -> None:
    s4 = b'"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n"1";"2025-03-04 18:05:07";"L";"60";"Leg Press";"1";"180";"12";"";"";"";"";""\n'
    planned = plan(s4, unit="lb")
    assert planned.unit == "kg"
    assert any("itself says kg" in sentence for sentence in planned.warnings)


def test_a_unit_at_odds_with_the_loads_is_taken_and_doubted_aloud() -> None:
    loads = [
        "44.09245243697551",
        "110.23113109243879",
        "198.4160359663898",
        "132.27735731092653",
        "154.3235835294143",
    ]
    data = file(*(row("Leg Press", str(place), load) for place, load in enumerate(loads, 1)))
    assert any(
        "You said kg, but the loads look like lb" in sentence for sentence in plan(data, unit="kg").warnings
    )
    assert not any("You said" in sentence for sentence in plan(data, unit="lb").warnings)


def test_machine_words_are_read_from_toml() -> None:
    words = parse_machine_words(
        'makers = ["Gym 80"]\ncolours = ["Gelb"]\ngyms = []\nask_for = ["leg-press-45"]\n'
    )
    assert [words.sort_of(word) for word in ("gym 80", "gelb", "leg")] == ["maker", "colour", None]
    with pytest.raises(BadInputError, match="machine_words"):
        parse_machine_words("makers = [1]")


NAMES = st.sampled_from(["Leg Press", "Leg Press Keller", "Plank", 'Row "wide"', "Übung, schräg", "卧推"])
CELLS = st.fixed_dictionaries(
    {
        "order": st.sampled_from(["1", "2", "3", "W", "D", "F", "Rest Timer", "Note", "X", ""]),
        "load": st.sampled_from(
            ["0", "", "20", "44.09245243697551", "1500", "-5", "x", "185.00000000000003"]
        ),
        "reps": st.sampled_from(["0", "", "5", "12.0", "2.5", "-1", "1e9"]),
        "seconds": st.sampled_from(["0", "", "60", "-3", "90.5"]),
        "distance": st.sampled_from(["0", "", "2.5"]),
        "rpe": st.sampled_from(["", "0", "7.5", "10", "11"]),
        "date": st.sampled_from(
            [
                "2025-03-04 18:05:07",
                "2025-03-04 23:30:00",
                "2025-03-05 07:00:00",
                "1970-01-01 00:00:00",
                "2071-01-01 00:00:00",
                "?",
            ]
        ),
        "note": st.sampled_from(["", "deep", "two\nlines", 'quote " in it', "a;b,c"]),
    }
)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@settings(max_examples=150)
@given(st.lists(st.tuples(NAMES, CELLS), min_size=1, max_size=30), st.sampled_from(["kg", "lb"]))
def test_no_set_is_lost_and_every_document_holds_the_contract(generated, unit) -> None:
    good = row("Leg Press", date="2024-01-01 10:00:00")
    rows = [
        f"{c['date']},Legs,1h,{quoted(name)},{c['order']},{c['load']},{c['reps']},{c['distance']},{c['seconds']},{quoted(c['note'])},,{c['rpe']}"
        for name, c in generated
    ]
    planned = plan(file(good, *rows), unit=unit)
    assert planned.data_rows == len(rows) + 1
    assert planned.sets + planned.rest_rows + planned.note_rows + len(planned.skipped) == planned.data_rows
    written = [
        each for body in bodies(planned, "workout") for entry in body["entries"] for each in entry["sets"]
    ]
    assert len(written) == planned.sets
    lines = [each["source"]["line"] for each in written] + [skipped.line for skipped in planned.skipped]
    assert len(set(lines)) == len(lines)
    for kind, key, body in planned.documents:
        assert str(UUID(key)) == key
        check_body(kind, json.loads(json.dumps(body)))
    assert plan(file(good, *rows), unit=unit, known=after(planned)).documents == []
