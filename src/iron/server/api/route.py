"""What the route table is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

from iron.server.gateway.rules import KIB, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number or text in the query string or a header; ``schema`` is JSON Schema."""

    name: str
    schema: Mapping[str, Any]
    about: str
    place: Literal["query", "header"] = "query"


@dataclass(frozen=True, slots=True)
class FileType:
    """An answer that is a file of bytes, in OpenAPI and in the header Content-Type."""

    media_type: str


FIT: Final = FileType("application/octet-stream")
"""No media type of FIT is registered."""
ZIP: Final = FileType("application/zip")


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one address.

    Attributes:
        path: as Django writes it, below ``/api/v1/``.
        account: it needs a signed-in account (session cookie; writes also the header X-CSRFToken).
        tokens: a program with a token may use it (reading: GET; writing: the rest).
        takes: shape of the JSON body, ``"form"`` for a multipart form, None for no body.
        gives: shape of the answer; str for a table as CSV, a FileType for bytes.
        lane: who answers it (`iron.server.gateway.rules`).
        most_bytes: longest body that it takes.
        once: a POST that may carry an ``Idempotency-Key``; ``secret`` where its answer is shown once.
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    view: Callable[..., HttpResponse]
    about: str
    account: bool
    takes: Any = None
    gives: Any = dict[str, Any]
    query: tuple[Parameter, ...] = ()
    tokens: bool = True
    lane: Lane = "quick"
    most_bytes: int = 64 * KIB
    once: Literal["stored", "secret"] | None = None


signed_in: Final = partial(Route, account=True, tokens=False)
"""A route for who signed in with a browser; no program's key reaches it."""
deletion: Final = partial(signed_in, "DELETE", gives=dict[str, bool])
"""The same, deleting what its address names."""
