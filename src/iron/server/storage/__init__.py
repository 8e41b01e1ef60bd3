"""Storage: the journals' tables and the store on them (`docs/documents.md`)."""
