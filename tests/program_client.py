"""A program that calls the API with a key, as tests use it."""

from __future__ import annotations

import json

from django.test import Client

from iron.server.accounts import tokens


def program_of(user):
    """A client with a key of this account that may write."""
    _, key = tokens.make(user, "script", writes=True)
    return Client(headers={"host": "localhost", "Authorization": f"Bearer {key}"})


def post(client, path, status=200, **body):
    """Post a JSON body below /api/v1/, expect a status, and give the answer."""
    answered = client.post(f"/api/v1/{path}", json.dumps(body), "application/json")
    assert answered.status_code == status, answered.content
    return answered.json()
