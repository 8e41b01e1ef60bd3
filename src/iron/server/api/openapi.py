"""The OpenAPI document, made from the route table and the types on the wire."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.http import HttpResponse

from iron.server import problems
from iron.server.api import wire
from iron.server.api.account import VERSION
from iron.server.api.derived import PLAN_FIELDS
from iron.server.api.route import FileType, Route
from iron.server.api.routes import ROUTES
from iron.server.api.writing import idempotency

if TYPE_CHECKING:
    from django.http import HttpRequest

# Routes and types stay as they are while a process lives, so the document is written once, by the first who asks.
_writing: Final = Lock()
_PART: Final = re.compile(r"<(str|int):(\w+)>")
# What Django takes for such a part of a path; ids of rows fit into 63 bits.
_PARTS: Final = {
    "str": {"type": "string", "minLength": 1, "maxLength": 200},
    "int": {"type": "integer", "minimum": 0, "maximum": 2**53},
}
# Two operations of one path must not have one name.
_BY: Final = r"by_\2"
_REF: Final = "#/components/schemas/{name}"
_JSON: Final = "application/json"
_ACCOUNT: Final = {
    "name": "Iron-Account",
    "in": "header",
    "description": "the account whose journal this is (`account` of GET /me); signed in as another one is a 409",
    "schema": {"type": "string"},
}
_ONCE: Final = {
    "name": idempotency.HEADER,
    "in": "header",
    "description": "a key of your own for this request, such as a UUID in quotes: sent again within 24 hours it is not "
    "carried out again but answered as before; with another body it is a 422, while it runs a 409",
    "schema": {"type": "string", "pattern": idempotency.KEY_PATTERN},
}
# Where the body of a document stands, as bytes that the server passes on.
_BODIES: Final = (
    ("DocumentOut", "body"),
    ("DocumentIn", "body"),
    ("SharedDocument", "body"),
    ("OpIn", "body"),
    ("RevisionOut", "body"),
    ("RevisionOut", "pushed"),
    ("ArchiveDocument", "body"),
    ("ArchiveRevision", "body"),
    ("ArchiveRevision", "pushed"),
)


def _without_false_items(schema: Any) -> Any:
    """A schema whose tuples say their length by maxItems alone: generators of clients trip over ``items: false``."""
    if isinstance(schema, list):
        return [_without_false_items(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = schema.get("items") is False and "maxItems" in schema
    return {
        key: _without_false_items(value) for key, value in schema.items() if not (closed and key == "items")
    }


def _any_body() -> dict[str, Any]:
    """The body of a document of any kind; null says that it is deleted."""
    kinds = ", ".join(sorted(wire.DOCUMENT_BODIES))
    known = [{"$ref": _REF.format(name=shape.__name__)} for shape in wire.DOCUMENT_BODIES.values()]
    other = {"type": "object", "description": f"of a kind other than {kinds} (docs/documents.md)"}
    return {"anyOf": [*known, other, {"type": "null"}]}


def document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of the API."""
    shapes = [
        shape
        for route in ROUTES
        for shape in (route.takes, route.gives)
        if shape is not None and shape != "form" and not isinstance(shape, FileType)
    ]
    shapes += [wire.Failure, *wire.DOCUMENT_BODIES.values()]
    schemas, components = msgspec.json.schema_components(shapes, ref_template=_REF)
    named = {repr(shape): schema for shape, schema in zip(shapes, schemas, strict=True)}
    components = _without_false_items(components)
    for component, key in _BODIES:
        components[component]["properties"][key] = _any_body()
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        address = "/api/v1/" + _PART.sub(r"{\2}", route.path)
        paths.setdefault(address, {})[route.method.lower()] = _operation(route, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Iron",
            "version": VERSION,
            "description": "Bodies of documents keep keys that Iron does not know; other bodies are refused with them. "
            "A program sends a key from Me, API keys: Authorization: Bearer iron_…, no cookies. "
            "A browser's writes need the cookie csrftoken and its value in the header X-CSRFToken.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": "iron_session"},
                "key": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def serve(request: HttpRequest) -> HttpResponse:
    """Answer the document at /api/v1/openapi.json."""
    del request
    with _writing:
        return HttpResponse(_written(), content_type=_JSON)


@cache
def _written() -> bytes:
    return msgspec.json.format(msgspec.json.encode(document()), indent=1)


def _operation(route: Route, named: dict[str, Any]) -> dict[str, Any]:
    failure = {
        "description": "Problem details (RFC 9457)",
        "content": {problems.MEDIA_TYPE: {"schema": named[repr(wire.Failure)]}},
    }
    operation: dict[str, Any] = {
        "operationId": re.sub(r"\W+", "_", f"{route.method.lower()}_{_PART.sub(_BY, route.path)}").strip("_"),
        "summary": route.about,
        "responses": {
            "200": {
                "description": "OK",
                "content": _answer(route.gives, named),
            },
            "default": failure,
        },
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": _PARTS[kind]}
        for kind, name in _PART.findall(route.path)
    ]
    parameters += [
        {
            "name": parameter.name,
            "in": parameter.place,
            "description": parameter.about,
            "schema": parameter.schema,
        }
        for parameter in route.query
    ]
    if route.account:
        parameters.append(_ACCOUNT)
    if route.once:
        parameters.append(_ONCE)
    if parameters:
        operation["parameters"] = parameters
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _content(route.takes, named)}
    if route.account:
        # No key touches the account or other keys; whose path a key may read, it may read.
        keyless = route.path.partition("/")[0] in {"me", "tokens", "sessions"} or not route.tokens
        operation["security"] = [{"session": []}] if keyless else [{"session": []}, {"key": []}]
    return operation


def _answer(gives: Any, named: dict[str, Any]) -> dict[str, Any]:
    """Text is a table, a FileType is bytes; everything else is JSON."""
    if isinstance(gives, FileType):
        return {gives.media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"text/csv" if gives is str else _JSON: {"schema": named[repr(gives)]}}


def _content(takes: Any, named: dict[str, Any]) -> dict[str, Any]:
    if takes != "form":
        return {_JSON: {"schema": named[repr(takes)]}}
    properties = {
        **{name: {"type": "string"} for name in sorted(PLAN_FIELDS)},
        "file": {"type": "string", "format": "binary"},
        "unit": {"type": "string", "enum": ["kg", "lb"]},
        "at": {"type": "string", "pattern": wire.AT_PATTERN},
    }
    form = {
        "type": "object",
        "properties": properties,
        "required": ["file"],
        "additionalProperties": False,
    }
    return {"multipart/form-data": {"schema": form}}
