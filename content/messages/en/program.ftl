### What the screen of a shared program says (web/src/screens/program).
plan = Plan
title = Open a program
add = Add to your programs
choose-other = Choose another one
accepted-files = An Iron file or text, a link that somebody sent you, or a Liftosaur program. You see what it does before it is saved.
open-file = Open a file
link-or-text = Link or text
preview = Preview
unreadable = This text could not be read. Copy it again.
too-large = This file is larger than 256 KiB, too large for a program.
added = { $name } added to your programs.

## Buttons

undo = Undo
