"""Shares and groups: who else sees what of a lifter. Like the journals' tables: no foreign keys, no made-up ids."""

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


class LifterGroup(models.Model):
    """A gym, a class or friends who see a board of each other's week.

    Attributes:
        group_id: UUID.
        maker_id: the account that made it and may remove members and delete it.
        name: what the maker calls it.
        made_at: seconds since 1970, as all moments here.
        digest: SHA-256 of the code that invites, which is shown once; empty where there is none.
        invites_until: when that code ends; null where there is none.
    """

    group_id = models.CharField(max_length=36, primary_key=True)
    maker_id = models.BigIntegerField()
    name = models.CharField(max_length=60)
    made_at = models.BigIntegerField()
    digest = models.CharField(max_length=64, default="", blank=True)
    invites_until = models.BigIntegerField(null=True)

    class Meta:
        """A maker finds his groups, a code its group."""

        db_table = "lifter_group"
        indexes: ClassVar = [
            models.Index(fields=["maker_id"], name="group_maker"),
            models.Index(fields=["digest"], name="group_digest"),
        ]


class GroupMember(models.Model):
    """One lifter in one group; its maker is a member too.

    Attributes:
        user_id: the lifter.
        group_id: the group.
        member_id: UUID by which the group knows him; accounts are not named.
        shown_as: the name that he chose for this group.
        shows: what the board shows of his weeks, with blanks between (`iron.server.sharing.permission.SHOWN`).
        joined_at: seconds since 1970.
    """

    pk = models.CompositePrimaryKey("user_id", "group_id")
    user_id = models.BigIntegerField()
    group_id = models.CharField(max_length=36)
    member_id = models.CharField(max_length=36)
    shown_as = models.CharField(max_length=40)
    shows = models.CharField(max_length=60, default="", blank=True)
    joined_at = models.BigIntegerField()

    class Meta:
        """A group finds its members."""

        db_table = "group_member"
        indexes: ClassVar = [models.Index(fields=["group_id"], name="group_member_group")]
