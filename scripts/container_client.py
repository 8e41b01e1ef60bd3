"""A lifter for `scripts/test_container.sh`: signs up, pushes workouts, and looks for them after a restart.

container_client.py begin ORIGIN CA CODE STATE     sign up with the one-time code, push, keep cookies in STATE
container_client.py look ORIGIN CA STATE           everything is there, the same session goes on
"""

from __future__ import annotations

import json
import ssl
import sys
from pathlib import Path
from typing import Any, Final

import httpx

from iron.values import clock

WORKOUTS: Final = 20
OWN_ADDRESS: Final = "127.0.0.5"
"""The lifter's address: another one than the proxy's, so that Iron tells them apart."""
PASSWORD: Final = "sled-and-rail-45"  # noqa: S105 - of a server that lives for seconds


def main(what: str, origin: str, authority: str, *more: str) -> None:
    """Do one of the two."""
    way = httpx.HTTPTransport(verify=ssl.create_default_context(cafile=authority), local_address=OWN_ADDRESS)
    with httpx.Client(base_url=origin, transport=way, timeout=60) as client:
        if what == "begin":
            begin(client, origin, code=more[0], state=Path(more[1]))
        else:
            look(client, state=Path(more[0]))


def begin(client: httpx.Client, origin: str, *, code: str, state: Path) -> None:
    """Sign up as the owner and push workouts; both need cookies that come back over TLS alone."""
    server = client.get("/api/v1/me").raise_for_status().json()["server"]
    if not server["https"]:
        raise SystemExit("Iron does not know that the proxy was asked over https.")
    person = {"username": "anna", "password": PASSWORD, "code": code}
    _send(client, origin, "/_allauth/browser/v1/auth/signup", person)
    body = {"v": 1, "start": "2026-01-03T18:00:00", "entries": []}
    ops = [
        {"op_id": clock.fresh_id(), "kind": "workout", "id": clock.fresh_id(), "base": 0, "body": body}
        for _ in range(WORKOUTS)
    ]
    results = _send(client, origin, "/api/v1/sync/push", {"device": "phone", "ops": ops})["results"]
    if len(results) != WORKOUTS:
        raise SystemExit(f"{len(results)} of {WORKOUTS} operations were answered.")
    secure = [cookie.name for cookie in client.cookies.jar if cookie.secure]
    if "iron_session" not in secure:
        raise SystemExit("The session's cookie goes over plain http too.")
    addresses = {row["address"] for row in client.get("/api/v1/sessions").raise_for_status().json()}
    if addresses != {OWN_ADDRESS}:
        raise SystemExit(f"The lifter's address is {addresses}, so the proxy's headers are not believed.")
    state.write_text(json.dumps(dict(client.cookies)), encoding="utf-8")


def look(client: httpx.Client, *, state: Path) -> None:
    """Check that session and workouts outlived a restart."""
    client.cookies.update(json.loads(state.read_text(encoding="utf-8")))
    user = client.get("/api/v1/me").raise_for_status().json()["user"]
    documents = client.get("/api/v1/sync/pull", params={"since": 0}).raise_for_status().json()["docs"]
    count = sum(document["kind"] == "workout" for document in documents)
    if user["name"] != "anna" or count != WORKOUTS:
        raise SystemExit(f"After the restart {count} of {WORKOUTS} workouts are there, of {user}.")


def _send(client: httpx.Client, origin: str, path: str, body: dict[str, Any]) -> Any:
    headers = {"X-CSRFToken": client.cookies["csrftoken"], "Referer": f"{origin}/"}
    answer = client.post(path, json=body, headers=headers)
    if answer.is_error:
        raise SystemExit(f"{path} answers {answer.status_code}: {answer.text[:400]}")
    return answer.json()


if __name__ == "__main__":
    main(*sys.argv[1:])
