"""Iron: the strength-training log that knows the exercise."""
