import itertools
import re
import threading
import uuid

import msgspec
import pytest
from django.db import connections

from iron.journal.journal import Journal
from iron.records.own_exercises.merged import Merged
from iron.records.revisions import Op
from iron.records.store import MemoryStore
from iron.server.storage.distribution import TABLES
from iron.server.storage.django_store import DjangoStore
from iron.values.errors import ConflictError

AT = "2026-11-22T18:05:00Z"
WORKOUT = "0192f000-0000-7000-8000-000000000001"
USERS = itertools.count(1)
OPS = itertools.count(1)


@pytest.fixture
def store(journal_database):
    return DjangoStore(next(USERS), using=journal_database)


def op(body, *, kind="workout", base=0, doc_id=WORKOUT):
    raw = None if body is None else msgspec.json.encode(body)
    return Op(str(uuid.UUID(int=next(OPS))), kind, doc_id, base, raw)


def one_set(set_id, reps, *, order="a0", **more):
    return {"id": set_id, "order": order, "load": {"value": 180, "unit": "kg"}, "reps": reps, **more}


def workout(*sets, exercise="leg-press-45", **more):
    entry = {"id": "e1", "order": "a0", "exercise": exercise, "sets": list(sets)}
    return {"v": 1, "start": "2026-11-22T18:05:00", "entries": [entry], **more}


def test_what_is_pushed_is_stored_byte_for_byte(store):
    raw = b'{ "v":1, "start":"2026-11-22T18:05:00", "mood": 1.50, "entries":[ ], "title":"Caf\\u00e9 \xe2\x80\x94" }'
    [result] = store.push(
        [Op("00000000-0000-7000-8000-0000000000aa", "workout", WORKOUT, 0, raw)], "phone", AT
    )
    assert result.document.body == raw
    assert store.get("workout", WORKOUT).body == raw
    assert store.revisions("workout", WORKOUT)[0].body == raw


def test_a_kind_and_keys_of_a_newer_iron_are_kept(store):
    body = {"v": 9, "shape": {"of": ["things", "to", "come"]}}
    store.push([op(body, kind="dream")], "phone", AT)
    assert msgspec.json.decode(store.get("dream", WORKOUT).body) == body


def test_the_same_operation_again_changes_nothing_and_answers_with_the_same_document(store):
    first = op(workout(one_set("s1", 12)))
    [applied] = store.push([first], "phone", AT)
    [again] = store.push([first], "phone", AT)
    assert (applied.status, again.status) == ("applied", "replayed")
    assert again.document == applied.document
    assert len(store.revisions("workout", WORKOUT)) == 1


def test_an_operation_id_used_for_something_else_is_refused_and_stores_nothing(store):
    first = op(workout(one_set("s1", 12)))
    store.push([first], "phone", AT)
    other = Op(first.op_id, "workout", WORKOUT, 1, msgspec.json.encode(workout(one_set("s1", 13))))
    [result] = store.push([other], "phone", AT)
    assert (result.status, result.error.where) == ("refused", "op_id")
    assert store.get("workout", WORKOUT).rev == 1


def test_the_same_operation_twice_in_one_push_counts_once(store):
    first = op(workout(one_set("s1", 12)))
    assert [each.status for each in store.push([first, first], "phone", AT)] == ["applied", "replayed"]
    assert store.get("workout", WORKOUT).rev == 1


def test_two_devices_add_a_set_each_and_both_sets_stay(store):
    base = workout(one_set("s1", 12))
    store.push([op(base)], "phone", AT)
    store.push([op(workout(one_set("s1", 12), one_set("s2", 11, order="a1")), base=1)], "phone", AT)
    [result] = store.push([op(workout(one_set("s1", 12), one_set("s3", 9, order="a2")), base=1)], "watch", AT)
    assert result.status == "merged"
    sets = msgspec.json.decode(result.document.body)["entries"][0]["sets"]
    assert [(each["id"], each["reps"]) for each in sets] == [("s1", 12), ("s2", 11), ("s3", 9)]


def test_the_value_that_lost_is_in_the_history_and_can_be_restored(store):
    store.push([op(workout(one_set("s1", 12)))], "phone", AT)
    store.push([op(workout(one_set("s1", 11)), base=1)], "phone", AT)
    store.push([op(workout(one_set("s1", 10)), base=1)], "watch", AT)
    newest, before, _ = store.revisions("workout", WORKOUT)
    assert [(loss.path, loss.value) for loss in newest.lost] == [("entries[e1].sets[s1].reps", 11)]
    [restored] = store.push([op(msgspec.json.decode(before.body), base=3)], "phone", AT)
    assert msgspec.json.decode(restored.document.body)["entries"][0]["sets"][0]["reps"] == 11


def test_an_edit_made_on_an_unanswered_operation_is_merged_on_what_that_one_had_sent(store):
    store.push([op(workout(one_set("s1", 12)))], "phone", AT)
    store.push([op(workout(one_set("s1", 12), title="by the watch"), base=1)], "watch", AT)
    # The phone adds a set; before the answer comes it takes it away again.
    first = op(workout(one_set("s1", 12), one_set("s2", 5, order="a1")), base=1)
    store.push([first], "phone", AT)
    undo = op(workout(one_set("s1", 12)), base=1)
    [result] = store.push(
        [Op(undo.op_id, undo.kind, undo.id, 1, undo.body, base_op=first.op_id)], "phone", AT
    )
    body = msgspec.json.decode(result.document.body)
    assert ([entry["id"] for entry in body["entries"][0]["sets"]], body["title"]) == (["s1"], "by the watch")


def test_numbers_beyond_64_bits_survive_a_merge(store):
    huge = b"123456789012345678901234567890"
    raw = msgspec.json.encode(workout(one_set("s1", 12, mark=7))).replace(b'"mark":7', b'"mark":' + huge)
    store.push([Op(op({}).op_id, "workout", WORKOUT, 0, raw)], "phone", AT)
    store.push([Op(op({}).op_id, "workout", WORKOUT, 1, raw[:-1] + b',"a":' + huge + b"}")], "phone", AT)
    [merged] = store.push([Op(op({}).op_id, "workout", WORKOUT, 1, raw[:-1] + b',"a":1}')], "watch", AT)
    assert merged.status == "merged"
    assert merged.document.body.count(huge) == 1
    assert store.revisions("workout", WORKOUT)[0].lost[0].value == int(huge)


def test_an_edit_beats_a_deletion_whichever_comes_first(store):
    edited = workout(one_set("s1", 12), title="kept")
    for doc_id, first, second in (("d1", edited, None), ("d2", None, edited)):
        store.push([op(workout(one_set("s1", 12)), doc_id=doc_id)], "phone", AT)
        store.push([op(first, base=1, doc_id=doc_id)], "phone", AT)
        store.push([op(second, base=1, doc_id=doc_id)], "watch", AT)
        assert msgspec.json.decode(store.get("workout", doc_id).body)["title"] == "kept"


def test_a_deleted_workout_stays_deleted_when_the_same_import_comes_again(store):
    body = workout(one_set("s1", 12))
    store.push([op(body)], "phone", AT)
    store.push([op(None, base=1)], "phone", AT)
    [result] = store.push([op(body)], "laptop", AT)
    assert result.document.deleted
    assert list(store.all("workout")) == []


def test_what_changed_after_a_sequence_number_comes_in_order_with_deletions(store):
    store.push([op(workout(), doc_id="a"), op(workout(), doc_id="b"), op(workout(), doc_id="c")], "phone", AT)
    store.push([op(None, base=1, doc_id="a")], "phone", AT)
    assert [(revision.id, revision.seq, revision.deleted) for revision in store.since(1, 10)] == [
        ("b", 2, False),
        ("c", 3, False),
        ("a", 4, True),
    ]
    assert [revision.id for revision in store.since(0, 1)] == ["b"]
    assert store.seq() == 4


def test_the_revisions_of_many_documents_are_read_at_once_deleted_ones_too(store):
    keys = [("workout", f"w{n}") for n in range(600)]
    store.push([op(workout(one_set("s1", 12)), doc_id=ident) for _, ident in keys[:-1]], "phone", AT)
    store.push([op(None, doc_id="w1", base=1)], "phone", AT)
    revs = store.revs([*keys, ("machine", "w2")])
    assert (revs["workout", "w0"], revs["workout", "w1"], len(revs)) == (1, 2, 599)


def test_documents_of_which_one_is_refused_are_not_stored_at_all(store):
    journal = Journal(store)
    rows = [("workout", f"w{n}", workout(one_set("s1", 12))) for n in range(1200)]
    rows[1100] = ("workout", "w1100", {"v": 1, "start": "yesterday"})
    ids = (str(uuid.UUID(int=next(OPS))) for _ in itertools.count())
    with pytest.raises(ConflictError, match="start is 'yesterday'"):
        journal.commit_all(rows, device="phone", at=AT, op_ids=ids)
    assert (list(store.all()), store.seq(), store.revisions("workout", "w0")) == ([], 0, [])
    assert journal.commit_all(rows[:1100], device="phone", at=AT, op_ids=ids) == 1100


def test_a_refused_operation_does_not_hold_back_its_neighbours(store):
    bad = workout(one_set("s1", -3))
    good, refused = store.push([op(workout(), doc_id="a"), op(bad, doc_id="b")], "phone", AT)
    assert (good.status, refused.status) == ("applied", "refused")
    assert refused.error.where == "body.entries[0].sets[0].reps"
    assert store.get("workout", "b") is None


def test_every_revision_of_a_long_history_can_be_read_back(store):
    bodies = [
        workout(*(one_set(f"s{n}", n, order=f"a{n}") for n in range(k % 40)), note=f"take {k}")
        for k in range(50)
    ]
    for rev, body in enumerate(bodies):
        store.push([op(body, base=rev)], "phone", AT)
    store.push([op(None, base=50)], "phone", AT)
    store.push([op(bodies[3], base=51)], "phone", AT)
    read = [
        revision.body and msgspec.json.decode(revision.body)
        for revision in store.revisions("workout", WORKOUT)
    ]
    assert read[::-1] == [*bodies, None, bodies[3]]


def test_a_merge_against_a_revision_far_back_knows_its_base(store):
    for rev in range(40):
        store.push([op(workout(one_set("s1", 12), note=f"take {rev}"), base=rev)], "phone", AT)
    late = workout(one_set("s1", 8), note="take 20")
    [result] = store.push([op(late, base=21)], "watch", AT)
    body = msgspec.json.decode(result.document.body)
    assert (body["note"], body["entries"][0]["sets"][0]["reps"]) == ("take 39", 8)


def test_a_set_is_a_row_for_people_who_like_sql(store):
    body = workout(
        one_set(
            "s1",
            12,
            rir=1.5,
            failure=True,
            setup={"stance": "wide"},
            depth={"value": 98, "how": "knee_angle"},
        ),
        {
            "id": "s2",
            "order": "a1",
            "kind": "drop",
            "load": {"value": 100, "unit": "lb"},
            "reps": 8,
            "side": "left",
        },
    )
    strange = {"v": 9, "start": 3, "entries": {"not": "a list"}}
    store.push([op(body), op(strange, doc_id="strange"), op(None, doc_id="gone")], "phone", AT)
    with connections[store.using].cursor() as cursor:
        cursor.execute(
            "SELECT set_id, exercise, kind, load, load_kg, reps, side, rir, failure, depth FROM every_set "
            "WHERE user_id = %s ORDER BY set_id",
            [store.user_id],
        )
        rows = [tuple(row) for row in cursor.fetchall()]
    assert rows == [
        ("s1", "leg-press-45", "working", 180, 180, 12, "both", 1.5, 1, 98),
        ("s2", "leg-press-45", "drop", 100, pytest.approx(45.359237), 8, "left", None, None, None),
    ]


def test_the_row_of_a_set_says_what_its_exercise_counts_as_like_every_other_reader(store):
    ids = [str(uuid.UUID(int=0x0192F000_0000_7000_8000_00000000000A + n)) for n in range(6)]
    a, b, c, d, e, gone = ids
    # a > b > the press; c and d merged in opposite directions, e hangs on them; a target that is not there.
    merges = {a: b, b: "leg-press-45", c: d, d: c, e: d, gone: str(uuid.UUID(int=7))}
    bodies = {ident: {"v": 1, "name": ident, "alias_of": to} for ident, to in merges.items()}
    for number, exercise in enumerate([*ids, "hack-squat"]):
        body = workout(one_set(f"s{number}", 8), exercise=exercise)
        store.push([op(body, doc_id=str(uuid.UUID(int=100 + number)))], "phone", AT)
    other = DjangoStore(next(USERS), using=store.using)
    other.push(
        [op({"v": 1, "name": "x", "alias_of": "row"}, kind="exercise", doc_id="hack-squat")], "phone", AT
    )
    store.push([op(body, kind="exercise", doc_id=ident) for ident, body in bodies.items()], "phone", AT)
    with connections[store.using].cursor() as cursor:
        cursor.execute("SELECT exercise, counts_as FROM every_set WHERE user_id = %s", [store.user_id])
        answer = dict(cursor.fetchall())
    merged = Merged(bodies.items())
    assert answer == {exercise: merged.target(exercise).exercise for exercise in [*ids, "hack-squat"]}
    assert (answer[a], answer[e], answer[gone]) == ("leg-press-45", c, gone)


def test_one_lifter_never_sees_or_disturbs_another(store):
    other = DjangoStore(next(USERS), using=store.using)
    shared = op(workout(one_set("s1", 12)))
    store.push([shared], "phone", AT)
    [result] = other.push([shared], "phone", AT)
    assert (result.status, result.document.seq) == ("applied", 1)
    store.forget()
    assert (store.get("workout", WORKOUT), store.seq(), store.revisions("workout", WORKOUT)) == (None, 0, [])
    assert other.get("workout", WORKOUT).rev == 1


def test_the_database_and_the_store_in_memory_answer_alike(store):
    model = MemoryStore()
    pushes = [
        [op(workout(one_set("s1", 12)))],
        [op(workout(one_set("s1", 11)), base=1), op(workout(one_set("s1", 12), title="x"), base=1)],
        [op(None, base=1), op(None, base=3), op(workout(one_set("s1", 5)), base=2)],
        [op({"v": 2, "new": True}, base=1), op(workout(), base=2), op({"v": 1}, doc_id="bad")],
    ]
    for ops in pushes:
        mine, theirs = store.push(ops, "phone", AT), model.push(ops, "phone", AT)
        assert [(each.op_id, each.status, each.document) for each in mine] == [
            (each.op_id, each.status, each.document) for each in theirs
        ]
    assert store.revisions("workout", WORKOUT) == model.revisions("workout", WORKOUT)
    assert list(store.all(deleted=True)) == list(model.all(deleted=True))


def test_threads_that_push_for_one_lifter_at_once_lose_nothing(store):
    failures = []

    def push(first):
        try:
            for n in range(first, first + 25):
                body = {**workout(one_set("s1", 12)), f"field-{n}": n}
                store.push([op(body), op(body, doc_id=f"own-{n}")], "phone", AT)
        except Exception as failure:  # noqa: BLE001  (told to the test's own thread)
            failures.append(failure)
        connections[store.using].close()

    threads = [threading.Thread(target=push, args=(first,)) for first in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    shared = msgspec.json.decode(store.get("workout", WORKOUT).body)
    assert len([key for key in shared if key.startswith("field-")]) == 75
    assert [revision.rev for revision in store.revisions("workout", WORKOUT)] == list(range(75, 0, -1))
    assert [revision.seq for revision in store.since(0, 1000)][-1] == store.seq() == 150


def test_every_key_holds_the_lifter_and_no_table_has_a_trigger(journal_database):
    connection = connections[journal_database]
    tables = TABLES
    with connection.cursor() as cursor:
        for table in tables:
            constraints = connection.introspection.get_constraints(cursor, table)
            keys = [
                constraint["columns"]
                for constraint in constraints.values()
                if constraint["primary_key"] or constraint["unique"]
            ]
            assert keys, table
            assert all(columns[0] == "user_id" for columns in keys), (table, keys)
            assert not [constraint for constraint in constraints.values() if constraint["foreign_key"]], table
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            assert cursor.fetchall() == []
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE sql LIKE '%%AUTOINCREMENT%%' AND tbl_name <> 'x'", []
            )
            assert not [sql for (sql,) in cursor.fetchall() if re.search("|".join(tables), sql)]
        else:
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
            assert cursor.fetchall() == []


def test_no_statement_on_the_journals_forgets_the_lifter(store):
    seen = []

    def record(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connections[store.using].execute_wrapper(record):
        store.push([op(workout(one_set("s1", 12)))], "phone", AT)
        store.push([op(workout(one_set("s1", 11)), base=1)], "phone", AT)
        store.push([op(workout(one_set("s1", 10)), base=1), op(workout(), doc_id="b")], "phone", AT)
        store.push([op(None, base=1, doc_id="b")], "phone", AT)
        store.get("workout", WORKOUT)
        list(store.all())
        list(store.all("workout", deleted=True))
        store.since(0, 10)
        store.seq()
        store.revisions("workout", WORKOUT)
        store.forget()
    ours = [sql for sql in seen if re.search(r"\b(document|history|clock)\b", sql)]
    assert len(ours) > 20
    # Each table of a statement with its own lifter: a UNION names him twice.
    careless = [sql for sql in ours if not all("user_id" in part for part in sql.split(" UNION "))]
    assert careless == []
