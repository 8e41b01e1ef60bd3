"""The shapes of documents as a table for the app, which reads what a newer Iron wrote as far as it fits them."""

from __future__ import annotations

import textwrap
from typing import Any, Final

import msgspec
from generated_types import LIMIT

from iron.records.bodies import BODIES

_CODES: Final = {"string": "s", "number": "n", "integer": "n", "boolean": "b", "object": "o"}


def shapes_file() -> str:
    """Shapes by name, and the shape of each kind."""
    _, components = msgspec.json.schema_components(list(BODIES.values()), ref_template="{name}")
    rows = "".join(
        _row(name, schema) for name, schema in sorted(components.items()) if "properties" in schema
    )
    kinds = "".join(f"  {kind}: '{shape.__name__}',\n" for kind, shape in BODIES.items())
    return (
        "/** From iron.records.bodies: written by scripts/write_generated.py, do not edit. */\n\n"
        "/**\n"
        " * By shape: its keys with s (string), n (number), b (boolean), o (object), * (anything), the name of a\n"
        " * shape, or [] around one of these for a list; ! marks a key that is always there.\n"
        " */\n"
        f"export const SHAPES: Readonly<Record<string, readonly string[]>> = {{\n{rows}}}\n\n"
        f"export const KIND_SHAPES: Readonly<Partial<Record<string, string>>> = {{\n{kinds}}}\n"
    )


def _row(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    fields = ", ".join(
        f"'{key}:{_code(value)}{'!' if key in required else ''}'"
        for key, value in schema["properties"].items()
    )
    lines = textwrap.fill(
        fields, LIMIT - 1, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
    )
    return f"  {name}: [\n{lines},\n  ],\n"


def _code(schema: dict[str, Any]) -> str:
    alternatives = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    if len(alternatives) != 1:
        return "*"
    only = alternatives[0]
    if "$ref" in only:
        return str(only["$ref"])
    if "enum" in only:
        return "s" if all(isinstance(value, str) for value in only["enum"]) else "*"
    if only.get("type") == "array":
        return "*" if "prefixItems" in only else f"[{_code(only.get('items', {}))}]"
    return _CODES.get(only.get("type", ""), "*")
