### The address of the log while no workout is open: a first visit loads these words, so there are few.

title = Log · Iron
back-today = Back to today
workout-missing = This workout is not here
workout-missing-why = It was deleted, or it is not on this device yet.
no-workout = No workout is running
no-workout-why = Start one. Everything is stored on this device, with or without a connection.
start = Start a workout
