"""Shares over HTTP: given, received, read."""
