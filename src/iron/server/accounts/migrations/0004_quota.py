"""How much one account may store."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One nullable column: no account has a limit of its own until the host sets one."""

    dependencies: ClassVar = [("accounts", "0003_sign_in_limits")]
    operations: ClassVar = [
        migrations.AddField("user", "quota_mib", models.PositiveIntegerField(null=True)),
    ]
