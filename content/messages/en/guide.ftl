### What a guide says around its text (web/src/screens/guide).

## Where a claim comes from

evidence = Evidence
no-source = No source, as the grade shows.
strong = Several trials, or a review of trials, measured this directly and agree.
moderate = One good trial, or several studies that agree with limits.
weak = Few people, a single study, an indirect measure, or a source not read in full.
contested = Studies disagree with each other or with common advice.
opinion = Coaching experience. No study was found.
mechanics = Calculated from geometry and forces, not from a trial.
read-full = read in full
read-abstract = abstract read
read-about = read about in another source

## Facts for the log

recorded = What you can record, and how to measure it
set-in-log = Set it in the log
depth = Depth
depth-why = A set below 90 % of your usual depth counts as cut: hollow in charts and no record.
faults = Faults you can mark on a set
mark-in-log = Mark it in the log
rep-ranges = Rep ranges
day = Day
reps = Reps
reserve = Reps in reserve
range = { $low }–{ $high } reps
rir = RIR { $low }–{ $high }

## The guide

library = Library
log-it = Log it
basis = Evidence behind this guide: { $basis }
sections = Sections
movement = The movement
muscles = Muscles worked
muscles-why = How much one hard set counts for each muscle, with its range.
questions = Questions
own = This is your own exercise. It has no guide.
edit = Edit exercise
not-here = This guide is not on this device yet. Open it once while you are online.
growth = Your growth
records = Records
compare = Compare
suggest = Is a sentence wrong, or could it be better?
suggest-how = shows how to suggest a change.
guide-page = The guide's page
joint-work = Share of the joint work of a rep
in-unit = in { $unit }
degrees = degrees

## What logging a setting does

splits-why = Sets with different values are not compared.
keeps-why = Logged for you. Sets stay comparable.
