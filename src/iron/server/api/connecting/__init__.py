"""Connections to other services, for the lifter who is signed in."""
