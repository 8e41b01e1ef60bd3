"""What a program in Python does with the generated client: it logs a set twice under one key and reads it back."""

import json
import sys

from iron_client import AuthenticatedClient
from iron_client.api.default import get_me, get_sets, get_sync_pull, post_sets
from iron_client.models import (
    Failure,
    LoggedOut,
    MeOut,
    PullOut,
    SetIn,
    SetInUnitType0,
    SetsIn,
    SetsOut,
    UserOut,
)

address, key = sys.argv[1:]
with AuthenticatedClient(base_url=address, token=key) as iron:
    me = get_me.sync(client=iron)
    assert isinstance(me, MeOut), me
    assert isinstance(me.user, UserOut), me
    assert me.user.name == "ada"
    body = SetsIn(exercise="leg press", sets=[SetIn(load=180, unit=SetInUnitType0.KG, reps=12, rir=2)])
    for _ in range(2):
        logged = post_sets.sync(client=iron, body=body, idempotency_key='"from-python"')
        assert isinstance(logged, LoggedOut), logged
    page = get_sets.sync(client=iron, exercise="leg-press-45", limit=10)
    assert isinstance(page, SetsOut), page
    pulled = get_sync_pull.sync(client=iron, since=0)
    assert isinstance(pulled, PullOut), pulled
    refused = get_sets.sync(client=iron, since="yesterday")
    assert isinstance(refused, Failure), refused
    rows = [row.to_dict() for row in page.rows]
    print(
        json.dumps(
            {
                "sets": [[row["exercise"], row["load"]["value"], row["reps"]] for row in rows],
                "kinds": [document.kind for document in pulled.docs],
                "refused": refused.where,
            }
        )
    )
