from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of `iron.server.accounts.limits.Counters`, in the shape of Django's cache in a database."""

    dependencies = [("accounts", "0002_tokens")]

    operations = [
        migrations.CreateModel(
            name="SignInLimit",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "sign_in_limit"},
        ),
    ]
