### What a routine says (web/src/screens/routine).

over = Routine
add = Add exercises
no-exercises = No exercises yet. Add the first one.
sets = Sets
fewest = Fewest reps
most = Most reps
low = Reps: minimum
high = Reps: maximum
reserve = Reps in reserve
usual = Usual
load = Iron suggests the load for these reps. When you reach the top of the range, the load goes up.
rest = Rest
usual-rest = Usual rest
same = Same as last time
up = Move up
down = Move down
join = Superset with the next exercise
leave = Leave the superset
remove = Remove
removed = Exercise removed.
note = Note
name = Name
folder = Folder
folder-help = For example “Push pull legs”. Leave it empty for no folder.
duplicate = Duplicate
duplicated = { $name } created.
combine = Combine with another routine
combine-title = Combine routines
combine-help = The exercises of the other routine are added at the end. The other routine stays as it is.
combined = Exercises of { $name } added.
delete-routine = Delete routine
deleted = Routine deleted. Your workouts stay.
start = Start
missing-title = Routine not found
missing-why = The routine was deleted or has not synced to this device yet.

## Buttons and choices

undo = Undo
off = Off

## An exercise of a routine on one line

sets-of = { $count ->
    [one] 1 set of { $reps }
   *[other] { $count } sets of { $reps }
 }
