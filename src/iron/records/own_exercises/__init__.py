"""The lifter's own exercises: edits of their documents, and the view in which merged exercises count as one."""
