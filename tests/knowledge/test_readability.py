"""How hard a text reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from iron.knowledge import load
from iron.knowledge.readability import guide_text, readability, syllables

GOOD = Path(__file__).parent / "good"


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("press", 1),
        ("plate", 1),
        ("muscle", 2),
        ("loaded", 2),
        ("pushed", 1),
        ("lifted", 2),
        ("presses", 2),
        ("machine", 2),
        ("be", 1),
        ("hypertrophy", 4),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_six_words_of_one_syllable_read_as_flesch_computed():
    figures = readability("The cat sat on the mat.")
    assert figures is not None
    assert figures.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert figures.sentence_words == 6


def test_longer_words_and_sentences_are_harder():
    easy = readability("Push. Stop. Turn round.")
    hard = readability(
        "Neuromuscular considerations necessitate individualised periodisation of accumulation."
    )
    assert easy is not None
    assert hard is not None
    assert easy.ease > 90
    assert hard.ease < 0


def test_a_sentence_of_more_than_thirty_words_is_named():
    long = " ".join(["push"] * 31) + "."
    figures = readability(f"Short one. {long}")
    assert figures is not None
    assert figures.long == (long,)
    assert readability(" ".join(["push"] * 30) + ".").long == ()


def test_a_text_without_words_has_no_reading_ease():
    assert readability("8–10. 3!") is None


def test_grades_and_the_evidence_do_not_count_as_prose():
    text = guide_text(load(GOOD).exercises["press"])
    assert "You push." in text
    assert "moderate" not in text
    assert "invented for a test" not in text
