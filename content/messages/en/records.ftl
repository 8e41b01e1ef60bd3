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
