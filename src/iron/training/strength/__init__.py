"""What the lifter can do: load-reps curve, belief about an exercise, capacity of a line."""
