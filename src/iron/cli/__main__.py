"""`python -m iron.cli`."""

from iron.cli.app import main

main()
