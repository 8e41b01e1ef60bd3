"""Answers as files: workouts as FIT, planned days as iCalendar, a diary to print, charts."""
