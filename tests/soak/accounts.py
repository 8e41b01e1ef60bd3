"""Make accounts with a key each, for the fault runner: `python accounts.py COUNT PREFIX` prints one JSON list."""

from __future__ import annotations

import json
import sys

from iron.server import boot

boot.start()

from iron.server.accounts import service, tokens  # noqa: E402
from iron.server.accounts.models import User  # noqa: E402

made = []
for n in range(int(sys.argv[1])):
    user = User.objects.create_user(f"{sys.argv[2]}-{n}")
    _, key = tokens.make(user, "soak", writes=True)
    made.append({"account": service.account_id(user), "key": key})
print(json.dumps(made))
