"""Journals get an epoch, operations a stamp, and documents the name of the operation that made them."""

import secrets

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The history of an older Iron has no stamps: they count as 0 (iron.records.documents.name_of).
_NAMES = (
    "UPDATE document SET made_by = COALESCE((SELECT op_id || '.00000000' FROM history WHERE user_id = document.user_id "
    "AND kind = document.kind AND doc_id = document.id AND rev = document.rev), '')"
)
_EPOCH = "UPDATE clock SET epoch = %s, renewed = %s WHERE user_id = %s"


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Name every revision, and give each lifter an epoch."""
    del apps
    with editor.connection.cursor() as cursor:
        cursor.execute(_NAMES)
        renewed = False
        if editor.connection.vendor == "sqlite":
            # `iron restore` marks a backup of an older Iron, where there is no epoch to renew yet.
            cursor.execute("PRAGMA user_version")
            renewed = cursor.fetchone()[0] > 0
        cursor.execute("SELECT user_id FROM clock WHERE user_id >= 0")
        cursor.executemany(_EPOCH, [(secrets.token_hex(8), renewed, user) for (user,) in cursor.fetchall()])


# By hand: Django would make whole tables anew for these columns, and SQLite refuses that below a view.
_COLUMNS = (
    "ALTER TABLE clock ADD COLUMN epoch varchar(16) NOT NULL DEFAULT ''",
    "ALTER TABLE clock ADD COLUMN renewed bool NOT NULL DEFAULT FALSE",
    "ALTER TABLE document ADD COLUMN made_by varchar(80) NOT NULL DEFAULT ''",
    "ALTER TABLE history ADD COLUMN stamp bigint NULL",
)


class Migration(migrations.Migration):
    """Four columns and their first values."""

    dependencies = [("storage", "0004_no_series")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in _COLUMNS],
            state_operations=[
                migrations.AddField("clockrow", "epoch", models.CharField(default="", max_length=16)),
                migrations.AddField("clockrow", "renewed", models.BooleanField(default=False)),
                migrations.AddField("documentrow", "made_by", models.CharField(default="", max_length=80)),
                migrations.AddField("historyrow", "stamp", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
