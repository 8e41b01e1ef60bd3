"""Write spec/*.json: the cases of the rules that live twice, in Python and in the browser.

Python is the witness: every expected value is computed by the Python rule at the moment of writing, from
inputs that were chosen by hand. ``tests/spec`` fails when a file is stale, ``web/src/core/rules/spec.test.ts`` runs
the same files. Run it with ``python scripts/write_spec.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "spec"), str(ROOT / "tests" / "advice")]

from spec_cases import ROOMS, text_of  # noqa: E402  its folder becomes importable on the line above


def main() -> None:
    """Write every file and say which ones changed."""
    folder = ROOT / "spec"
    folder.mkdir(exist_ok=True)
    for name in ROOMS:
        text = text_of(name)
        path = folder / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        path.write_text(text, encoding="utf-8")
        print(f"wrote spec/{name}")


if __name__ == "__main__":
    main()
