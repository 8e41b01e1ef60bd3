### Merging and deleting exercises of one’s own: why it cannot be done (web/src/data/journal/own-exercises.ts).

deleted-meanwhile = This exercise was deleted meanwhile.
merge-itself = “{ $name }” cannot be merged into itself. Choose another exercise.
merge-missing = This exercise was deleted, or the library is not on this device. Choose another exercise.
merged-already = “{ $name }” is already merged into “{ $into }”. Undo that merge first.
delete-used = “{ $name }” is in { $count ->
    [one] 1 workout
   *[other] { $count } workouts
 }, so it cannot be deleted. Merge it into another exercise instead.
delete-merged = “{ $name }” is merged into “{ $into }”. Undo that merge first.
