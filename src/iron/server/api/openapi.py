"""The OpenAPI document, made from the route table and the types on the wire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.http import HttpResponse

from iron.server.api import wire
from iron.server.api.account import VERSION
from iron.server.api.routes import ROUTES, Route

if TYPE_CHECKING:
    from django.http import HttpRequest

_PART: Final = re.compile(r"<(str|int):(\w+)>")
# What Django takes for such a part of a path; ids of rows fit into 63 bits.
_PARTS: Final = {
    "str": {"type": "string", "minLength": 1, "maxLength": 200},
    "int": {"type": "integer", "minimum": 0, "maximum": 2**53},
}
_REF: Final = "#/components/schemas/{name}"
_JSON: Final = "application/json"
_ACCOUNT: Final = {
    "name": "Iron-Account",
    "in": "header",
    "description": "the account whose journal this is (`account` of GET /me); signed in as another one is a 409",
    "schema": {"type": "string"},
}


def document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of the API."""
    shapes = [
        shape
        for route in ROUTES
        for shape in (route.takes, route.gives)
        if shape is not None and shape != "form"
    ]
    shapes.append(wire.Failure)
    schemas, components = msgspec.json.schema_components(shapes, ref_template=_REF)
    named = {repr(shape): schema for shape, schema in zip(shapes, schemas, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        address = "/api/v1/" + _PART.sub(r"{\2}", route.path)
        paths.setdefault(address, {})[route.method.lower()] = _operation(route, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Iron",
            "version": VERSION,
            "description": "The bodies of documents are described in docs/documents.md. "
            "A program sends a key from Me, Keys for programs: Authorization: Bearer iron_…, no cookies. "
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
    return HttpResponse(msgspec.json.format(msgspec.json.encode(document()), indent=1), content_type=_JSON)


def _operation(route: Route, named: dict[str, Any]) -> dict[str, Any]:
    failure = {"description": "One sentence", "content": {_JSON: {"schema": named[repr(wire.Failure)]}}}
    operation: dict[str, Any] = {
        "operationId": re.sub(r"\W+", "_", f"{route.method.lower()}_{_PART.sub('', route.path)}").strip("_"),
        "summary": route.about,
        "responses": {
            "200": {
                "description": "OK",
                "content": {_type(route.gives): {"schema": named[repr(route.gives)]}},
            },
            "default": failure,
        },
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": _PARTS[kind]}
        for kind, name in _PART.findall(route.path)
    ]
    parameters += [
        {"name": one.name, "in": "query", "description": one.about, "schema": one.schema}
        for one in route.query
    ]
    if route.account:
        parameters.append(_ACCOUNT)
    if parameters:
        operation["parameters"] = parameters
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _content(route.takes, named)}
    if route.account:
        # No key touches the account or other keys.
        keyless = route.path.partition("/")[0] in {"me", "tokens", "sessions"}
        operation["security"] = [{"session": []}] if keyless else [{"session": []}, {"key": []}]
    return operation


def _type(gives: Any) -> str:
    """Text is a table; everything else is JSON."""
    return "text/csv" if gives is str else _JSON


def _content(takes: Any, named: dict[str, Any]) -> dict[str, Any]:
    if takes != "form":
        return {_JSON: {"schema": named[repr(takes)]}}
    text = {"type": "string"}
    properties = {
        "file": {"type": "string", "format": "binary"},
        "unit": {"type": "string", "enum": ["kg", "lb"]},
        "at": {"type": "string", "pattern": wire.AT_PATTERN},
        **dict.fromkeys(("date_order", "zone", "columns", "choices", "update", "keep_doubles"), text),
    }
    return {
        "multipart/form-data": {"schema": {"type": "object", "properties": properties, "required": ["file"]}}
    }
