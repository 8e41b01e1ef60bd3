"""The use cases on one lifter's documents: sets, lines, imports, tables and the snapshot. The faces go through it."""
