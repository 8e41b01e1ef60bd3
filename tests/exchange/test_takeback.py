"""Taking an import back deletes what was not touched since and lists what was."""

from iron.exchange import KnownDocuments, MachineWords, plan_import, plan_take_back
from iron.knowledge.model import Resolved

FILE = b"""Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-03-04 18:05:07,"Legs",1h,"Leg Press Keller",1,180,12,0,0,,,
2025-03-09 18:05:07,"Legs",1h,"Deadmill",1,20,12,0,0,,,
"""


def plan(known: KnownDocuments):
    return plan_import(
        FILE,
        file_name="strong.csv",
        unit="kg",
        resolve=lambda name: Resolved("leg-press-45") if name == "Leg Press" else None,
        machine_words=MachineWords.of(gyms=["Keller"]),
        known=known,
        at="2026-11-22T10:00:00",
    )


def imported() -> dict:
    return {(kind, key): body for kind, key, body in plan(KnownDocuments()).documents}


def import_body(documents: dict) -> dict:
    return next(body for (kind, _), body in documents.items() if kind == "import")


def test_an_untouched_import_goes_completely() -> None:
    documents = imported()
    back = plan_take_back(import_body(documents), documents)
    assert set(back.delete) == {key for key in documents if key[0] != "import"}
    assert back.kept == ()
    assert back.import_body["taken_back"] is True


def test_a_changed_workout_stays_with_the_machine_that_it_uses_and_both_are_listed() -> None:
    documents = imported()
    key = next(key for key, body in documents.items() if body.get("start") == "2025-03-04T18:05:07")
    documents[key] = {**documents[key], "note": "sore knees"}
    back = plan_take_back(import_body(documents), documents)
    remaining = {kind: reason for kind, _, reason in back.kept}
    assert remaining["workout"] == "the workout of 2025-03-04 was changed after the import."
    assert remaining["machine"] == "the machine “Keller” is still used by the workout of 2025-03-04."
    assert {kind for kind, _ in back.delete} == {"workout", "exercise", "alias"}


def test_an_exercise_that_a_later_workout_uses_stays() -> None:
    documents = imported()
    own = next(key for kind, key in documents if kind == "exercise")
    documents["workout", "by hand"] = {
        "v": 1,
        "start": "2026-01-01T10:00:00",
        "entries": [{"id": "e", "exercise": own, "sets": []}],
    }
    back = plan_take_back(import_body(documents), documents)
    assert [(kind, key) for kind, key, _ in back.kept] == [("exercise", own)]


def test_what_was_deleted_by_hand_is_not_touched_and_stays_deleted_after_the_next_import() -> None:
    documents = imported()
    by_hand = next(key for key, body in documents.items() if body.get("start") == "2025-03-04T18:05:07")
    documents[by_hand] = None
    back = plan_take_back(import_body(documents), documents)
    assert by_hand not in back.delete
    after = {key: None if key in back.delete else body for key, body in documents.items()}
    known = KnownDocuments.of(
        (kind, key, back.import_body if kind == "import" else body) for (kind, key), body in after.items()
    )
    again = plan(known)
    assert (again.new, again.stay_deleted) == (1, 1)


def test_taking_back_twice_does_not_forget_what_may_come_in_again() -> None:
    documents = imported()
    once = plan_take_back(import_body(documents), documents)
    remaining = {key: body for key, body in documents.items() if key not in once.delete}
    twice = plan_take_back(once.import_body, remaining)
    assert (twice.delete, twice.kept, twice.import_body) == ((), (), once.import_body)


def test_numbers_written_another_way_are_no_change() -> None:
    documents = imported()
    key = next(key for key, body in documents.items() if body.get("start") == "2025-03-04T18:05:07")
    first_set = documents[key]["entries"][0]["sets"][0]
    body = import_body(documents)
    first_set["reps"] = 12.0
    assert key in plan_take_back(body, documents).delete
