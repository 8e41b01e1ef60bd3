"""The view ``every_set`` says what the exercise of a set counts as: ``counts_as`` follows merges (`iron.records.own_exercises.merged`)."""

from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_before = import_module("iron.server.storage.migrations.0002_every_set")

# Own exercises are documents with a UUID, everything else is an id of the library.
_LIBRARY = {
    "sqlite": "to_id NOT GLOB '????????-????-????-????-????????????'",
    "postgresql": "to_id !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'",
}
_ALIAS_OF = {"sqlite": "body ->> '$.alias_of'", "postgresql": "body::jsonb ->> 'alias_of'"}


def _view(vendor: str) -> str:
    """The view of 0002 with one more column, found for each set by primary keys of its own lifter.

    A walk of merges ends at what is not merged. One that goes on for 64 steps is in a ring, in its second half surely:
    the smallest id of the ring stands for it. (Chains of more than 32 merges do not happen; that is a guess.)
    """
    rows = (_before.POSTGRES if vendor == "postgresql" else _before.SQLITE).replace(
        "CREATE VIEW every_set AS", ""
    )
    return f"""
CREATE VIEW every_set AS
SELECT logged.*, (
    WITH RECURSIVE walk (at, n) AS (
        SELECT logged.exercise, 0
        UNION ALL SELECT step.to_id, walk.n + 1 FROM walk JOIN (
            SELECT id, user_id, {_ALIAS_OF[vendor]} AS to_id FROM document WHERE kind = 'exercise' AND NOT deleted
        ) step ON step.user_id = logged.user_id AND step.id = walk.at
        WHERE walk.n < 64 AND step.to_id IS NOT NULL AND ({_LIBRARY[vendor]} OR EXISTS (
            SELECT 1 FROM document there WHERE there.user_id = logged.user_id AND there.kind = 'exercise'
            AND there.id = step.to_id AND NOT there.deleted))
    )
    SELECT CASE WHEN (SELECT max(n) FROM walk) < 64 THEN (SELECT at FROM walk ORDER BY n DESC LIMIT 1)
        ELSE (SELECT min(at) FROM walk WHERE n >= 32) END
) AS counts_as FROM ({rows}) logged
"""  # noqa: S608  (constants)


def _create(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP VIEW every_set")
    schema_editor.execute(_view(schema_editor.connection.vendor))


def _back(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP VIEW every_set")
    postgres = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(_before.POSTGRES if postgres else _before.SQLITE)


class Migration(migrations.Migration):
    dependencies = [("storage", "0002_every_set")]
    operations = [migrations.RunPython(_create, _back)]
