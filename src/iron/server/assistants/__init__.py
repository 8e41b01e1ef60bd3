"""Assistants of other makers that a lifter connects: OAuth 2.1 before `/mcp` (docs/assistant.md)."""
