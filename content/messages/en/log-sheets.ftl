### What the sheets of the log say: they load after the log, and so do their words.

done = Done

## One set

set-load = { $load }, { $unit }
set-load-each = { $load }, { $unit } { $each }
other-load = Another load…
reps = Reps
distance = Distance, { $unit }
kind = Kind
went-wrong = What went wrong
cut-range = Cut range
cut-range-cure = Counts as cut: no record, hollow in the chart.
side-unsaid = One, not said which
note = Note
remove-set = Remove this set
typed-load = Load in { $unit }
not-load = “{ $typed }” is not a load. Type a number of { $unit }, such as 82.5.
too-heavy = { $typed } { $unit } is too much. Type at most { $most }.

## The setup of the coming sets, and of a set that was logged

more-setup = More setup
setup = Setup for the coming sets
setup-splits = Sets with another { $variables } have their own records and progress, because Iron compares only like sets.
variables-or = { $some } or { $last }
how-to-measure = How to measure
unknown = Unknown
full-or-cut = Full or cut
full-or-partial = Full or partial
partial-why = Partial reps count as work, and make no record.
judged =
    .none = Not judged
    .full = Full
    .cut = Cut
    .partial = Partial
side-why = Left and right in turn are two sets; reps count per side.
machine = Machine
machine-or-bar = Bar or machine of its own

## The machine

machine-none = Unknown or none
machine-elsewhere = { $count } in other gyms…
machine-name = Name
machine-name-example = Maker, colour, whatever you call it
machine-gym = Gym
machine-bar-kg = Bar, kg
machine-sled-kg = Sled or lever, kg
machine-base-guess = unknown: { $mass } is taken as a guess
machine-plates = Plates there are, { $unit }
machine-stack = Marks of the stack, { $unit }
machine-add = Add a machine
machine-save = Add machine
cancel = Cancel
machine-unnamed = Give the machine a name, such as its maker.
not-mass = “{ $typed }” is not a mass. Type its kilos, or leave it empty.

## The exercise as a whole

swap = Machine taken
swap-to = Machine taken? Swap to
swap-program = In the program
swap-machine = Same on
swap-other = Another…
superset = Superset
superset-with = Superset with { $name }
superset-none = None
earlier = Earlier
later = Later
place = { $at } of { $count }
place-order = : order of the exercises
aimed = Reps aimed at
aimed-by-iron = Iron decides
aimed-now = Now { $aim }.
quick-open = Write sets in one line
always-for = Always for { $name }
always-for-example = Slow at the bottom
always-on = Always on { $machine }
always-on-example = Seat 4, pin 7
guide = Read the guide
exercise-change = Change this exercise
remove-entry = Remove from this workout
removed = { $name } removed.
removed-sets = { $sets ->
    [one] { $name } removed with 1 set.
   *[other] { $name } removed with { $sets } sets.
 }

## The order of the exercises

order = Order of the exercises
order-move = Move { $name }, { $at } of { $count }, with the arrow keys
order-at = { $name }, { $at } of { $count }
order-how = Drag a row by its handle, or use the arrow keys on it.
sets = { $count ->
    [one] 1 set
   *[other] { $count } sets
 }

## Sets in one line

quick = Sets in one line
quick-how = @2 is two reps left. A semicolon begins the next set, which keeps load and setup.
quick-log = { $count ->
    [one] Log 1 set
   *[other] Log { $count } sets
 }

## The gym

gym = Where are you?
gym-any = Anywhere
gym-any-why = everything is offered
gym-machines = { $count ->
    [one] 1 machine
   *[other] { $count } machines
 }
gym-name = Name of the gym
gym-name-example = Keller
gym-save = Add
gym-add = Add a gym
gym-how = Set the plates, bars and dumbbells of a gym under
gym-how-machines = Machines
gym-why = Your progress goes on in another gym; only sets on different machines are kept apart.
gym-none-chosen = No gym: everything is offered.
gym-chosen = { $gym }: its machines and loads are offered.
