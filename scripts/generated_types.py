"""TypeScript types from msgspec structs, by way of their JSON schema.

A field that may be null and has a default is an optional key: in documents an absent key was not recorded.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, Final

import msgspec

from iron.exchange.plan_answer import PlanAnswer
from iron.records.bodies import BODIES
from iron.server.alarms.wire import AlarmKey, AlarmSet
from iron.server.api import wire
from iron.server.api.connecting.shapes import (
    AssistantAddress,
    AssistantOut,
    AssistantRequest,
    CalendarOut,
    WebhookMade,
)
from iron.server.api.sharing.group_shapes import BoardOut, GroupsOut, InvitationMade
from iron.server.api.sharing.shapes import SharedPage, ShareMade, SharesOut
from iron.server.api.snapshot_types import SnapshotOut

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT: Final = 110
_PLAIN: Final = {
    "string": "string",
    "number": "number",
    "integer": "number",
    "boolean": "boolean",
    "null": "null",
}

# Answers that the app reads; what it sends is checked by the server.
_ANSWERS: Final = (
    wire.PushOut,
    wire.PullOut,
    wire.RevisionOut,
    wire.MeOut,
    wire.ProviderAddress,
    wire.Failure,
    wire.SessionOut,
    wire.SessionsEnded,
    wire.TokenMade,
    CalendarOut,
    WebhookMade,
    AssistantOut,
    AssistantRequest,
    AssistantAddress,
    AlarmKey,
    AlarmSet,
    SnapshotOut,
)

_SHARING: Final = (ShareMade, SharedPage, SharesOut, BoardOut, GroupsOut, InvitationMade)


def documents_file() -> str:
    """Types of the bodies of documents (`iron.records.bodies`)."""
    kinds = "".join(f"  {kind}: {shape.__name__}\n" for kind, shape in BODIES.items())
    known = f"/** The kinds whose bodies have a shape. */\nexport interface KnownBodies {{\n{kinds}}}\n"
    return _file("iron.records.bodies", list(BODIES.values())) + "\n" + known


def wire_file() -> str:
    """Types of the API's answers (`iron.server.api.wire`) without those that have files of their own."""
    return _file("iron.server.api", list(_ANSWERS))


def sharing_file() -> str:
    """Types of the answers about shares and groups (`iron.server.api.sharing`)."""
    return _file("iron.server.api.sharing", list(_SHARING))


def import_plan_file() -> str:
    """Types of the plan of an import (`iron.exchange.plan_answer`)."""
    return _file("iron.exchange.plan_answer", [PlanAnswer])


def _file(source: str, types: Sequence[type]) -> str:
    _, components = msgspec.json.schema_components(types, ref_template="{name}")
    head = f"/** From {source}: written by scripts/write_generated.py, do not edit. */\n"
    return head + "".join(_declaration(name, schema) for name, schema in sorted(components.items()))


def _declaration(name: str, schema: dict[str, Any]) -> str:
    comment = _comment(schema.get("description", ""))
    if "properties" not in schema:
        return f"{comment}export type {name} = {_type(schema)}\n"
    required = set(schema.get("required", ()))
    lines = [_property(key, value, required=key in required) for key, value in schema["properties"].items()]
    return f"{comment}export interface {name} {{\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


def _comment(docstring: str) -> str:
    """Return a docstring's first line as a comment."""
    if not docstring:
        return "\n"
    line = docstring.splitlines()[0].replace("``", "`")
    if len(line) + len("/**  */") <= LIMIT:
        return f"\n/** {line} */\n"
    return "\n/**\n" + "".join(f" * {part}\n" for part in textwrap.wrap(line, LIMIT - 3)) + " */\n"


def _property(key: str, schema: dict[str, Any], *, required: bool) -> str:
    alternatives = schema.get("anyOf", [schema])
    given = [alternative for alternative in alternatives if alternative.get("type") != "null"]
    has_default = "default" in schema
    optional = not required and (has_default or not _has_null(schema))
    shown = {"anyOf": given} if has_default or not required else schema
    return f"{key}{'?' if optional else ''}: {_type(shown)}"


def _has_null(schema: dict[str, Any]) -> bool:
    return any(alternative.get("type") == "null" for alternative in schema.get("anyOf", ()))


def _type(schema: dict[str, Any]) -> str:
    """Return the TypeScript type of a schema."""
    if "$ref" in schema:
        return str(schema["$ref"])
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(alternative) for alternative in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(_quoted(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return _array(schema)
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        return f"Record<string, {_type(values) if isinstance(values, dict) else 'unknown'}>"
    return _PLAIN.get(schema.get("type", ""), "unknown")


def _array(schema: dict[str, Any]) -> str:
    if "prefixItems" in schema:
        return f"[{', '.join(_type(item) for item in schema['prefixItems'])}]"
    item = _type(schema.get("items", {}))
    return f"({item})[]" if " | " in item else f"{item}[]"


def _quoted(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)
