"""Write web/src/core/generated: types, tables and messages of the app.

Types of documents and answers come from the msgspec structs, tables from the constants of the rules, the messages
of screens from content/messages/en. ``tests/spec`` fails when a file is stale. Run it with ``make generated``.
"""

from __future__ import annotations

from pathlib import Path

from generated_messages import messages_files
from generated_shapes import shapes_file
from generated_tables import tables_file
from generated_types import documents_file, import_plan_file, sharing_file, wire_file

FOLDER = Path(__file__).resolve().parents[1] / "web" / "src" / "core" / "generated"


def files() -> dict[str, str]:
    """Return the text of every generated file by its name."""
    return {
        "bodies.ts": documents_file(),
        "import-plan.ts": import_plan_file(),
        "shapes.ts": shapes_file(),
        "sharing.ts": sharing_file(),
        "tables.ts": tables_file(),
        "wire.ts": wire_file(),
        **messages_files(),
    }


def main() -> None:
    """Write every file and say which ones changed."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        path.write_text(text, encoding="utf-8")
        print(f"wrote web/src/core/generated/{name}")


if __name__ == "__main__":
    main()
