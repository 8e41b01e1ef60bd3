"""From the names in a log to exercises and machines, and what the lifter's journal already knows of them."""
