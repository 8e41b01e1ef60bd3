"""Growth of an exercise: what is drawn of its lines, and the answer that every face shows."""
