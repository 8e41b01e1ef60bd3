"""Values that every room uses: errors, units, ids, order keys and plates. Imports nothing else of Iron."""
