"""Writes of programs outside the sync: sets and measurements, and each request carried out once."""
