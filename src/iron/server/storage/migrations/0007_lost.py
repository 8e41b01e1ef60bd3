"""Revisions with lost values are found without reading the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index of a few rows."""

    dependencies = [("storage", "0006_answered")]

    operations = [
        migrations.AddIndex(
            model_name="historyrow",
            index=models.Index(
                fields=["user_id", "kind", "doc_id", "rev"],
                name="history_lost",
                condition=models.Q(lost__isnull=False),
            ),
        ),
    ]
