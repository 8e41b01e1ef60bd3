"""Open the journal of an account in this machine's database, for the command line and MCP."""

from __future__ import annotations

from iron.journal.journal import Journal
from iron.server import boot
from iron.values.errors import NotFoundError


def open_journal(lifter: str | None) -> Journal:
    """Open the journal of an account, or the owner's, created at first use.

    Raises:
        NotFoundError: there is no account of that name.
    """
    boot.start()
    # Django's models load only after its settings, which start() brings.
    from django.contrib.auth import get_user_model

    from iron.server.accounts import service
    from iron.server.storage.django_store import DjangoStore

    User = get_user_model()
    if lifter is None:
        return Journal(DjangoStore(service.ensure_owner().pk))
    try:
        return Journal(DjangoStore(User.objects.get(username__iexact=lifter).pk))
    except User.DoesNotExist:
        known = ", ".join(User.objects.values_list("username", flat=True)) or "none yet"
        raise NotFoundError(f"There is no account “{lifter}”. Accounts: {known}.") from None
