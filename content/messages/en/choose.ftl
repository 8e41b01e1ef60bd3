### What the choice between leg press and squat says (web/src/screens/choose).
library = Library
title = Leg press or squat?
answers = Your answers
pain = Do you have pain, or did you have pain before? See someone who can examine you.
no-reasons = The guides say nothing about this exercise for your answers.
ranking-method = Every reason is a sentence from a guide with its evidence grade. For each question, the best-graded reason for and the best-graded reason against count. Contested reasons do not count. The weight of each grade is a guess.
side-by-side = Leg press and squat side by side
not-here = This page is not on this device yet. Open it once while you are online.

## The word before a reason of the ranking

reason-contested = Contested
reason-for = For
reason-against = Against
