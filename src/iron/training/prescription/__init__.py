"""What to lift next on a line, and why: sessions read as patterns, rules, chances, one answer for every face."""
