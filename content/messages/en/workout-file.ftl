### Why the file of a shared workout cannot be opened (web/src/core/logic/workout-file.ts). Nothing was changed by then.

no-workout = This file is not an Iron workout, or it is incomplete. Ask for the file again. Nothing was changed.
not-a-workout = This file is not an Iron workout. Choose a file that ends in .iron-workout.
whole-copy = This file is a copy of a whole log, not a single workout. Restore it under Me, Your data.
newer = A newer version of Iron made this file. Reload Iron, then open the file again.
damaged = This workout file is damaged. Ask for the file again. Nothing was changed.
shared-workout = Shared workout
