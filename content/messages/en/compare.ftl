### What the comparison of two exercises says (web/src/screens/compare).
compare = Compare
muscles = Muscles
muscles-why = How much of a set counts, from 0 to 1. The bar is the estimate, the line its range.
shared = What the two share
nothing-recorded = Nothing is recorded.
swap-question = If you swap { $name } for { $other }
nothing-changes = Nothing changes.
side-by-side = Side by side
you-log = You log
skill = Skill
set-up-time = Time to set up
setup = Setup
opinion = Skill and time to set up are our opinion.
swap = Swap the two
other-exercise = Another exercise
library = Library
not-comparable = These two cannot be compared. One is not in the library, or the library is not on this device yet.
open-library = Open the library

## The first load

first = Your first { $name }
for-ten = { $unit } for 10 reps
start-with = Start with
start-low = , the low end of the range, and adjust after the first sets.
from-other = From your { $name }: { $load } { $unit } for 10 reps ({ $low }–{ $high }). Eight in ten lifters fall in this range.
study = The study
log-it = Log it
no-estimate = There is no estimate for { $name } at your strength. Start with the lightest weight and adjust after the first sets.
no-strength = Iron does not know your strength in { $name } yet. Log a few sets of { $name } with reps in reserve to see a range here.

## Muscles and partners

muscle = Muscle
not-listed = not listed
band = { $credit } ({ $low }–{ $high })
compare-with = Compare with
search = Search exercises
no-match = No match. Only exercises that share a muscle can be compared.
show-all = Show all { $count }
