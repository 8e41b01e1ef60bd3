"""Connections in the route table.

No key touches the calendar address or connected assistants; a key that may write makes webhooks.
"""

from __future__ import annotations

from typing import Final

from iron.server.api import wire
from iron.server.api.connecting import assistants, calendar, providers, shapes, webhooks
from iron.server.api.route import Parameter, Route, deletion, signed_in

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
    signed_in(
        "GET",
        "calendar",
        calendar.show,
        "The secret address of the calendar of planned days",
        gives=shapes.CalendarOut,
    ),
    signed_in(
        "POST",
        "calendar",
        calendar.make,
        "Make a calendar address; the one before ends",
        gives=shapes.CalendarOut,
        once="secret",
    ),
    deletion(
        "calendar",
        calendar.end,
        "End the calendar address at once",
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
    signed_in(
        "GET",
        "assistants",
        assistants.assistants,
        "The assistants that may use the journal over MCP, newest first",
        gives=list[shapes.AssistantOut],
    ),
    deletion(
        "assistants/<int:assistant_id>",
        assistants.end,
        "Take an assistant away at once",
    ),
    signed_in(
        "GET",
        "assistants/request",
        assistants.asked,
        "What an assistant asks for, from the request that this server signed (docs/assistant.md)",
        gives=shapes.AssistantRequest,
        query=(Parameter("request", {"type": "string"}, "the signed request"),),
    ),
    signed_in(
        "POST",
        "assistants/answer",
        assistants.decide,
        "Allow or refuse it; the browser takes the answer to the assistant",
        takes=shapes.AssistantAnswer,
        gives=shapes.AssistantAddress,
        once="secret",
    ),
)
