"""Commands of a developer: content and accuracy."""
