"""Groups in the route table. No key touches them: what members show goes to people who signed in."""

from __future__ import annotations

from typing import Final

from iron.server.api.route import deletion, signed_in
from iron.server.api.sharing import group_shapes as shapes
from iron.server.api.sharing import groups

GROUP_ROUTES: Final = (
    signed_in(
        "GET",
        "groups",
        groups.show,
        "The groups that the caller is in",
        gives=shapes.GroupsOut,
    ),
    signed_in(
        "POST",
        "groups",
        groups.make,
        "Make a group; the caller is its first member",
        takes=shapes.GroupIn,
        gives=shapes.GroupOut,
        most_bytes=groups.MOST_BYTES,
        once="stored",
    ),
    signed_in(
        "POST",
        "groups/join",
        groups.join,
        "Join the group that a code invites to; wrong codes are answered ten times an hour",
        takes=shapes.JoinIn,
        gives=shapes.GroupOut,
        most_bytes=groups.MOST_BYTES,
        once="stored",
    ),
    deletion(
        "groups/<str:group_id>",
        groups.delete,
        "Delete a group with all that was shown in it, for who made it",
    ),
    signed_in(
        "GET",
        "groups/<str:group_id>/board",
        groups.show_board,
        "This week and last week of every member, no more of each than he shows; 410 group_ended for who is not in it",
        gives=shapes.BoardOut,
        lane="slow",
    ),
    signed_in(
        "POST",
        "groups/<str:group_id>/me",
        groups.change,
        "Change what a group sees of the caller",
        takes=shapes.MemberIn,
        gives=shapes.GroupOut,
        most_bytes=groups.MOST_BYTES,
        once="stored",
    ),
    deletion(
        "groups/<str:group_id>/me",
        groups.leave,
        "Leave a group; what was shown is gone at once",
    ),
    deletion(
        "groups/<str:group_id>/members/<str:member_id>",
        groups.remove,
        "Remove a member, for who made the group; its invitation ends",
    ),
    signed_in(
        "POST",
        "groups/<str:group_id>/invitation",
        groups.invite,
        "Invite by a link or code, for who made the group; shown once, the one before ends",
        takes=shapes.InvitationIn,
        gives=shapes.InvitationMade,
        most_bytes=groups.MOST_BYTES,
        once="secret",
    ),
    deletion(
        "groups/<str:group_id>/invitation",
        groups.end_invitation,
        "End the invitation of a group, for who made it",
    ),
)
