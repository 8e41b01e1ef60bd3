### An address that names no exercise (web/src/ui/status/UnknownExercise.svelte).
title = Exercise not found
search-library = Search the library
your-exercises = Your exercises
why = “{ $id }” is neither in the library nor one of your own exercises. It may have been renamed or deleted.
