"""Narrows the list of exercises by muscle, equipment and movement, from the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final = {"muscle": "Muscle", "equipment": "Equipment", "movement": "Movement"}


def wanted(query: Mapping[str, str]) -> dict[str, str]:
    """The filters that an address names, without empty and foreign ones."""
    return {key: query[key] for key in _WORDS if query.get(key)}


def narrowed(index: dict[str, Any], wanted: Mapping[str, str]) -> dict[str, Any]:
    """The index with the exercises that fit every filter; a value that nobody knows fits none.

    An exercise fits a muscle that it is chosen for, or that a set counts for by half or more.
    """
    return {**index, "exercises": [row for row in index["exercises"] if _fits(row, wanted)]}


def choices(index: dict[str, Any], wanted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The three filters with the values that occur in the index, for a form."""
    used = {
        "muscle": {muscle for row in index["exercises"] for muscle in _muscles(row)},
        "equipment": {row["equipment"] for row in index["exercises"] if row.get("equipment")},
        "movement": {row["movement"] for row in index["exercises"] if row.get("movement")},
    }
    names = {"muscle": index.get("muscles", {}), "equipment": index.get("equipment", {})}

    def named(key: str, value: str) -> str:
        name: str = names.get(key, {}).get(value, {}).get("name", value.replace("_", " ").capitalize())
        return name

    return [
        {
            "id": key,
            "words": words,
            "values": [
                {"id": value, "name": named(key, value), "chosen": wanted.get(key) == value}
                for value in sorted(used[key], key=lambda each: named(key, each).lower())
            ],
        }
        for key, words in _WORDS.items()
        if used[key]
    ]


def _fits(row: dict[str, Any], wanted: Mapping[str, str]) -> bool:
    if "muscle" in wanted and wanted["muscle"] not in _muscles(row):
        return False
    return all(row.get(key) == wanted[key] for key in ("equipment", "movement") if key in wanted)


def _muscles(row: dict[str, Any]) -> set[str]:
    helped = {key for key, credit in row.get("credits", {}).items() if credit >= 0.5}
    return {*row.get("primary", []), *helped}
