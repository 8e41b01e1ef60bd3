"""Connections in the route table.

No key touches the calendar address or connected assistants; a key that may write makes webhooks.
"""

from __future__ import annotations

from typing import Final

from iron.server.api import wire
from iron.server.api.connecting import assistants, calendar, providers, shapes, webhooks
from iron.server.api.route import Parameter, Route

CONNECT_ROUTES: Final = (
    Route(
        "POST",
        "providers/<str:provider>",
        providers.begin,
        "Where a browser goes to sign in with an account elsewhere (OpenID Connect)",
        account=False,
        takes=wire.ProviderIn,
        gives=wire.ProviderAddress,
        tokens=False,
        lane="accounts",
        most_bytes=providers.MOST_BYTES,
    ),
    Route(
        "GET",
        "calendar",
        calendar.show,
        "The secret address of the calendar of planned days",
        account=True,
        gives=shapes.CalendarOut,
        tokens=False,
    ),
    Route(
        "POST",
        "calendar",
        calendar.make,
        "Make a calendar address; the one before ends",
        account=True,
        gives=shapes.CalendarOut,
        tokens=False,
        once="secret",
    ),
    Route(
        "DELETE",
        "calendar",
        calendar.end,
        "End the calendar address at once",
        account=True,
        gives=dict[str, bool],
        tokens=False,
    ),
    Route(
        "GET",
        "webhooks",
        webhooks.webhooks,
        "The webhooks, newest first",
        account=True,
        gives=list[shapes.WebhookOut],
    ),
    Route(
        "POST",
        "webhooks",
        webhooks.make,
        "Make a webhook (docs/hosting.md); its secret is shown once",
        account=True,
        takes=shapes.WebhookIn,
        gives=shapes.WebhookMade,
        once="secret",
    ),
    Route(
        "DELETE",
        "webhooks/<int:webhook_id>",
        webhooks.end,
        "Delete a webhook with what waits for it",
        account=True,
        gives=dict[str, bool],
    ),
    Route(
        "POST",
        "webhooks/<int:webhook_id>/test",
        webhooks.test,
        "Send a message of the type test",
        account=True,
        gives=shapes.WebhookOut,
        once="stored",
    ),
    Route(
        "POST",
        "webhooks/<int:webhook_id>/resume",
        webhooks.resume,
        "Go on with a webhook that Iron gave up; what waits is sent again",
        account=True,
        gives=shapes.WebhookOut,
        once="stored",
    ),
    Route(
        "GET",
        "assistants",
        assistants.assistants,
        "The assistants that may use the journal over MCP, newest first",
        account=True,
        gives=list[shapes.AssistantOut],
        tokens=False,
    ),
    Route(
        "DELETE",
        "assistants/<int:assistant_id>",
        assistants.end,
        "Take an assistant away at once",
        account=True,
        gives=dict[str, bool],
        tokens=False,
    ),
    Route(
        "GET",
        "assistants/request",
        assistants.asked,
        "What an assistant asks for, from the request that this server signed (docs/assistant.md)",
        account=True,
        gives=shapes.AssistantRequest,
        query=(Parameter("request", {"type": "string"}, "the signed request"),),
        tokens=False,
    ),
    Route(
        "POST",
        "assistants/answer",
        assistants.decide,
        "Allow or refuse it; the browser takes the answer to the assistant",
        account=True,
        takes=shapes.AssistantAnswer,
        gives=shapes.AssistantAddress,
        tokens=False,
        once="secret",
    ),
)
