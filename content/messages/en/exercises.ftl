### What the screens of own exercises say (web/src/screens/exercises).

## One exercise

yours = Your exercises
merged-into = { $name } and its history count as { $other }.
merge-undo = Undo merge
name = Name
name-example = Pendulum squat
looks-like = Looks like { $name }, { $percent } % alike.
log-instead = Log it instead
same-question = Are these the same?
other-names = Other names
other-names-example = One per line, as other apps or your gym call it
other-names-why = Search and imports also use these names.
equipment = Equipment
not-set = Not set
measures-title = What to log for each set
weight-counts = How the weight counts
how-many = How many move
one-side = One side at a time: left and right are two sets
reps-from = Reps from
range-to = to
muscles = Muscles and how much a set counts
setup = Setup
setup-why = Grip, seat, stance: the log asks for the setup and carries it on from set to set.
setup-add = Add a setup option
faults = Common mistakes
note = Note
save = Save
growth = Growth
log-it = Log it
merge-other = Merge with another exercise
delete-exercise = Delete exercise
not-here = This exercise was deleted or has not synced to this device.
see-yours = See your exercises
saved = { $name } saved.
deleted = { $name } deleted.

## All exercises

library = Library
add = Add
no-exercises = No exercises of your own yet. Add one that is not in the library, with its muscles, weights and setup.
add-exercise = Add an exercise
add-details = add details
same-as = Is { $name } the same as { $other }?
same-exercise = Same exercise?
merged = Merged exercises
merge-undo-named = Undo the merge of { $name }
merge-undone = { $name } stands on its own again, with all of its history.

## Mistakes of an exercise

fault = Mistake { $number }
fault-example = Hips rise first
fault-fix-number = How to fix mistake { $number }
fault-fix = How to fix it
fault-remove = Remove this mistake
fault-add = Add a mistake

## Merge

counts-as = Counts as
change = Change
details = Missing details
details-why = These values are used only for sets that have none.
machine = Machine
machine-first = Add the machine first
machine-why = if you always used the same one.
side = Side
not-recorded = Not recorded
merge-with = Merge with { $name }
looks-like-title = Looks like
similarity = { $percent } % alike
search = Search exercises
no-match = No exercise matches “{ $words }”.
exercise-deleted = This exercise was deleted.
counts-now = { $name } counts as { $other } now.

## Muscles and setup

muscle-counts = { $muscle }: what a set counts
choose = Choose
option = Setup option { $name }
option-name = Option name
option-example = Handle, seat, stance
type = Type
value = Value { $number }
value-remove = Remove value { $number }
remove = Remove
value-add = Add a value
from = From
value-to = To
step = Step
unit = Unit
unit-example = notch
splits = Sets with different values are not compared
option-remove = Remove this option

## Titles, buttons and the lines below titles

new-exercise = New exercise
two-at-once = Two at once
single = One
undo = Undo
own-subtitle = Your own exercises get records, charts and advice like any other.
no-details = No details yet
merge-subtitle = Your sets stay as they are. You can undo this any time.
merge-empty = This exercise has no history yet.

## Merging: the side of the sets

as-logged = As logged
left = Left
right = Right

## The form: muscles

primary-muscle = Primary muscle
helping-muscle = Add a helping muscle

## The form: examples of a setting and its values

named-values = Named values
wide = Wide
close-grip = Close
neutral = Neutral
value-example = Value

## Buttons of an exercise

merge-named = Merge { $name }

## The form of an exercise of one’s own: how its weight is counted, and a sentence about the choice

counts =
    .plates = Plates
    .barbell = Barbell
    .dumbbell = Dumbbells
    .kettlebell = Kettlebell
    .stack = Weight stack
    .added = Body weight + load
    .assistance = Assisted
    .band = Band
    .none = No load
counts-why =
    .plates = Log the weight of the plates. Leave out the sled or lever: you can enter its weight on the machine.
    .barbell = Log the plates and the bar together.
    .dumbbell = Log the weight of ONE dumbbell.
    .kettlebell = Log the weight of ONE kettlebell.
    .stack = Log the number on the stack.
    .added = You lift your body weight. Log only the weight that you add.
    .assistance = You lift your body weight. Log how much the machine helps: less help is better.
    .band = A band has no weight, so only the reps count.
    .none = Only reps, time or distance count.

## The form of an exercise of one’s own: what is logged of each set

measure =
    .load = Load
    .reps = Reps
    .duration = Time
    .distance = Distance

## The form of an exercise of one’s own: what has to be corrected before it is saved

name-missing = Give the exercise a name.
name-taken = You already have an exercise named “{ $name }”. Open that exercise, or choose another name.
measure-missing = Choose what to log for each set: load, reps, time or distance.
range-odd = Enter the rep range as two whole numbers, the smaller number first.
variable-twice = You have two settings named “{ $name }”. Give each its own name.
variable-values = “{ $name }” needs at least two values to choose from. Add a value, or make it a number.
variable-value-twice = Two values of “{ $name }” have the same name. Give each its own name.
variable-range = “{ $name }” cannot go from { $min } to { $max } in steps of { $step }. Enter a smaller number, a larger number and a step above 0.
variable-many = “{ $name }” would have { $count } values to choose from. Use a larger step.
