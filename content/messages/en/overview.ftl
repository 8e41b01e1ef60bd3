### What Overview says (web/src/screens/overview): weeks, the week goal, records lately.

title = Overview
over = Growth
subtitle = Your last 12 weeks, counted on this device.
subtitle-past = 12 weeks up to your last workout on { $day }, counted on this device.
no-workouts = No workouts yet. Log one to see your overview.
start-logging = Start logging
goal = Week goal
set-goal = Set a week goal
change-goal = Change goal
no-goal = A goal of your own for each week, in training days or sets.
remove-goal = Remove goal
save = Save
count = Goal
kinds =
    .days = Training days
    .sets = Sets
reached = Goal reached.
sessions = Training days a week
sets = Sets per muscle
body = Muscles trained
week = Week
week-of = Week of { $day }
this-week = This week
records = Recent records
records-subtitle = The last 30 days, each better than every earlier set with the same setup.
records-subtitle-past = The 30 days up to then, each better than every earlier set with the same setup.
no-records = No records in the last 30 days. The first workout of an exercise sets the mark, later ones beat it.
no-records-past = No records in the 30 days up to then.
reading = Reading your history…
all = All records
range = The marked range is { $low }–{ $high } sets a week for growth (Baz-Valle 2022, Schoenfeld 2017). A set counts in part for muscles that help. “Usual” is the median of your last 8 weeks with training.
goal-days = { $reached } of { $count ->
    [one] 1 training day
   *[other] { $count } training days
 }
goal-sets = { $reached } of { $count ->
    [one] 1 set
   *[other] { $count } sets
 }
usual = { $sets } · usual { $usual }
