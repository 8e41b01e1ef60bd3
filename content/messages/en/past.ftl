### What has to be corrected before a past workout is saved: date and time (web/src/core/logic/past.ts).

start-missing = Enter the date and time of the start.
end-missing = Enter the date and time of the end.
start-no-date = “{ $typed }” is not a date. Choose a date for the start.
end-no-date = “{ $typed }” is not a date. Choose a date for the end.
year-early = The year { $year } looks like a typing error. Choose a year after { $first }.
start-in-future = The start is in the future. Choose an earlier date or time.
end-before-start = The workout ends at { $end }, before it starts at { $start }. Change the start or the end.
too-long = Start and end are more than { $hours } hours apart. Change the start or the end.
