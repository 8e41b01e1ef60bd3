"""The checker of the language: shape, names, conditions, fights, each with its line."""
