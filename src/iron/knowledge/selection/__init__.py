"""Finding, choosing and comparing exercises, and carrying strength over from one to another."""
