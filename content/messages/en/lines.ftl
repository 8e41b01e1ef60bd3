### Names and headline numbers of a line (web/src/core/logic/line-names.ts, web/src/ui/text/headline-words.ts).

## What tells a line from another one

no-machine = machine not recorded
own-machine = another machine
both-sides = both sides
side =
    .left = left side
    .right = right side
    .single = one side at a time
value = { $variable } { $value }
value-unknown = { $variable } not recorded
not-recorded = not recorded

## What follows the one number of a line

reps = { $count ->
    [one] rep
   *[other] reps
 }
reps-at-body-weight = { $count ->
    [one] rep
   *[other] reps
 } at body weight
longest = longest
farthest = { $unit }, farthest
per-lap = per { $lap }
carried = { $unit } carried
for-ten = { $unit } for 10 reps
help-for-ten = { $unit } of help for 10 reps
body = Body
weight-for-ten = weight for 10 reps

## How far the number moved

no-change = no change
change-unit = { $change } { $unit }
change-reps = { $change } { $count ->
    [one] rep
   *[other] reps
 }
