"""The training engine: sets, lines, capacity, intention, prescription, volume, blocks, stalls.

Pure functions on values; no clock, no randomness, no files. docs/training.md is the map.
"""
