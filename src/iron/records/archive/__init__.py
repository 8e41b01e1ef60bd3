"""A whole journal as one file that reads back to the same journal (docs/documents.md, "Archive")."""

from __future__ import annotations

from iron.records.archive.format import FORMAT, VERSION, Archive, ArchivedDocument, ArchiveFile, read, write
from iron.records.archive.restore import OtherLifterError, Plan, check_owner, plan, restore

__all__ = [
    "FORMAT",
    "VERSION",
    "Archive",
    "ArchiveFile",
    "ArchivedDocument",
    "OtherLifterError",
    "Plan",
    "check_owner",
    "plan",
    "read",
    "restore",
    "write",
]
