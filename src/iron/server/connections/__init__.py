"""What other services get of a journal: the calendar of planned days, and webhooks."""
