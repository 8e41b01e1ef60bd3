"""Groups of lifters and who is in them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables beside the shares; members are keyed by the lifter like the journals."""

    dependencies = [("sharing", "0001_shares")]

    operations = [
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "user_id",
                        "group_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("group_id", models.CharField(max_length=36)),
                ("member_id", models.CharField(max_length=36)),
                ("shown_as", models.CharField(max_length=40)),
                ("shows", models.CharField(blank=True, default="", max_length=60)),
                ("joined_at", models.BigIntegerField()),
            ],
            options={
                "db_table": "group_member",
                "indexes": [models.Index(fields=["group_id"], name="group_member_group")],
            },
        ),
        migrations.CreateModel(
            name="LifterGroup",
            fields=[
                ("group_id", models.CharField(max_length=36, primary_key=True, serialize=False)),
                ("maker_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60)),
                ("made_at", models.BigIntegerField()),
                ("digest", models.CharField(blank=True, default="", max_length=64)),
                ("invites_until", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "lifter_group",
                "indexes": [
                    models.Index(fields=["maker_id"], name="group_maker"),
                    models.Index(fields=["digest"], name="group_digest"),
                ],
            },
        ),
    ]
