"""Shares of journals with other accounts and by links."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table, keyed by the lifter like those of the journals."""

    initial = True

    operations = [
        migrations.CreateModel(
            name="Share",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "user_id",
                        "share_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("share_id", models.CharField(max_length=36)),
                ("viewer_id", models.BigIntegerField(null=True)),
                ("digest", models.CharField(blank=True, default="", max_length=64)),
                ("label", models.CharField(blank=True, default="", max_length=60)),
                ("parts", models.CharField(max_length=60)),
                ("made_at", models.BigIntegerField()),
                ("ends_at", models.BigIntegerField(null=True)),
                ("accepted_at", models.BigIntegerField(null=True)),
                ("read_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "share",
                "indexes": [
                    models.Index(fields=["viewer_id"], name="share_viewer"),
                    models.Index(fields=["share_id"], name="share_id"),
                    models.Index(fields=["digest"], name="share_digest"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("viewer_id__isnull", False)),
                        fields=("user_id", "viewer_id"),
                        name="share_once_a_viewer",
                    )
                ],
            },
        ),
    ]
