### What the screens say that share a workout and open a shared one (web/src/screens/share).

## A workout that somebody shared

history = History
open-title = Open a shared workout
choose-file = Choose a file
preview = Preview
save-routine = Save as a routine
same-start = Your history already has a workout with the same start time, probably this one.
copy-to-history = Copy to your history, on { $date }
too-large = This file is too large to be a workout. Choose a file that ends in .iron-workout.
unreadable = The browser could not read this file. Choose it again.
copied = Copied to your history.

## Share a workout

share = Share
picture-making = Creating the picture…
include-notes = Include notes
what-is-shared = The workout's name and date, exercises and sets are shared. Your gym and machines are not. The picture is created on this device.
share-file = Share as an Iron file
copy-text = Copy as text
text = Show the text
all-workouts = See all workouts
picture-saved = Picture saved to your downloads.
file-saved = File saved to your downloads. It can be opened in Iron under History.
copy-refused = The browser blocked copying. The text was saved to your downloads.
always-shared = Name, date, exercises and sets are always shared. Your gym and machines never are.
picture-share = Share the picture
picture-save = Save the picture

## The line below the title

open-subtitle = Choose a file that ends in .iron-workout. You see a preview before anything is saved.

## Messages and buttons

saved-routine = Saved as a routine. Find it under Today.
undo = Undo

## Instead of a preview

no-sets = This workout has no working sets to show.
workout-missing = This workout was deleted or has not synced to this device.
text-copied = Copied.

## On the picture and in the text

untitled = { $weekday } workout
more-exercises = and { $count } more
pr = PR
line-pr = { $line } (PR)
lifted = { $unit } lifted
loads-in = Weights in { $unit }
sets = { $count ->
    [one] set
   *[other] sets
 }
minutes = { $count ->
    [one] minute
   *[other] minutes
 }
prs = { $count ->
    [one] PR
   *[other] PRs
 }
prs-in = { $count ->
    [one] PR in 1 exercise.
   *[other] PRs in { $count } exercises.
 }
