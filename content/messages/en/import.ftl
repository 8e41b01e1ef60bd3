### What the import says (web/src/screens/import).

## Choose a file and import it

title = Import your history
unit-question = Kilograms or pounds?
import-workouts = Import { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }
see-history = See your history
reading = Reading { $name } …
needs-server = Reading a file needs the server. Try again when you are online. Logging works offline.
importing = Importing { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }…
imported = { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 } with { $sets ->
    [one] 1 set
   *[other] { $sets } sets
 } are in your history.

## How to get the file from another app (where these steps come from: docs/formats.md, "How to export")

how-to-export = How to get the file from your app
export-app =
    .strong = Strong
    .hevy = Hevy
    .fitnotes = FitNotes (Android)
    .fitbod = Fitbod
    .macrofactor = MacroFactor
    .liftosaur = Liftosaur
    .apple-health = Apple Health
    .other = Another app
export-steps =
    .strong = On an iPhone: Profile, Settings, “Export Strong Data”. On Android: Settings, “Export Data”.
    .hevy = Profile, Settings, “Export & Import Data”, “Export Workouts”.
    .fitnotes = Settings, “Spreadsheet Export”. A backup file works too.
    .fitbod = Settings, “Export Workout Data”.
    .macrofactor = More, “Data Export”, “Granular Export”, “Workout Log”, “Export Workout Log”.
    .liftosaur = Settings, “Export history to CSV file”.
    .apple-health = In Health, tap your picture, then “Export All Health Data”. Choose the zip file as it is. It holds body weights and the times of workouts, but no sets.
    .other = Look in its settings for “Export”, “Backup” or “CSV”. Iron reads many formats by itself. For any other table it asks which column is which.
export-then = Save the file on this device, then choose it above. Menus change from version to version: if a step is missing, look for “Export”.

## Earlier imports

earlier = Earlier imports
undone = undone
undo = Undo import
undo-question = Undo this import?
undo-effect = { $count ->
    [one] 1 workout that you did not change since the import will be removed.
   *[other] { $count } workouts that you did not change since the import will be removed.
 }
undo-stays = These workouts stay:
undo-remove = Remove { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }
undone-again = Import undone. You can import the same file again at any time.

## Questions about a file

suggested = { $answer } (likely)
answer-first = Answer the question above first
day-or-month = Day or month first?
where-trained = Where did you train?
time-zone-why = The times in this file are in UTC. Choose your time zone, so that late workouts stay on the right day.
columns-question = Which column is which?
columns-why = Iron does not know this table. Choose what each column holds. The next file with the same columns is read at once.
no-column = No such column
read-table = Read the table
changed-in-file = { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 } changed in the file
column-sets = Number of sets
column-title = Workout name
column-kind = Kind of set

## The preview

workouts = workouts
sets = sets
date-range = { $start } to { $end }
unchanged = { $count ->
    [one] 1 workout is
   *[other] { $count } workouts are
 } already in your history and will not change.
stay-deleted = { $count ->
    [one] 1 workout that you deleted stays
   *[other] { $count } workouts that you deleted stay
 } deleted.
rest-rows = { $count ->
    [one] 1 rest-timer row was saved as a rest time and not counted as a set.
   *[other] { $count } rest-timer rows were saved as rest times and not counted as sets.
 }
warnings-title = Please note
names-to-check = { $count ->
    [one] 1 name
   *[other] { $count } names
 } to check
names-why = Please check names that Iron matched by their words. An unknown name becomes an exercise of your own.
own-exercise = My own exercise
all-exercises = All exercises
new-machines = { $count ->
    [one] 1 machine
   *[other] { $count } machines
 } found in the names
machines-why = Sets on different machines are not compared. You can merge machines later, under Machines.
rows-skipped = { $count ->
    [one] 1 row was not understood and will not be imported, with its reason below.
   *[other] { $count } rows were not understood and will not be imported. Each is listed with its reason.
 }
name-wrong = Is a name wrong?
choices-remembered = What you choose is remembered for later imports.
name-choose = Choose the name to change
your-own = your own
totals = To check against your old app: { $totals }.
volume = volume { $load } kg
reps = { $count } reps
warm-ups = { $count ->
    [one] 1 warm-up
   *[other] { $count } warm-ups
 }
drop-sets = { $count ->
    [one] 1 drop set
   *[other] { $count } drop sets
 }
to-failure = { $count } to failure
with-rpe = { $count } with RPE
read-in-other-unit =
    .kg = Read the loads as kilograms instead
    .lb = Read the loads as pounds instead
changed-why = Workouts that you edited here stay as they are.
changed-why-sets = { $count ->
    [one] 1 workout has
   *[other] { $count } workouts have
 } more sets in the file than here. Workouts that you edited here stay as they are.

## The place to choose or drop a file

choose-file = Choose a file
choose-another = Tap to choose another file.
or-drop = or drop it here

## Answers to the questions

kilograms = Kilograms
pounds = Pounds

## Instead of a preview: nothing to import, or no file yet

all-imported = Everything in this file is already in your history.
nothing-to-add = This file has nothing to add.
file-hint = Choose the file your old app exports: Strong, Hevy, FitNotes, Liftosaur, Fitbod, StrongLifts, GymBook, JEFIT, a Garmin activity, or any table or spreadsheet. You see a preview first, and nothing is saved until you confirm.

## Answers about dates, and workouts that changed in the file

day-first = Day first
month-first = Month first
changes-marked = Changes will be imported
changes-import = Import the changes

## What a column of an unknown table may be

column-date = Date
column-exercise = Exercise
column-weight = Weight
column-reps = Reps
column-unit = Unit
column-duration = Duration
column-distance = Distance
column-note = Note

## Columns of the tables of the preview

line-column = Line
column-column = Column
value-column = Value
reason-column = Reason
in-file = In the file
in-iron = In Iron
note-column = Note
sets-column = Sets
not-understood = Rows Iron could not read: { $count }
