"""Programs of format 2: a declarative language, its checker, and state as a fold over what was lifted.

The language is described in ``docs/programs.md``; its keys and limits are data (``language.json``), read by Python and
by the app. Nothing in this package stores anything: targets and state are computed from the program's text, the maxes
that the lifter typed and the sets that he logged.
"""
