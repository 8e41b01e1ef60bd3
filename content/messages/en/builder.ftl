### What the program builder says (web/src/screens/builder).
not-here = This program is not on this device. Open the plan once while you are online, then try again.
build = Build a program
edit = Edit your program
edit-running = Edit the running program
build-version = Build your version
restored = Your unsaved changes were restored.
discard = Discard changes
part = Part of the program
lift-why = A lift keeps one number, such as its working load or training max. Rules change that number.
rule-why = A rule checks what you did. When all its conditions are met, it changes the lift.
questions-why = Iron asks these questions after a session. Rules can use the answers.
undo = Undo
continues = { $name } continues with your changes.
saved = { $name } saved.
remove-from = Remove { $name } from { $label }
add = Add
remove-last = Remove last
choose = Choose…
check = Check
no-mistakes = No mistakes found.
and-more = and { $count } more
move-up = Move { $name } up
up = Up
move-down = Move { $name } down
down = Down
remove-named = Remove { $name }
remove = Remove
add-exercises = Add exercises
scheme-why = A scheme is a named list of sets. An exercise uses one scheme, or a different one for each week or stage.
scheme-name = Name of the scheme
scheme-add = Add a scheme
example-sets = 5 or 8-12
example-range = 5 or 5-9
example-pairs = name = value, …
example-list = separate with commas
text = The program as text
text-why = Comments (#) stay until a part is edited outside of the text.

## Links, buttons and tabs

plan = Plan
save-and-continue = Save and continue the program
save-program = Save program
days = Days
lifts = Lifts
schemes = Schemes
rules = Rules
questions = Questions
about = About
change = Change
choose-exercise = Choose an exercise
not-set = Not set
to-correct = To correct
text-tab = Text

## Weekdays to choose from

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
