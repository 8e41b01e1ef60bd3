"""Commands of a lifter: log, ask, bring in, take out."""
