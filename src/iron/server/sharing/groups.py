"""Groups as plain functions: made, joined, left, deleted. What a member shows lies in his row and goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from iron.records.documents import is_uuid
from iron.server.accounts.codes import bare_code, fresh_code, shown_code
from iron.server.accounts.models import User
from iron.server.sharing.limits import Limit
from iron.server.sharing.models import GroupMember, LifterGroup
from iron.server.sharing.permission import SHOWN, Membership, digest_of, membership
from iron.server.sharing.shares import now_s
from iron.values import clock
from iron.values.errors import BadInputError, ConflictError, IronError, NotAllowedError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iron.server.sharing.permission import Shown

# Guesses: what a trainer of several classes needs, and a board that is still read and counted in a second.
MOST_MADE: Final = 10
"""Groups that one lifter may have made."""
MOST_JOINED: Final = 20
"""Groups that one lifter may be in."""
MOST_MEMBERS: Final = 50
"""Members of one group."""
_CODE_LENGTH: Final = 16  # 31^16, 79 bits
_DAY_S: Final = 86_400
_WRONG_CODES: Final = Limit(
    "group-codes", 10, 3600, "Too many codes that open no group. Try again in an hour."
)
_MAKING: Final = Limit(
    "group-making", 20, _DAY_S, "You made 20 groups since yesterday. Make the next one tomorrow."
)


class GroupEndedError(IronError):
    """The group is not there for this account: deleted, left, or never joined. A phone forgets what it had."""

    code = "group_ended"
    status = 410


def seen_by(user: User, group_id: str) -> Membership:
    """What a member may see of a group.

    Raises:
        GroupEndedError: he is not in it (any more); it says the same to a stranger and to a former member.
    """
    seen = membership(user.pk, group_id) if is_uuid(group_id) else None
    if seen is None:
        raise GroupEndedError("You are not in this group any more. To come back, ask for an invitation.")
    return seen


def groups_of(user: User) -> list[Membership]:
    """The groups that an account is in, by name."""
    ids = GroupMember.objects.filter(user_id=user.pk).values_list("group_id", flat=True)
    memberships = [membership(user.pk, group_id) for group_id in list(ids)]
    there = [seen for seen in memberships if seen is not None]
    return sorted(there, key=lambda seen: (seen.group.name.casefold(), seen.group.group_id))


def make(user: User, name: str, shown_as: str, shows: Sequence[Shown]) -> Membership:
    """Make a group; who makes it is its first member.

    Raises:
        ConflictError: he made, or is in, too many.
        NotAllowedError: he made too many in a day.
    """
    called = _name(name, "name")
    with transaction.atomic():
        _hold(user)
        _MAKING.check(user.pk)
        if LifterGroup.objects.filter(maker_id=user.pk).count() >= MOST_MADE:
            raise ConflictError(f"You made {MOST_MADE} groups already. Delete one of them first.")
        group = LifterGroup(group_id=clock.fresh_id(), maker_id=user.pk, name=called, made_at=now_s())
        _add(user, group, shown_as, shows)
        group.save(force_insert=True)
    _MAKING.count(user.pk)
    return seen_by(user, group.group_id)


def join(user: User, code: str, shown_as: str, shows: Sequence[Shown]) -> Membership:
    """Join the group that a code invites to; for a member it changes nothing.

    Raises:
        NotFoundError: the code has ended, or there never was one.
        NotAllowedError: too many wrong codes.
        ConflictError: the group is full, he is in too many, or the name is taken.
    """
    _WRONG_CODES.check(user.pk)
    digest = digest_of(bare_code(code))
    with transaction.atomic():
        _hold(user)
        open_groups = LifterGroup.objects.select_for_update().filter(digest=digest, invites_until__gt=now_s())
        group = open_groups.first()
        if group is not None and membership(user.pk, group.group_id) is None:
            _add(user, group, shown_as, shows)
    if group is None:
        _WRONG_CODES.count(user.pk)
        raise NotFoundError(
            "This invitation has ended, or the code is wrong. Check it, or ask for a new one.", where="code"
        )
    return seen_by(user, group.group_id)


def change(user: User, group_id: str, shown_as: str, shows: Sequence[Shown]) -> Membership:
    """Change what a group sees of a member.

    Raises:
        GroupEndedError: he is not in it.
        ConflictError: another member has the name.
    """
    with transaction.atomic():
        _hold_group(group_id)
        seen = seen_by(user, group_id)
        name = _free_name(group_id, shown_as, seen.own.member_id)
        own = GroupMember.objects.filter(user_id=user.pk, group_id=group_id)
        own.update(shown_as=name, shows=_joined(shows))
    return seen_by(user, group_id)


def leave(user: User, group_id: str) -> None:
    """Leave a group: what was shown is gone at once.

    Raises:
        GroupEndedError: he is not in it.
        ConflictError: he made it.
    """
    if seen_by(user, group_id).is_maker:
        raise ConflictError("You made this group, so it cannot go on without you. Delete it instead.")
    GroupMember.objects.filter(user_id=user.pk, group_id=group_id).delete()


def remove(user: User, group_id: str, member_id: str) -> None:
    """Remove a member. The invitation ends with it, so that its code does not bring him back.

    Raises:
        GroupEndedError: the caller is not in the group.
        NotAllowedError: he did not make it.
        NotFoundError: there is no such member.
        ConflictError: it is himself.
    """
    seen = _made_by(user, group_id)
    if member_id == seen.own.member_id:
        raise ConflictError("You made this group, so it cannot go on without you. Delete it instead.")
    with transaction.atomic():
        _hold_group(group_id)
        gone, _ = GroupMember.objects.filter(group_id=group_id, member_id=member_id).delete()
        if not gone:
            raise NotFoundError("This member left already. Reload the page.")
        LifterGroup.objects.filter(group_id=group_id).update(digest="", invites_until=None)


def invite(user: User, group_id: str, days: int) -> tuple[str, int]:
    """Make the code that invites, in place of the one before; return it and when it ends [s since 1970].

    Raises:
        GroupEndedError: the caller is not in the group.
        NotAllowedError: he did not make it.
    """
    _made_by(user, group_id)
    code, until = fresh_code(_CODE_LENGTH), now_s() + days * _DAY_S
    LifterGroup.objects.filter(group_id=group_id).update(digest=digest_of(code), invites_until=until)
    return shown_code(code), until


def end_invitation(user: User, group_id: str) -> None:
    """End the code that invites.

    Raises:
        GroupEndedError: the caller is not in the group.
        NotAllowedError: he did not make it.
    """
    _made_by(user, group_id)
    LifterGroup.objects.filter(group_id=group_id).update(digest="", invites_until=None)


def delete(user: User, group_id: str) -> None:
    """Delete a group with all that was shown in it.

    Raises:
        GroupEndedError: the caller is not in the group.
        NotAllowedError: he did not make it.
    """
    _made_by(user, group_id)
    with transaction.atomic():
        _hold_group(group_id)
        GroupMember.objects.filter(group_id=group_id).delete()
        LifterGroup.objects.filter(group_id=group_id).delete()


def forget(user_id: int) -> None:
    """Take an account out of every group and delete those that it made: the account is deleted."""
    made = list(LifterGroup.objects.filter(maker_id=user_id).values_list("group_id", flat=True))
    GroupMember.objects.filter(group_id__in=made).delete()
    LifterGroup.objects.filter(group_id__in=made).delete()
    GroupMember.objects.filter(user_id=user_id).delete()


def _made_by(user: User, group_id: str) -> Membership:
    seen = seen_by(user, group_id)
    if not seen.is_maker:
        raise NotAllowedError("Only the person who made the group can do this.")
    return seen


def _add(user: User, group: LifterGroup, shown_as: str, shows: Sequence[Shown]) -> None:
    if GroupMember.objects.filter(user_id=user.pk).count() >= MOST_JOINED:
        raise ConflictError(f"You are in {MOST_JOINED} groups already. Leave one of them first.")
    if GroupMember.objects.filter(group_id=group.group_id).count() >= MOST_MEMBERS:
        raise ConflictError(f"This group has {MOST_MEMBERS} members, and no more fit in.")
    GroupMember.objects.create(
        user_id=user.pk,
        group_id=group.group_id,
        member_id=clock.fresh_id(),
        shown_as=_free_name(group.group_id, shown_as, ""),
        shows=_joined(shows),
        joined_at=now_s(),
    )


def _free_name(group_id: str, shown_as: str, own: str) -> str:
    name = _name(shown_as, "shown_as")
    others = GroupMember.objects.filter(group_id=group_id).exclude(member_id=own)
    if name.casefold() in {other.casefold() for other in others.values_list("shown_as", flat=True)}:
        raise ConflictError("Somebody in this group has that name. Choose another one.", where="shown_as")
    return name


def _name(text: str, where: str) -> str:
    text = text.strip()
    if not text or not text.isprintable():
        raise BadInputError("Write a name of letters, numbers or signs, on one line.", where=where)
    return text


def _joined(shows: Sequence[Shown]) -> str:
    return " ".join(each for each in SHOWN if each in shows)


def _hold(user: User) -> None:
    """Serialise what one lifter makes and joins, so that two requests at once do not pass a quota."""
    User.objects.select_for_update().filter(pk=user.pk).values_list("pk").first()


def _hold_group(group_id: str) -> None:
    """Serialise what changes one group: a name stays unique, nobody joins what is being deleted."""
    LifterGroup.objects.select_for_update().filter(group_id=group_id).values_list("pk").first()
