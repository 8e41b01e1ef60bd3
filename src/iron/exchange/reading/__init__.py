"""From the bytes of a foreign file to rows, cells and workouts: containers, encodings, columns, dates, languages."""
