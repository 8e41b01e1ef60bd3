"""Accounts live apart from journals: nothing here is sharded by lifter."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import connections, models
from django.db.models.functions import Lower
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = ("id", "password", "last_login", "username", "is_owner", "is_active", "date_joined", "quota_mib")
_READ = f"SELECT {', '.join(FIELDS)} FROM accounts_user WHERE id = %s"  # noqa: S608 - constants


def _moment(value: datetime | None) -> datetime | None:
    """A time as the database gives it, in UTC: SQLite's has no zone."""
    return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class UserManager(BaseUserManager["User"]):
    """Makes accounts, and reads the one of a request."""

    def get(self, *args: Any, **kwargs: Any) -> User:
        """Return an account as Django's managers do; by its number alone with one plain statement.

        Django asks so for every signed-in request, and the ORM's way was a fifth of a push (benchmarks/push.py).
        """
        if args or set(kwargs) != {"pk"}:
            return super().get(*args, **kwargs)
        with connections[self.db].cursor() as cursor:
            cursor.execute(_READ, [kwargs["pk"]])
            row = cursor.fetchone()
        if row is None:
            raise User.DoesNotExist
        return self.of_row(row)

    def of_row(self, row: Sequence[Any]) -> User:
        """Return the account of a row with the columns `FIELDS`, as the database gives them."""
        last_login, date_joined = _moment(row[2]), _moment(row[6])
        values = (*row[:2], last_login, row[3], bool(row[4]), bool(row[5]), date_joined, row[7])
        return User.from_db(self.db, FIELDS, values)

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """Make an account; without a password nobody can sign in to it."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A lifter's account; its ``id`` keys every row of the journal.

    Attributes:
        username: name to sign in with, unique whatever its case.
        is_owner: the first account of the server; there is at most one.
        is_active: it may sign in, and its keys work.
        quota_mib: the most that it may store [MiB]; None where IRON_QUOTA_MIB says so for all.
    """

    username = models.CharField(max_length=64, unique=True, validators=[UnicodeUsernameValidator()])
    is_owner = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)
    quota_mib = models.PositiveIntegerField(null=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """At most one owner, and no two names that differ by case alone."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["is_owner"], condition=models.Q(is_owner=True), name="one_owner"),
            models.UniqueConstraint(Lower("username"), name="one_name_whatever_its_case"),
        ]

    def __str__(self) -> str:
        return self.username

    def get_session_auth_hash(self) -> str:
        """Return the digest of the password by which a session is known to be from before a change of it."""
        return _auth_hash(self.password)


@lru_cache(maxsize=1024)
def _auth_hash(password: str) -> str:
    """Django's digest, computed once for each stored password: every request of a session asks for it."""
    return AbstractBaseUser.get_session_auth_hash(User(password=password))


class OwnerCode(models.Model):
    """The one-time code that makes the first account; one row while the server has no owner who can sign in."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    code = models.CharField(max_length=32)


class Token(models.Model):
    """A key for a program that acts for a lifter: a script, an assistant.

    Attributes:
        digest: SHA-256 of the key; the key itself is shown once and kept nowhere.
        name: what the lifter calls it.
        writes: it may change the journal; else it only reads. No token touches the account.
        used_on: the last day it was used; a day is enough, and a read stays a read.
        origins: web origins whose pages may use it from a browser, with blanks between.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=60)
    writes = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    used_on = models.DateField(null=True)
    origins = models.TextField(default="", blank=True)


class SignInLimit(models.Model):
    """Tries to sign in, as allauth counts them (`iron.server.accounts.limits`), in the shape of Django's cache."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        """Django's cache names its table itself."""

        db_table = "sign_in_limit"


class Invitation(models.Model):
    """A link that lets one person make an account.

    Attributes:
        digest: SHA-256 of the token; the token itself is shown once and kept nowhere.
        used_by: the account it made, or null.
        when_closed: it works while sign-up is closed too: the host sent it to somebody by mail.
    """

    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    when_closed = models.BooleanField(default=False)
