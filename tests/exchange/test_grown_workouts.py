"""A later export is compared by content; check sums; help; answers of the lifter."""

import pytest

from iron.exchange import Answers, Choice, KnownDocuments, MachineWords, plan_import, plan_json
from iron.exchange.answers import answers_of, choices_of, pairs
from iron.journal.content import library
from iron.values.errors import BadInputError, NotFoundError

LIBRARY = library()
HEAD = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
FIRST = HEAD + "2024-01-02,Leg Press,Legs,180.0,kgs,12,,,\n"
GROWN = FIRST + "2024-01-02,Leg Press,Legs,180.0,kgs,10,,,\n2024-01-03,Leg Press,Legs,185.0,kgs,10,,,\n"
CORRECTED = HEAD + "2024-01-02,Leg Press,Legs,182.5,kgs,12,,,\n"


def plan(text: str, known=(), answers: Answers | None = None):
    return plan_import(
        text.encode(),
        file_name="log.csv",
        resolve=LIBRARY.resolve,
        machine_words=MachineWords(),
        known=KnownDocuments.of(known),
        at="2026-11-22T10:00:00",
        load_meaning=lambda key: LIBRARY.exercises[key].load_meaning if key in LIBRARY.exercises else None,
        answers=answers,
    )


def written(planned) -> list:
    return list(planned.documents)


def test_a_workout_that_grew_is_said_and_taken_only_when_asked() -> None:
    known = written(plan(FIRST))
    again = plan(GROWN, known)
    [changed] = again.changed
    assert (again.new, again.unchanged, changed.what, changed.sets_here, changed.sets_file) == (
        1,
        0,
        "grown",
        1,
        2,
    )
    assert any("1 workout with more sets than here" in sentence for sentence in again.warnings)
    assert [kind for kind, _, _ in again.documents].count("workout") == 1
    taken = plan(GROWN, known, Answers(update=True))
    assert [kind for kind, _, _ in taken.documents].count("workout") == 2
    merged = {(kind, key): body for kind, key, body in [*known, *taken.documents]}
    after = plan(GROWN, [(kind, key, body) for (kind, key), body in merged.items()])
    assert (after.changed, after.unchanged, after.new) == ((), 2, 0)


def test_a_corrected_workout_is_said() -> None:
    assert [changed.what for changed in plan(CORRECTED, written(plan(FIRST))).changed] == ["corrected"]


def test_what_the_lifter_edited_here_is_never_overwritten() -> None:
    known = [
        (kind, key, {**body, "note": "mine"} if kind == "workout" else body)
        for kind, key, body in plan(FIRST).documents
    ]
    unchanged = plan(FIRST, known)
    assert (unchanged.changed, unchanged.unchanged) == ((), 1)
    grown = plan(GROWN, known, Answers(update=True))
    assert [changed.edited for changed in grown.changed] == [True]
    assert [body["start"] for kind, _, body in grown.documents if kind == "workout"] == [
        "2024-01-03T00:00:00"
    ]


HEVY = "title,start_time,exercise_title,set_index,weight_kg,reps\n"


@pytest.mark.parametrize(
    "other",
    [
        HEVY + "New title,2025-03-04 18:05,Squat,0,100,5\nNew title,2025-03-04 18:05,Squat,1,100,5\n",
        "Workout Start,Workout End,Exercise,Weight,Reps\n2025-03-04 18:06,,Kniebeuge,100,5\n2025-03-04 18:06,,Kniebeuge,100,5\n",
    ],
)
def test_the_same_history_from_another_app_or_under_another_title_counts_once(other: str) -> None:
    known = written(plan(HEVY + "Legs,2025-03-04 18:05,Squat,0,100,5\nLegs,2025-03-04 18:05,Squat,1,100,5\n"))
    again = plan(other, known, Answers(unit="kg"))
    assert (again.new, len(again.same_elsewhere)) == (0, 1)
    assert any("1 workout with the same sets and the same time" in sentence for sentence in again.warnings)
    assert plan(other, known, Answers(unit="kg", keep_doubles=True)).new == 1


def test_the_totals_count_every_set_of_the_file() -> None:
    header = "title,start_time,exercise_title,superset_id,set_index,set_type,weight_lbs,reps,distance_miles,duration_seconds,rpe\n"
    rows = (
        "L,2025-03-04 18:05,Squat,,0,warmup,100,5,,,\n"
        "L,2025-03-04 18:05,Squat,,1,failure,200,5,,,9\n"
        "L,2025-03-04 18:05,Pull Up,0,0,dropset,,8,,,\n"
        "L,2025-03-04 18:05,Running,,0,normal,,,1,600,\n"
    )
    answer = plan_json(plan(header + rows))
    assert answer["totals"] == {
        "sets": 4,
        "reps": 18,
        "volume_kg": 680.389,
        "distance_m": 1609.344,
        "duration_s": 600,
        "warm_ups": 1,
        "drops": 1,
        "failures": 1,
        "rated": 1,
        "notes": 0,
        "supersets": 1,
    }
    squat = next(row for row in answer["exercises"] if row["name"] == "Squat")
    assert (squat["totals"]["sets"], squat["totals"]["volume_kg"]) == (2, 680.389)


def test_the_volume_is_unknown_until_the_unit_is_said() -> None:
    repcount = "Workout Start,Workout End,Exercise,Weight,Reps\n2025-03-04 18:06,,Squat,100,5\n"
    assert plan_json(plan(repcount))["totals"]["volume_kg"] is None
    assert plan_json(plan(repcount, answers=Answers(unit="kg")))["totals"]["volume_kg"] == 500


def test_a_load_below_zero_is_help_or_is_kept_and_flagged() -> None:
    rows = "".join(
        f"2025-03-04 18:06,,{name},-14,8\n" for name in ("Chest Dip (Assisted)", "Pull Up", "Squat")
    )
    planned = plan("Workout Start,Workout End,Exercise,Weight,Reps\n" + rows, answers=Answers(unit="kg"))
    [workout] = [body for kind, _, body in planned.documents if kind == "workout"]
    result = [
        (entry["exercise"], entry["sets"][0].get("load"), entry["sets"][0].get("flags"))
        for entry in workout["entries"]
    ]
    assert result == [
        ("assisted-dip", {"value": 14, "unit": "kg"}, None),
        ("assisted-pull-up", {"value": 14, "unit": "kg"}, None),
        ("back-squat", None, ["load_negative"]),
    ]


def test_a_remembered_name_is_mapped_anew_and_the_name_stays_with_its_first_import() -> None:
    text = "date,exercise,reps\n2025-03-04,Monday thing,5\n"
    first = plan(text, answers=Answers(choices={"Monday thing": Choice("leg-press-45")}))
    journal = written(first)
    later = text.replace("03-04", "03-05")
    changed = plan(later, journal, answers=Answers(choices={"Monday thing": Choice("hack-squat")}))
    [alias] = [(key, body) for kind, key, body in changed.documents if kind == "alias"]
    assert alias[1]["exercise"] == "hack-squat"
    [report] = [body for kind, _, body in changed.documents if kind == "import"]
    assert [kind for kind, _ in report["documents"]] == ["workout"]
    assert list(report["updated"]) == [alias[0]]
    same = plan(later, journal, answers=Answers(choices={"Monday thing": Choice("leg-press-45")}))
    assert [kind for kind, _, _ in same.documents] == ["workout", "import"]


def test_any_name_is_mapped_to_any_exercise_and_remembered() -> None:
    choices = choices_of(
        pairs(["Monday thing=leg-press-45"], "map"), LIBRARY.exercises, LIBRARY.resolve, LIBRARY.suggest
    )
    text = "date,exercise,reps\n2025-03-04,Monday thing,5\n"
    planned = plan(text, answers=Answers(choices=choices))
    assert (planned.exercises[0].id, planned.exercises[0].how) == ("leg-press-45", "chosen")
    later = plan(text.replace("03-04", "03-05"), written(planned))
    assert later.exercises[0].id == "leg-press-45"
    with pytest.raises(NotFoundError, match="Iron knows no exercise"):
        choices_of(
            {"x": "leg pres 45 degrees of nothing"}, LIBRARY.exercises, LIBRARY.resolve, LIBRARY.suggest
        )
    assert choices_of({"x": "own"}, {}, LIBRARY.resolve, LIBRARY.suggest) == {"x": Choice(None)}


def test_columns_of_an_unknown_table_are_asked_for_and_remembered() -> None:
    text = "wann,was,wie oft,wie schwer\n2025-03-04,Zeug,5,100\n"
    asked = plan(text).needs_columns
    assert asked.missing[0] == "exercise"
    answers = answers_of(columns={"exercise": "was", "reps": "wie oft", "load": "wie schwer"})
    planned = plan(text, answers=Answers(unit="kg", options=answers.options))
    assert (planned.sets, planned.totals.volume_kg) == (1, 500)
    later = plan(text.replace("03-04", "03-05"), written(planned), Answers(unit="kg"))
    assert (later.needs_columns, later.new) == (None, 1)


@pytest.mark.parametrize(
    "bad", [{"date_order": "ymd"}, {"zone": "Atlantis/Deep"}, {"columns": {"colour": "x"}}]
)
def test_answers_that_iron_does_not_know_get_a_sentence(bad) -> None:
    with pytest.raises(BadInputError):
        answers_of(**bad)
