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
undo = Undo
not-here = This workout is not here
not-here-why = This workout was deleted or has not synced to this device yet.
to-today = Go to today

## The summary of a workout

first-time = First time with this setup
pr = PR
as-last-time = As much as last time ({ $when })
volume-change = { $sign }{ $percent } % volume since last time ({ $when })
reps-change = { $sign }{ $reps } since last time ({ $when })
no-program-change = No number of the program changes after this session.
in-numbers = The workout in numbers
edit = Edit
sets-by-muscle = Sets for each muscle
muscles = Muscles
minutes-label = { $count ->
    [one] minute
   *[other] minutes
 }
sets-label = { $count ->
    [one] set
   *[other] sets
 }
sets-warm-up = { $sets } + { $count } warm-up
volume-in = { $unit } volume
prs = { $count ->
    [one] PR
   *[other] PRs
 }
edit-named = Edit { $name }
sets-count = { $amount } { $count ->
    [one] set
   *[other] sets
 }
set-number = Set { $number }:
changes-of = What this session changes in { $name }
since = { $change } since { $day }
