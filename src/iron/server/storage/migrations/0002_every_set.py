"""The view ``every_set``: one row a set, for people who like SQL. Always filter it by ``user_id``."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_COLUMNS = """user_id, workout_id, start, title, entry_id, exercise, machine, set_id, kind, load, load_unit,
    load * CASE load_unit WHEN 'lb' THEN 0.45359237 ELSE 1 END AS load_kg,
    reps, duration_s, distance, distance_unit, side, rir, failure, setup, depth, depth_how, depth_class, tempo, rest_s,
    faults, flags, note, done_at"""

SQLITE = f"""
CREATE VIEW every_set AS
SELECT {_COLUMNS} FROM (
    SELECT d.user_id, d.id AS workout_id, d.body ->> '$.start' AS start, d.body ->> '$.title' AS title,
        e.value ->> '$.id' AS entry_id, e.value ->> '$.exercise' AS exercise, e.value ->> '$.machine.name' AS machine,
        s.value ->> '$.id' AS set_id, coalesce(s.value ->> '$.kind', 'working') AS kind,
        s.value ->> '$.load.value' AS load, s.value ->> '$.load.unit' AS load_unit, s.value ->> '$.reps' AS reps,
        s.value ->> '$.duration_s' AS duration_s, s.value ->> '$.distance.value' AS distance,
        s.value ->> '$.distance.unit' AS distance_unit, coalesce(s.value ->> '$.side', 'both') AS side,
        s.value ->> '$.rir' AS rir, s.value ->> '$.failure' AS failure, s.value -> '$.setup' AS setup,
        s.value ->> '$.depth.value' AS depth, s.value ->> '$.depth.how' AS depth_how,
        s.value ->> '$.depth.class' AS depth_class, s.value ->> '$.tempo' AS tempo, s.value ->> '$.rest_s' AS rest_s,
        s.value -> '$.faults' AS faults, s.value -> '$.flags' AS flags, s.value ->> '$.note' AS note,
        s.value ->> '$.done_at' AS done_at
    FROM document d, json_each(d.body, '$.entries') e, json_each(e.value, '$.sets') s
    WHERE d.kind = 'workout' AND NOT d.deleted AND d.body ->> '$.v' = 1
)
"""  # noqa: S608  (a constant)

POSTGRES = f"""
CREATE VIEW every_set AS
SELECT {_COLUMNS} FROM (
    SELECT d.user_id, d.id AS workout_id, w.body ->> 'start' AS start, w.body ->> 'title' AS title,
        e.value ->> 'id' AS entry_id, e.value ->> 'exercise' AS exercise, e.value -> 'machine' ->> 'name' AS machine,
        s.value ->> 'id' AS set_id, coalesce(s.value ->> 'kind', 'working') AS kind,
        (s.value -> 'load' ->> 'value')::double precision AS load, s.value -> 'load' ->> 'unit' AS load_unit,
        (s.value ->> 'reps')::double precision AS reps, (s.value ->> 'duration_s')::double precision AS duration_s,
        (s.value -> 'distance' ->> 'value')::double precision AS distance,
        s.value -> 'distance' ->> 'unit' AS distance_unit, coalesce(s.value ->> 'side', 'both') AS side,
        (s.value ->> 'rir')::double precision AS rir, (s.value ->> 'failure')::boolean AS failure,
        s.value -> 'setup' AS setup, (s.value -> 'depth' ->> 'value')::double precision AS depth,
        s.value -> 'depth' ->> 'how' AS depth_how, s.value -> 'depth' ->> 'class' AS depth_class,
        s.value ->> 'tempo' AS tempo, (s.value ->> 'rest_s')::double precision AS rest_s, s.value -> 'faults' AS faults,
        s.value -> 'flags' AS flags, s.value ->> 'note' AS note, s.value ->> 'done_at' AS done_at
    FROM document d
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT d.deleted THEN d.body::jsonb END AS body) w
    CROSS JOIN LATERAL jsonb_array_elements(
        CASE WHEN jsonb_typeof(w.body -> 'entries') = 'array' THEN w.body -> 'entries' ELSE '[]'::jsonb END) e
    CROSS JOIN LATERAL jsonb_array_elements(
        CASE WHEN jsonb_typeof(e.value -> 'sets') = 'array' THEN e.value -> 'sets' ELSE '[]'::jsonb END) s
    WHERE d.kind = 'workout' AND NOT d.deleted AND w.body ->> 'v' = '1'
) every_row
"""  # noqa: S608  (a constant)


def _create(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE)


def _drop(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP VIEW every_set")


class Migration(migrations.Migration):
    dependencies = [("storage", "0001_first")]
    operations = [migrations.RunPython(_create, _drop)]
