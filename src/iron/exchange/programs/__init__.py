"""Programs of other apps, taken over as programs of format 2 (docs/programs.md)."""
