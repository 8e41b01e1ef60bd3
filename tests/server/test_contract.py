"""The whole API against its own description: no server error, and nothing that the OpenAPI document does not say."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, note, seed
from hypothesis import settings as profile
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from training_years import ops, workout_id

from iron.server.accounts import service, tokens
from iron.server.accounts.models import User
from iron.server.api import openapi
from iron.server.storage.django_store import DjangoStore
from iron.server.wsgi import application

pytestmark = pytest.mark.django_db

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
# All of them send the same cases: drawing one costs more than asking three times.
LIFTERS = ("session", "key")
CASES = 12
# Values that lead deep: what the seeded journal holds.
DEEP = {
    "exercise": "leg-press-45",
    "app": "strong",
    "kind": "workout",
    "doc_id": workout_id(0),
    "workout": workout_id(0),
}


schema = schemathesis.openapi.from_dict(openapi.document())
schema.app = application
schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
RESULTS: list[Any] = list(schema.get_all_operations())
OPERATIONS = [result.ok() for result in RESULTS]


def lifter(name):
    """An account with a journal of its own, so that no caller meets what another one has changed."""
    user = User.objects.create_user(name, "a long password")
    DjangoStore(user.pk).push(ops(3), "phone", "2026-11-22T18:05:00Z")
    return user


def sent_by(caller):
    """Headers and cookies of a caller, who names his own account."""
    if caller == "nobody":
        return {"headers": {}, "cookies": {}}
    user = lifter(caller)
    account = {"X-Iron-Account": service.account_id(user)}
    if caller == "key":
        key = tokens.make(user, "laptop", writes=True)[1]
        return {"headers": {"Authorization": f"Bearer {key}", **account}, "cookies": {}}
    client = Client()
    client.force_login(user)
    csrf = "a" * 32
    cookies = {"iron_session": client.cookies["iron_session"].value, "csrftoken": csrf}
    return {"headers": {"X-CSRFToken": csrf, **account}, "cookies": cookies}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.label)
def test_the_api_does_what_its_description_says(operation, settings):
    settings.ALLOWED_HOSTS = ["*"]
    sent = {caller: sent_by(caller) for caller in (*LIFTERS, "nobody")}
    statuses = {caller: set() for caller in sent}

    @seed(20261128)
    @profile(
        max_examples=CASES,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), deep=st.booleans())
    def run(case, deep):
        if deep and case.path_parameters:
            case.path_parameters = {
                name: DEEP.get(name, value) for name, value in case.path_parameters.items()
            }
        # Nobody is refused before an id is looked at: half of the cases are enough.
        for caller in sent if not deep else LIFTERS:
            note(f"sent by: {caller}")
            response = case.call(**sent[caller])
            statuses[caller].add(response.status_code)
            case.validate_response(response, checks=CHECKS)

    run()
    # Who may call it gets further than the door.
    assert statuses["session"] - {401, 409}, statuses
    assert statuses["nobody"]
