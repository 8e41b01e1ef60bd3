"""Django's settings of the servers that browsers meet: as shipped, but hashing a password takes no third of a second."""

from __future__ import annotations

from django.conf.global_settings import PASSWORD_HASHERS as SHIPPED

from iron.server.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *SHIPPED]
