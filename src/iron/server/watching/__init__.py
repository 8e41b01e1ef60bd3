"""What the host sees of a running server: its health, its figures, its logs."""
