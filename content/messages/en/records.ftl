### What the screens of records say (web/src/screens/records).
growth = Growth
all-records = All records
search = Search exercises
reading = Reading your history…
no-records = No records yet.
records = Records
lines = Lines
no-records-here = No records for this setup yet. Your first workout sets the mark, the next can beat it.
records-won = { $count ->
    [one] 1 record, better than every earlier set with this setup at full depth.
   *[other] { $count } records, each better than every earlier set with this setup at full depth.
 }
show-all = Show all { $count }

## Why a set is a record

heaviest-in-range = heaviest in its rep range
heaviest-carry = heaviest carry
heaviest-hold = heaviest hold
most-reps = most reps at this weight or more
fastest = fastest over this distance or more

## The line below the title

all-subtitle = The best sets of every exercise, at full depth and without warm-ups.

## Kinds of records

heaviest = Heaviest
strongest = Strongest
longest = Longest
most-reps-title = Most reps
