"""The journals' tables. Every key contains ``user_id``, so that they shard by lifter; accounts live apart.

There are no foreign keys to accounts, no triggers and no generated ids, on purpose (docs/decisions.md). The hot path is
raw SQL in `iron.server.storage.django_store`; these models make the tables and serve people who look around.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class DocumentRow(models.Model):
    """What each document is now; ``body`` is JSON text, null when deleted.

    ``made_by`` names the operation that made this revision (`iron.records.documents.name_of`).
    """

    pk = models.CompositePrimaryKey("user_id", "kind", "doc_id")
    user_id = models.BigIntegerField()
    kind = models.CharField(max_length=32)
    doc_id = models.CharField(max_length=64, db_column="id")
    seq = models.BigIntegerField()
    rev = models.IntegerField()
    deleted = models.BooleanField()
    body = models.TextField(null=True)  # noqa: DJ001  (null says deleted; "" is no JSON)
    made_by = models.CharField(max_length=80, default="")

    class Meta:
        """Pull reads by ``seq``."""

        db_table = "document"
        constraints: ClassVar = [models.UniqueConstraint(fields=["user_id", "seq"], name="document_seq")]


class HistoryRow(models.Model):
    """One pushed operation and the revision that it made.

    Attributes:
        digest: CRC-32 of the operation, to tell a replay from an id used twice.
        stamp: random number of the push that stored it; null where an older Iron did.
        reason: the rule that decided (`iron.records.revisions.Reason`).
        pushed: packed body as pushed, null for a deletion (`iron.records.packing`).
        result: packed body after it; null when it is what was pushed, empty when the document is deleted after it.
        lost: JSON list of values that lost the merge, or null.
    """

    pk = models.CompositePrimaryKey("user_id", "op_id")
    user_id = models.BigIntegerField()
    op_id = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    doc_id = models.CharField(max_length=64)
    rev = models.IntegerField()
    base = models.IntegerField()
    at = models.CharField(max_length=20)
    device = models.CharField(max_length=64)
    reason = models.CharField(max_length=20)
    digest = models.BigIntegerField()
    stamp = models.BigIntegerField(null=True)
    pushed = models.BinaryField(null=True)
    result = models.BinaryField(null=True)
    lost = models.TextField(null=True)  # noqa: DJ001  (null says nothing was lost)

    class Meta:
        """A document has each revision once; the few with lost values are found without reading the others."""

        db_table = "history"
        indexes: ClassVar = [
            models.Index(
                fields=["user_id", "kind", "doc_id", "rev"],
                name="history_lost",
                condition=models.Q(lost__isnull=False),
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user_id", "kind", "doc_id", "rev"], name="history_revision")
        ]


class ClockRow(models.Model):
    """The change counter of a lifter; its row is also the lock that serialises his pushes on PostgreSQL.

    ``epoch`` names the history that it counts in, ``renewed`` says that there was another one before
    (`iron.server.storage.timeline`).
    """

    user_id = models.BigIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    epoch = models.CharField(max_length=16, default="")
    renewed = models.BooleanField(default=False)

    class Meta:
        """One row a lifter."""

        db_table = "clock"


class AnsweredRow(models.Model):
    """The answer to a request that carried an Idempotency-Key (`iron.server.api.writing.idempotency`).

    Attributes:
        key_digest: SHA-256 of the key.
        fingerprint: SHA-256 of address and body, to tell a repeated request from another one.
        at: when it was answered, seconds since 1970.
        body: the answer's text, null where it was a secret.
    """

    pk = models.CompositePrimaryKey("user_id", "key_digest")
    user_id = models.BigIntegerField()
    key_digest = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    at = models.BigIntegerField()
    status = models.IntegerField()
    body = models.TextField(null=True)  # noqa: DJ001  (null says that it is not kept)

    class Meta:
        """Kept for a day."""

        db_table = "answered"
