### What the history says: the list, the calendar, one workout and its versions (web/src/screens/history).

## What can be done with a workout

repeat-now = Repeat this workout now
date-and-name = Date and name
copy-to-day = Copy to a day
save-routine = Save as a routine
older-versions = Older versions
save-fit = Save as a FIT file
merge-with = Merge with { $name } of { $time }
delete-button = Delete
workout-changed = Workout changed.
copied-to = Copied to { $day }.
merged = The two workouts are merged.
workout-deleted = Workout of { $day } deleted.
routine-saved = Saved as a routine. You can find it on Today.

## The calendar

calendar = Calendar
previous-month = Previous month
next-month = Next month
the-day = The day
add-on-day = Add a workout on this day
the-year = The year
previous-year = Previous year
next-year = Next year
nothing-logged = , nothing logged

## Comments

comments = Comments
comment-by = Comment by { $name }
comment-delete = Delete the comment by { $name }
about = About
whole-workout = The whole workout
send = Send
set-of = { $name }, set { $number }

## The list

title = History
past-workout = Past workout
show-as = Show as
search = Search workouts
search-example = Exercise, name, note, month
no-match = No workout matches “{ $words }”.
nothing-yet = No workouts yet. Log your first one, or import your history from another app.
start-logging = Start logging
import-history = Import history
show-older = Show older workouts
open-shared = Open a shared workout
add-past = Add a past workout
past-created = Past workout created. Add your exercises.
in-progress = in progress
and-more = { $names } and { $count } more

## Older versions

workout = Workout
newest = newest
restore = Restore
overwritten = Overwritten: { $where }
restore-value = Restore { $where }
versions-offline = Older versions are on the server. Try again when you are online.
versions-refused = The server could not list the older versions. Try again.
value-restored = Value restored.
value-deleted = The exercise or set of this value was deleted. Restore an older version instead.

## When it was

start = Start
end = End
name = Name
name-example = Legs A
note = Note

## One workout

share = Share
edit = Edit
newer-version = This workout was saved by a newer version of Iron. Reload Iron to edit it.
not-found = Workout not found
not-here = This workout was deleted or has not synced to this device.
all-workouts = See all workouts
cut-depth = cut depth
not-recorded = not recorded

## Short words and buttons

the-workout = the workout
undo = Undo
open = Open
save = Save

## Nothing to show on a day or in the list

nothing-planned = Nothing planned.
no-workout-day = No workout on this day.

## Comments: who wrote, and the label of the input

your-answer = Your answer
your-comment = Your comment
you = You
list = List
no-workouts = No workouts yet.

## The list of versions

versions-subtitle = Changes from all your devices. When two devices changed the same value, both are listed.
loading = Loading…
this-phone = This device
another-device = Another device
restored = Older version restored.

## A workout of the demo

demo-invented = Demo data
