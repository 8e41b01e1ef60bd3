### Why a program from a link, a text or a file cannot be opened (web/src/data/journal/program-link.ts, program-taking.ts).

link-empty = This link has no program. Copy the whole link, or ask for the file.
link-damaged = This link is damaged: a part is missing. Copy the whole link, or ask for the file.
link-large = This link is larger than 256 KiB, too large for a program. Ask for the file.
unreadable = This program cannot be read. Ask for it again.
no-exercise = Iron does not know an exercise in any line. A line of Liftosaur looks like “Squat / 3x5 / 60kg”.
