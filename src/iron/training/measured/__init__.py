"""Next steps of what no repetition counts: holds, times, distances, paces and carries."""
