"""Answers to requests with an Idempotency-Key."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table, keyed by the lifter like the others."""

    dependencies = [("storage", "0005_epoch")]

    operations = [
        migrations.CreateModel(
            name="AnsweredRow",
            fields=[
                ("pk", models.CompositePrimaryKey("user_id", "key_digest", blank=True, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField()),
                ("key_digest", models.CharField(max_length=64)),
                ("fingerprint", models.CharField(max_length=64)),
                ("at", models.BigIntegerField()),
                ("status", models.IntegerField()),
                ("body", models.TextField(null=True)),
            ],
            options={"db_table": "answered"},
        ),
    ]
