### What the finish screen says (web/src/screens/workout).

finish-question = Finish the workout?
left-out = No sets, so not saved: { $exercises }.
newer-iron = A newer Iron wrote this workout. Reload Iron to change it.
name = Name
name-example = Legs A
note = Note
finish = Finish
back-to-log = Back to the log
share = Share
discard = Discard the workout
finished = Workout finished.
discarded = Workout discarded.
undo = Undo
not-here = This workout is not here
not-here-why = It was deleted, or this phone has not seen it yet.
to-today = Go to today
