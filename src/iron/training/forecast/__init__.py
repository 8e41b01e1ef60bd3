"""Forecasts of the reps and loads that a lifter will log, and their evaluation on logs."""
