"""Shares: who else may read what of a lifter's journal. Like the journals' tables: no foreign keys, no made-up ids."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Share(models.Model):
    """One lifter lets one account, or everybody who holds a link, read parts of his journal.

    Attributes:
        user_id: whose journal it is.
        share_id: UUID.
        viewer_id: the account that may read; null for a link.
        digest: SHA-256 of a link's secret, which is shown once and kept nowhere; empty for an account.
        label: what the lifter calls the link.
        parts: what may be read, with blanks between (`iron.server.sharing.permission.PARTS`).
        made_at: seconds since 1970, as all moments here.
        ends_at: from when on nothing may be read; null where only the lifter ends it.
        accepted_at: when the account accepted; null while it has not. A link needs nobody to accept.
        read_at: the beginning of the last UTC day on which it was read.
    """

    pk = models.CompositePrimaryKey("user_id", "share_id")
    user_id = models.BigIntegerField()
    share_id = models.CharField(max_length=36)
    viewer_id = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64, default="", blank=True)
    label = models.CharField(max_length=60, default="", blank=True)
    parts = models.CharField(max_length=60)
    made_at = models.BigIntegerField()
    ends_at = models.BigIntegerField(null=True)
    accepted_at = models.BigIntegerField(null=True)
    read_at = models.BigIntegerField(null=True)

    class Meta:
        """A viewer finds his lifters, a secret its link; an account has one share of a journal."""

        db_table = "share"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user_id", "viewer_id"],
                condition=models.Q(viewer_id__isnull=False),
                name="share_once_a_viewer",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["viewer_id"], name="share_viewer"),
            models.Index(fields=["share_id"], name="share_id"),
            models.Index(fields=["digest"], name="share_digest"),
        ]
