"""Invitations that work while sign-up is closed."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column: invitations that exist do not open a closed server."""

    dependencies: ClassVar = [("accounts", "0005_key_origins")]
    operations: ClassVar = [
        migrations.AddField("invitation", "when_closed", models.BooleanField(default=False)),
    ]
