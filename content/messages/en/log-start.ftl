### The address of the log while no workout is open: a first visit loads these words, so there are few.

title = Log · Iron
back-today = Back to today
not-here = This workout is not here
not-here-why = It was deleted, or this phone has not seen it yet.
none = No workout is running
none-why = Start one; everything stays on this phone, with or without signal.
start = Start a workout
