"""/api/docs: the OpenAPI description as a plain page, without a script from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from iron.server import problems
from iron.server.pages.answers import answer, page, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

SPECIFICATION: Final = "/api/v1/openapi.json"
_METHODS: Final = ("get", "post", "put", "patch", "delete")


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Every call of the API with its parameters, bodies and answers."""
    raw = _specification(request)

    def make() -> Any:
        described = msgspec.json.decode(raw) if raw else {}
        context = {
            "version": described.get("info", {}).get("version", ""),
            "description": described.get("info", {}).get("description", ""),
            "calls": list(_calls(described)),
            "schemas": list(_schemas(described)),
            "problems": problems.kinds(),
            "specification": SPECIFICATION,
        }
        return page(render_to_string("pages/api_docs.html", context))

    return answer(request, shelf.get(("api-docs", raw), make))


def _specification(request: HttpRequest) -> bytes:
    # Asked for by address and not by import: the page shows exactly what programs get.
    try:
        specification = resolve(SPECIFICATION)
    except Resolver404:
        return b""
    response = specification.func(request, *specification.args, **specification.kwargs)
    return bytes(response.content)


def _calls(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, item in described.get("paths", {}).items():
        for method in _METHODS:
            if method in item:
                yield _call(path, method, item[method], item.get("parameters", []))


def _call(path: str, method: str, operation: dict[str, Any], shared: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"{method}-{path.strip('/').replace('/', '-').translate(str.maketrans('', '', '{}<>'))}",
        "method": method.upper(),
        "path": path,
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [
            {
                "name": parameter.get("name", ""),
                "where": parameter.get("in", ""),
                "required": parameter.get("required", False),
                "type": _type(parameter.get("schema", {})),
                "description": parameter.get("description", ""),
            }
            for parameter in [*shared, *operation.get("parameters", [])]
        ],
        "bodies": list(_bodies(operation.get("requestBody", {}).get("content", {}))),
        "answers": [
            {
                "status": status,
                "description": response.get("description", ""),
                "bodies": list(_bodies(response.get("content", {}))),
            }
            for status, response in operation.get("responses", {}).items()
        ],
    }


def _bodies(content: dict[str, Any]) -> Iterator[dict[str, str]]:
    for media_type, media in content.items():
        example = media.get("example")
        yield {
            "media_type": media_type,
            "type": _type(media.get("schema", {})),
            "example": _pretty(example) if example is not None else "",
        }


def _schemas(described: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name, schema in described.get("components", {}).get("schemas", {}).items():
        yield {"name": name, "text": _pretty(schema)}


def _pretty(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words: ``Doc``, ``list of Doc``, ``integer``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(_type(alternative) for alternative in schema[key])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = schema.get("type", "")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
