"""Cases of a journal as a file: the phone writes the same bytes as Python."""

from __future__ import annotations

from typing import Any

import msgspec

from iron.records import archive
from iron.records.revisions import Op
from iron.records.store import MemoryStore

AT = "2026-11-22T18:05:00Z"
_WORKOUT = {"v": 1, "start": "2026-11-22T18:05:00", "title": "Beinpresse 45° „tief“ 🦵", "entries": []}
_UNKNOWN = {"v": 9, "x": {"y": [1.5, None, True, 'a\tb"c\\']}}
_ACCOUNT = "0190aaaa-0000-5000-8000-000000000007"
_DOCUMENTS: list[tuple[str, str, Any]] = [
    ("machine-of-tomorrow", "01900000-0000-7000-8000-000000000003", _UNKNOWN),
    ("workout", "01900000-0000-7000-8000-000000000001", _WORKOUT),
    ("workout", "01900000-0000-7000-8000-000000000002", None),
]


def archive_cases() -> dict[str, list[dict[str, Any]]]:
    """Cases of iron.records.archive.write."""
    cases = []
    for documents, owner in (([], None), (_DOCUMENTS[:2], "anna"), (_DOCUMENTS, "Bärbel")):
        store = MemoryStore()
        for n, (kind, ident, body) in enumerate(documents):
            op_id = f"01911111-0000-7000-8000-{n:012d}"
            raw = None if body is None else msgspec.json.encode(body)
            store.push([Op(op_id, kind, ident, 0, raw)], "phone", AT)
        rows = [{"kind": k, "id": i, "rev": 1, "body": body} for k, i, body in documents]
        head = {
            "at": AT,
            "owner": owner,
            **({"owner_id": _ACCOUNT} if owner == "anna" else {}),
            "iron": "0.1.0",
        }
        text = archive.write(store, owner=owner, owner_id=head.get("owner_id"), at=AT, iron="0.1.0").decode()
        cases.append({"in": [rows, head], "out": text})
    return {"archive": cases}
