### What the screens of machines and gyms say (web/src/screens/machines).

## A gym

machines = Machines
name = Name
gym-example = Keller
plate-unit = Plate unit
plate-sizes = Plate sizes there
plate-count = How many of each
plate-enough = Enough of each
plate-counted = Count them
plate-pairs = { $count ->
    [one] 1 pair
   *[other] { $count } pairs
 }
plate-singles = { $count ->
    [one] 1 plate
   *[other] { $count } plates
 }
plate-fewer = Fewer { $mass } plates
plate-more = More { $mass } plates
gym-bars = Bars, in { $unit }
gym-bar-usual = The bar you use most
gym-bar-usual-help = Iron plans with this bar unless you choose another one in the workout.
gym-dumbbells = Dumbbells, in { $unit }
gym-dumbbells-help = Weight of one dumbbell. Without any, Iron suggests every usual step.
weight-from = Weight
weight-to = Up to
weight-step = In steps of
weight-add = Add
weight-remove = Remove { $mass }
weights-wrong = Enter one weight, or a range such as 2 up to 30 in steps of 2. A list holds up to 100 weights.
note = Note
gym-note-example = Closes at ten
gym-why = Machines here use these plates, except those with plates or a stack of their own.
save = Save
gym-delete = Delete gym
gym-deleted = This gym was deleted.
gym-new = Add a gym
undo = Undo
gym-list = See machines and gyms
gym-twice = You already have a gym called { $name }. Choose another name.
saved = { $name } saved.
gym-gone = { $name } deleted. Its machines and workouts keep its name.

## A machine

example = Blue Panatta by the window
gym = Gym
exercise = Exercise
loaded-with = Loaded with
plates-go-on = Plates go on
which-plates = Which plates
plates-of-gym = The gym’s
plates-own = Its own
plates-as-gym = This machine uses the gym’s plates.
plates-usual = Iron uses the plates of the workout’s gym, or usual ones where you described no gym.
stack-help = For example 5 up to 100 in steps of 5.
stack-weights = Weights on the stack, in { $unit }
weight-exact = This weight is exact: printed on the machine or weighed
rail-angle = Angle of the rail, in degrees
friction = Friction { $percent } %, from your pull test
pull-test-remove = Remove the pull test
remove = Remove
seat = seat 4
machine-delete = Delete machine
machine-deleted = This machine was deleted.
machine-list = See all machines
machine-gone = { $name } deleted. Its sets keep its name.

## All machines and gyms

me = Me
title = Machines and gyms
add = Add
listed-twice = is listed twice. If both are the same machine, merge them so that their sets are compared.
merge = Merge
gyms = Gyms
gyms-why = Tell Iron which plates, bars and dumbbells a gym has, and Iron suggests only weights you can load there.
no-machines = No machines yet. Add the machine you train on, so that the plates per side are right and the sled's own weight counts.
angle = { $degrees }°
gym-no-machines = no machines yet
merged = { $name } is one machine now.
base = base { $load } kg
base-guess = base { $load } kg, a guess
bars = bars { $bars } { $unit }
dumbbells-to = dumbbells to { $most } { $unit }
gym-machines = { $count ->
    [one] 1 machine
   *[other] { $count } machines
 }
empty-bar = Empty bar, in { $unit }
empty-sled = Sled or lever without plates, in { $unit }
weight-why-bar = A load includes the bar. Its weight tells Iron which plates to show. Sets you already logged keep the weight they were logged with.
weight-why-sled = You log plates only, without this weight. Sets you already logged keep the weight they were logged with.

## Titles and choices

machine-new = Add a machine
plates = Plates
stack = Stack
both-sides = Both sides
one-pin = One pin

## The line below the list

not-compared = Sets on different machines are not compared.

## What has to be corrected before a machine or a gym is saved

machine-needs-name = Give the machine a name, such as its maker or its colour.
machine-needs-exercise = Choose the exercise you do on this machine.
base-wrong = Enter the empty weight as a number from 0 to { $high } { $unit }, or leave it empty.
angle-wrong = Enter the angle in degrees, from 0 (flat) to 90 (upright), or leave it empty.
stack-empty = Add the weights of the stack, such as 5 to 100 in steps of 5.
plates-empty = Choose at least one plate size.
gym-needs-name = Give the gym a name.
bars-heavy = Bars weigh up to 100 { $unit }. Remove any heavier bar.
dumbbells-heavy = Dumbbells weigh up to 500 { $unit }. Remove any heavier dumbbell.

## The load of a machine, as a sentence

load-is = { $load } is { $plates } on each side.
load-is-pin = { $load } is { $plates }.
