### What the parts of every screen say (web/src/ui): sheets, messages, tables, plates. In the first load.
close = Close
close-message = Close message
back = Back
part-missing = This part is not on your phone yet. Open it once while you are online.
body-picture = Body picture: { $muscles }.
empty-set = empty set
to-failure = to failure
failed = failed
reps-alone = { $reps ->
    [one] 1 rep
   *[other] { $reps } reps
 }
day-today = today
day-yesterday = yesterday
days-ago = { $days } days ago
show-more = Show { $count } more of { $total }
on-each-side = On each side: { $plates } a side
on-each-side-none = On each side: no plates
on-pin = On the pin: { $plates }
a-side = { $plates } a side
no-plates = no plates
in-reserve = { $reps } in reserve (RPE { $rpe })
five-or-more = 5 or more
warm-up-sets = + { $count } warm-up
help = help
