"""Taking an import back: what nobody touched since goes, what was changed or is still used stays and is listed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Key = tuple[str, str]

# JavaScript writes 20 where Python may write 20.0. Inside texts this takes the same away on both sides.
_WHOLE: Final = re.compile(rb"\.0(?=[,}\]])")


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What taking an import back does.

    Attributes:
        delete: (kind, id) of documents that go.
        kept: (kind, id, reason) of documents that stay.
        import_body: the import document afterwards, marked as taken back and listing what went.
    """

    delete: tuple[Key, ...]
    kept: tuple[tuple[str, str, str], ...]
    import_body: dict[str, Any]


def digest(body: Mapping[str, Any]) -> str:
    """Return a short fingerprint of a body that does not depend on the order of keys or on 20 against 20.0."""
    text = _WHOLE.sub(b"", msgspec.json.encode(body, order="sorted"))
    return hashlib.sha256(text).hexdigest()[:16]


def plan_take_back(
    import_body: Mapping[str, Any], current: Mapping[Key, Mapping[str, Any] | None]
) -> TakeBack:
    """Plan what taking an import back deletes.

    Args:
        import_body: body of the import document.
        current: bodies of all the lifter's documents by (kind, id); None or absent = deleted.

    Returns:
        What goes and what stays, with a reason each; nothing for an import that was taken back before.
    """
    if import_body.get("taken_back"):
        # Its list says what went, and so what the next import of the file may bring back: it must stay.
        return TakeBack((), (), dict(import_body))
    listed: list[Key] = [(listed_key[0], listed_key[1]) for listed_key in import_body.get("documents", ())]
    digests = import_body.get("digests", {})
    delete: list[Key] = []
    kept_documents: list[tuple[str, str, str]] = []
    open_keys: list[Key] = []
    for kind, key in listed:
        body = current.get((kind, key))
        if body is None:
            continue
        if digests.get(key) != digest(body):
            kept_documents.append((kind, key, _changed(kind, body)))
        elif kind == "workout":
            delete.append((kind, key))
        else:
            open_keys.append((kind, key))
    staying = {key: body for key, body in current.items() if body is not None and key not in set(delete)}
    users = _users(staying, set(open_keys))
    for kind, key in open_keys:
        if user := users.get(key):
            kept_documents.append((kind, key, f"{_named(kind, staying[kind, key])} is still used by {user}."))
        else:
            delete.append((kind, key))
    after = {**import_body, "documents": [list(key) for key in delete], "taken_back": True}
    return TakeBack(tuple(delete), tuple(kept_documents), after)


def _users(staying: Mapping[Key, Mapping[str, Any]], open_keys: set[Key]) -> dict[str, str]:
    """Return who uses the machines and exercises of the import, among documents that stay."""
    users: dict[str, str] = {}
    for (kind, key), body in staying.items():
        if (kind, key) in open_keys:
            continue
        for used in _references(kind, body):
            users.setdefault(used, _named(kind, body))
    return users


def _references(kind: str, body: Mapping[str, Any]) -> Iterator[str]:
    if kind == "workout":
        for entry in body.get("entries", ()):
            yield entry["exercise"]
            if machine := entry.get("machine"):
                yield machine.get("id", "")
    elif kind in {"alias", "machine"}:
        yield body.get("exercise", "")
        if isinstance(machine := body.get("machine"), str):
            yield machine
    elif kind == "exercise":
        # A merge: its sets count as that exercise, perhaps on that machine.
        yield body.get("alias_of") or ""
        yield ((body.get("alias_with") or {}).get("machine") or {}).get("id") or ""


def _changed(kind: str, body: Mapping[str, Any]) -> str:
    return f"{_named(kind, body)} was changed after the import."


def _named(kind: str, body: Mapping[str, Any]) -> str:
    if kind == "workout":
        return f"the workout of {str(body.get('start', ''))[:10]}"
    return f"the {kind} “{body.get('name', '')}”"
