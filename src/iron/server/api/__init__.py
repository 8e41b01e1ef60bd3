"""The API under /api/v1/: thin typed views on the journal (`docs/documents.md`, section Sync)."""
