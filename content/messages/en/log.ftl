### What the log says. `make generated` writes it as TypeScript for the app (scripts/generated_messages.py).
### Times, loads and names come ready for the lifter; counts come as numbers, so that plurals work.

## The name of the load, by how it is counted

load-name =
    .load = Load
    .added = Added load
    .assistance = Help
    .band = Band

## Where the numbers of the next set come from

source =
    .chosen = Your choice
    .last-time = Same as last time
    .today = Same as last set
    .nowhere = { "" }

## The button below the numbers

log-set = Log { $set }
log-opening = Log
add-this = Add { $set }
add-set = Add a set
one-more = One more: { $set }
choose =
    .load = Choose a load
    .reps = Choose the reps
    .duration = Choose a time
    .distance = Choose a distance

## What the short names mean, in full

effort =
    .RIR = Reps in reserve
    .RPE = Effort (RPE)

## The header, and a workout without exercises

title-named = { $name } · Log · Iron
newer = A newer Iron wrote this workout. Reload Iron to change it.
what-first = What first?
what-first-why = Pick an exercise. What you did last time comes with it.
back-workout = Back to the workout
editing = Editing
elapsed = Time since the start
gym-at = At { $gym }. Change the gym
gym-none = No gym chosen. Change the gym

## Kinds of sets and sides

kind =
    .warm-up = Warm-up
    .working = Working
    .drop = Drop
    .rest-pause = Rest-pause
side =
    .both = Both sides
    .left = Left side
    .right = Right side
    .single = One side
side-short =
    .both = Both
    .left = Left
    .right = Right

## The exercise in hand

card = Exercise and setup
machine-unknown = Machine unknown
machine-base =
    .bar = bar { $mass }
    .sled = sled { $mass }
    .base = base { $mass }
machine-guess = { $base } (guess)
machine-change = Machine: { $machine }. Change machine and setup
more-for = More for { $name }
depth = Depth
range = Range
depth-class =
    .full = full
    .cut = cut
    .partial = partial
setup = Setup
setup-machine = Machine and side

## The next set and its numbers

next-set = Next set
set-number = Set { $number }
set-number-of = Set { $number } of { $planned }
number = { $name }: { $number }
number-none = { $name }: none
effort-none = { $effort }: not recorded
kind-change = { $kind }. Change the kind of set
kind-of-set = Kind of set
side-of-set = Side
reps = reps
repetitions = Repetitions
distance = Distance
duration = Time
bar = { $mass } bar
bar-in = Bar in { $unit }
bar-why = The load stays bar and plates together; only the plates change.
load-in = { $load } in { $unit }
load-body = Body
distance-in = Distance in { $unit }
distance-unit = Unit of distance
other-time = Another time…
other-distance = Another distance…
failed = Failed
not-noted = Not noted
nearest-load = Nearest: { $load }.
nearest-loads = Nearest: { $low } or { $high }.
no-such-mark = This machine has no { $load }. { $nearest }
no-such-plates = Your plates cannot make { $load }. { $nearest }
step-less = One step less
step-more = One step more
pad = Number pad
pad-for = Number pad for { $what }
pad-point = Decimal point
pad-delete = Delete
take = Take
time-in = Time in minutes and seconds
not-time = “{ $typed }” is not a time. Type minutes and seconds, such as 25:30.
not-distance = “{ $typed }” is not a distance. Type a number of { $unit }, such as 5.2.
too-much = { $typed } is too much. Type at most { $most }.
most-time = 24 hours

## Beside the next set

extra-working = Working set
extra-drop = Drop to
doubt = A set to check
doubt-right = It is right
doubt-else = If not, tap the set and change it.
doubt-confirmed = Confirmed: the set counts.
questioned-set-removed = This set was removed.
undo = Undo
use-advised = Use { $set }

## What was done

set-logged = Set logged.
sets-logged = { $count ->
    [one] 1 set logged.
   *[other] { $count } sets logged.
 }
set-changed = Set changed.
set-removed = Set removed.
swapped = { $name } instead.
machine-new = The sets before stay on their machine; the next ones begin a new line.

## The list of exercises and sets

add-exercise = Add exercise
all-done = All planned sets done
done = Done
finish = Finish
finish-workout = Finish workout
first-time = First time with this setup: nothing to compare with yet.
more-setup = More
next-exercise = Next exercise
next-named = Next: { $name }
no-gym = Choose gym
no-sets = No sets yet
note = Note
other-load = You chose another load.
record = PR
today = Today
this-workout = This workout
last-time = Last time
late-advice = This advice came after the numbers on the card.
nearest = Similar line
set = Set
exercises = Exercises of this workout
table = Last time and today
table-set = Set { $label }: { $set }
table-record = { $set }, a PR
table-change = { $set }. Change
table-change-last = { $set }. Last time { $last }. Change
undo-set = Undo set { $label }
faults = { $count ->
    [one] 1 fault
   *[other] { $count } faults
 }
noted = note
not-saved = not saved
retry = Retry
aim = Aim: { $aim }
aim-reps = { $reps } reps
reps-up-to = up to { $high }
sets-of-planned = { $done } of { $planned }
sets-done = { $count ->
    [one] 1 set
   *[other] { $count } sets
 }

## The record to beat at the load in hand

to-beat = PR to beat: { $mark }, { $when }
help = { $load } help
pace-over = { $time } per { $lap } over { $distance }
less-help =
    .reps = Less help than ever here: any rep is a PR.
    .duration = Less help than ever here: any time is a PR.
    .distance = Less help than ever here: any distance is a PR.
    .pace = { "" }
heavier =
    .reps = Heavier than ever here: any rep is a PR.
    .duration = Heavier than ever here: any time is a PR.
    .distance = Heavier than ever here: any distance is a PR.
    .pace = Farther than ever here: a PR.

## A workout of a program

program-target = Target of the program
program-set = Set { $number } of { $count }: { $target }
program-slot-set = { $slot }, set { $number } of { $count }: { $target }
program-amrap = (as many as possible)
program-instead = In place of { $name }. Choose the load yourself; these sets do not change the program.
program-swap = Sets of another exercise are logged, but the program does not count them.
program-outside = This exercise is not in your program. Its sets do not change the program.
program-timer = Start the timer: { $rounds } × { $seconds } s

## The rest

rest-off = Rest off
rest-settings = { $rest }. Rest settings
rest-less = { $seconds } seconds less
rest-more = { $seconds } seconds more
rest-now = Start the rest
rest-end = End the rest
rest-start = Start
rest-pause = Pause the rest
rest-resume = Resume the rest
rest-of = Rest { $time }
rest-paused = Paused at { $time }
rest-over = Rest over, +{ $time }

## The stopwatch

hold-start = Start the stopwatch
hold-countdown = Start a countdown of { $time }
hold-stop = Stop at { $time }
