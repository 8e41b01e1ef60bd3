"""One module a foreign format, all of one shape: NAME, detect, read. They do not import each other."""
