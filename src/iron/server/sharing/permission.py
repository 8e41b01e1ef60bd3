"""Who may see what of whom. Every access to another lifter's journal asks here, and nowhere else is it decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from django.db.models import Q

from iron.records.documents import KINDS
from iron.server.accounts.models import User
from iron.server.sharing.models import GroupMember, LifterGroup, Share

if TYPE_CHECKING:
    from collections.abc import Mapping

Part = Literal["training", "plans", "body"]
PARTS: Final[Mapping[str, frozenset[str]]] = {
    "training": frozenset({"workout", "exercise", "machine", "gym", "comment"}),
    "plans": frozenset({"program", "block", "run", "proposal"}),
    "body": frozenset({"measurement"}),
}
"""Kinds of documents by the part of a journal that they are. What is in no part is never shared."""
WRITABLE: Final = frozenset({"comment", "proposal"})
"""Kinds of which a reader may write documents of his own, under his name."""
Shown = Literal["days", "sets", "goal"]
SHOWN: Final[tuple[Shown, ...]] = ("days", "sets", "goal")
"""What a member may let a group see of his weeks: training days, working sets, whether he reached his own goal."""


@dataclass(frozen=True, slots=True)
class Membership:
    """What an account that is in a group may see of it.

    Attributes:
        group: the group.
        own: the account's own row.
        members: everybody in it whose account is not disabled, by name; what each shows is all that is read of him.
        is_maker: it may remove members, invite, and delete the group.
    """

    group: LifterGroup
    own: GroupMember
    members: tuple[GroupMember, ...]
    is_maker: bool


@dataclass(frozen=True, slots=True)
class AccountViewer:
    """Somebody who is signed in."""

    user_id: int


@dataclass(frozen=True, slots=True)
class LinkViewer:
    """Somebody who holds the secret of a link."""

    secret: str


Viewer = AccountViewer | LinkViewer


def kinds_readable(viewer: Viewer, owner_id: int, at: int) -> frozenset[str]:
    """Return the kinds of an owner's documents that a viewer may read at a moment [s since 1970]; mostly none."""
    if isinstance(viewer, AccountViewer) and viewer.user_id == owner_id:
        return frozenset(KINDS)
    involved = {owner_id}
    shares = Share.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at), user_id=owner_id)
    if isinstance(viewer, AccountViewer):
        involved.add(viewer.user_id)
        shares = shares.filter(viewer_id=viewer.user_id, accepted_at__isnull=False)
    else:
        shares = shares.filter(viewer_id=None, digest=digest_of(viewer.secret))
    kinds = frozenset(kind for share in shares for part in share.parts.split() for kind in PARTS[part])
    # An account that the host disabled reads nothing and shows nothing.
    if kinds and User.objects.filter(pk__in=involved, is_active=True).count() < len(involved):
        return frozenset()
    return kinds


def may_read(viewer: Viewer, owner_id: int, kind: str, at: int) -> bool:
    """Whether a viewer may read an owner's documents of a kind at a moment [s since 1970]."""
    return kind in kinds_readable(viewer, owner_id, at)


def may_write(viewer: Viewer, owner_id: int, kind: str, at: int) -> bool:
    """Whether a viewer may write own documents of a kind: an account that may read them, never a link's holder."""
    return isinstance(viewer, AccountViewer) and kind in WRITABLE and may_read(viewer, owner_id, kind, at)


def membership(user_id: int, group_id: str) -> Membership | None:
    """Return what an account may see of a group; None for a stranger, a former member and a disabled account."""
    group = LifterGroup.objects.filter(group_id=group_id).first()
    rows = list(GroupMember.objects.filter(group_id=group_id)) if group else []
    active = set(
        User.objects.filter(pk__in=[row.user_id for row in rows], is_active=True).values_list("pk", flat=True)
    )
    members = sorted(
        (row for row in rows if row.user_id in active),
        key=lambda row: (row.shown_as.casefold(), row.member_id),
    )
    own = next((row for row in members if row.user_id == user_id), None)
    if group is None or own is None:
        return None
    return Membership(group, own, tuple(members), group.maker_id == user_id)


def digest_of(secret: str) -> str:
    """What is stored of a link's secret: 192 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
