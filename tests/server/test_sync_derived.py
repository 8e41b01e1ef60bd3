import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from test_sync import Phone, _every_statement_on_a_journal_names_its_lifter, op  # noqa: F401  (a fixture for all)
from training_years import workout, workout_id

from iron.server.api.snapshot_types import SnapshotOut

pytestmark = pytest.mark.django_db(transaction=True)

HEVY = (
    b'"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    b'"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    b'"Legs","22 Nov 2026, 18:05","22 Nov 2026, 19:10","","Leg Press (Machine)",,"",0,"normal",180,12,,,8\n'
    b'"Legs","22 Nov 2026, 18:05","22 Nov 2026, 19:10","","Leg Press (Machine)",,"",1,"normal",190,10,,,\n'
)


def plan(phone, data=HEVY, **fields):
    upload = SimpleUploadedFile("hevy.csv", data, content_type="text/csv")
    response = phone.client.post("/api/v1/import/plan", {"file": upload, **fields})
    return response.status_code, response.json()


def strictly(kind, answer):
    """An answer read as its type, with no key that the type does not have."""
    typed = msgspec.convert(answer, kind)
    assert msgspec.json.decode(msgspec.json.encode(typed)) == answer


def committed(phone, planned):
    ops = [
        {"op_id": f"0192f000-0000-7000-8000-{n:012x}", "kind": kind, "id": ident, "base": 0, "body": body}
        for n, (kind, ident, body) in enumerate(planned["documents"])
    ]
    return phone.push(*ops)


def test_a_guest_plans_an_import_and_nothing_is_stored():
    status, planned = plan(Phone())
    assert (status, planned["workouts"], planned["sets"]) == (200, 1, 2)
    assert "workout" in {kind for kind, _, _ in planned["documents"]}


def test_a_planned_import_can_be_pushed_and_a_second_plan_finds_it():
    phone = Phone("ada")
    assert {each["status"] for each in committed(phone, plan(phone)[1])} == {"applied"}
    assert [kind for kind, _, _ in plan(phone)[1]["documents"] if kind == "workout"] == []


def test_an_imported_workout_deleted_by_hand_stays_deleted():
    phone = Phone("ada")
    planned = plan(phone)[1]
    committed(phone, planned)
    [ident] = [ident for kind, ident, _ in planned["documents"] if kind == "workout"]
    phone.push(
        {
            "op_id": "0192f000-0000-7000-8000-0000000000ff",
            "kind": "workout",
            "id": ident,
            "base": 1,
            "delete": True,
        }
    )
    assert [kind for kind, _, _ in plan(phone)[1]["documents"] if kind == "workout"] == []


@pytest.mark.parametrize(
    ("fields", "data", "status", "where"),
    [
        ({"unit": "stone"}, HEVY, 400, "unit"),
        ({"at": "yesterday"}, HEVY, 400, "at"),
        ({"date-order": "dmy"}, HEVY, 400, "date-order"),
        ({}, b"no log at all", 400, None),
        ({}, b"\xff\xfe\x00", 400, None),
    ],
)
def test_a_file_or_field_that_cannot_be_used_gets_a_sentence(fields, data, status, where):
    got, answer = plan(Phone(), data, **fields)
    assert got == status
    assert where in {None, answer["error"]["where"]}
    assert answer["error"]["sentence"].endswith((".", "?"))


def test_a_request_without_a_file_and_a_file_that_is_too_large_are_refused():
    phone = Phone()
    assert phone.client.post("/api/v1/import/plan", {}).json()["error"]["where"] == "file"
    status, answer = plan(phone, b"x" * (13 * 1024 * 1024))
    assert (status, answer["error"]["code"]) == (413, "too_large")


def test_a_guest_gets_the_same_snapshot_as_a_lifter_with_an_account():
    documents = [{"kind": "workout", "id": workout_id(n), "body": workout(n)} for n in range(8)]
    newer = {"kind": "workout", "id": workout_id(99), "body": {"v": 2, "entries": "renamed"}}
    at = "2026-11-22T18:05:00"
    guest, phone = Phone(), Phone("ada")
    status, computed = guest.post("compute", {"documents": [*documents, newer], "at": at}, token="")
    phone.push(*(op(n, workout(n), doc=n) for n in range(8)), op(99, newer["body"], doc=99))
    assert (status, phone.get(f"snapshot?at={at}")) == (200, (200, computed))
    strictly(SnapshotOut, computed)
    assert [key for key in computed["lines"] if key.startswith("leg-press-45|")] != []


def test_a_snapshot_that_did_not_change_is_not_sent_again():
    phone = Phone("ada")
    phone.push(op(1, workout(0)))
    address = "/api/v1/snapshot?at=2026-11-22T18:05:00"
    tag = phone.client.get(address).headers["ETag"]
    assert phone.client.get(address, headers={"if-none-match": tag}).status_code == 304
    phone.push(op(2, workout(1), doc=1))
    assert phone.client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_body_that_breaks_the_contract_is_not_computed_with():
    bad = {"kind": "workout", "id": workout_id(0), "body": {"v": 1, "start": "1969-01-01T00:00:00"}}
    status, answer = Phone().post("compute", {"documents": [bad]}, token="")
    assert (status, answer["error"]["where"]) == (400, "documents[0].body.start")
