"""Web pages that may use a key from a browser."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the origins of a key; keys that exist have none."""

    dependencies: ClassVar = [("accounts", "0004_quota")]
    operations: ClassVar = [
        migrations.AddField("token", "origins", models.TextField(blank=True, default="")),
    ]
