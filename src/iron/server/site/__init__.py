"""The exercise library as a static site: the server's own pages, written to files that link to each other."""
