"""What was done: sets, lines, depth, bests and volume."""
