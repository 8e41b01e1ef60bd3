"""Records: documents, versions, revisions, history and the three-way merge. Pure, on raw JSON (`docs/documents.md`)."""
