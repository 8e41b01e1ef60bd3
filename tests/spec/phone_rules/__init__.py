"""Rules that only the app runs, written a second time in Python to work out the shared cases. Not part of the package."""
