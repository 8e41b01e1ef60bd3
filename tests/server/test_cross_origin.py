"""Pages of other origins use the API with a key that lists them, and with no cookie."""

import pytest
from django.test import Client

from iron.server.accounts import tokens
from iron.server.accounts.models import User
from iron.values.errors import BadInputError

pytestmark = pytest.mark.django_db
PAGE = "https://notes.example"
OTHER = "https://evil.example"


@pytest.fixture
def ada():
    return User.objects.create_user("ada", "a long password")


def asked(origin, path="/api/v1/sets"):
    headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
    return Client().options(path, headers=headers)


def test_a_preflight_of_a_listed_origin_is_allowed_without_credentials(ada):
    tokens.make(ada, "notes", writes=False, origins=[PAGE])
    response = asked(PAGE)
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == PAGE
    assert "Authorization" in response["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in response
    assert response["Vary"] == "Origin"


@pytest.mark.parametrize(
    "origin", [OTHER, "null", "https://notes.example.evil.example", "https://otes.example"]
)
def test_a_preflight_of_another_origin_gets_no_permission(ada, origin):
    tokens.make(ada, "notes", writes=False, origins=[PAGE])
    assert "Access-Control-Allow-Origin" not in asked(origin)


def test_only_the_answer_to_a_key_that_lists_the_origin_may_be_read_by_its_page(ada):
    listed = tokens.make(ada, "notes", writes=False, origins=[PAGE, "http://localhost:8888"])[1]
    bare = tokens.make(ada, "script", writes=False)[1]

    def allowed(key, origin):
        headers = {"Origin": origin, "Authorization": f"Bearer {key}"}
        return Client().get("/api/v1/sets", headers=headers).headers.get("Access-Control-Allow-Origin")

    assert allowed(listed, PAGE) == PAGE
    assert allowed(listed, "http://localhost:8888") == "http://localhost:8888"
    assert allowed(listed, OTHER) is None
    assert allowed(bare, PAGE) is None
    assert allowed("iron_wrong", PAGE) is None


def test_a_signed_in_browser_gives_nothing_to_another_origin(ada):
    tokens.make(ada, "notes", writes=False, origins=[PAGE])
    client = Client()
    client.force_login(ada)
    assert "Access-Control-Allow-Origin" not in client.get("/api/v1/sets", headers={"Origin": PAGE})


@pytest.mark.parametrize(
    "origin",
    ["*", "notes.example", "https://notes.example/page", "ftp://a.example", "https://a b", "https://x:0", ""],
)
def test_what_is_no_origin_is_refused_in_a_sentence(ada, origin):
    with pytest.raises(BadInputError, match="is not an origin"):
        tokens.make(ada, "notes", writes=False, origins=[origin])


def test_the_api_makes_a_key_with_origins_and_lists_them(ada):
    client = Client()
    client.force_login(ada)
    body = {"name": "notes", "origins": [PAGE + "/"]}
    made = client.post("/api/v1/tokens", body, content_type="application/json").json()
    assert made["token"]["origins"] == [PAGE]
    assert client.get("/api/v1/tokens").json()[0]["origins"] == [PAGE]
