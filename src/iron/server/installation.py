"""How this Iron was installed: from a checkout, or as a package."""

from __future__ import annotations

from pathlib import Path


def checkout() -> Path | None:
    """Return the root of the checkout that this Iron runs from, None where it was installed as a package."""
    root = Path(__file__).resolve().parents[3]
    in_checkout = (root / "pyproject.toml").is_file() and (root / "src" / "iron").is_dir()
    return root if in_checkout else None


def how_to_add(extra: str) -> str:
    """Return the command that installs an optional part of Iron (an extra of pyproject.toml)."""
    if checkout():
        return f".venv/bin/pip install -e '.[{extra}]', in Iron's folder,"
    return f"pip install 'iron-log[{extra}]', in Iron's environment,"
