"""Logging sets from outside the app: one grammar for a typed line, one way to write sets into a journal."""
