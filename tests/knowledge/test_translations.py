"""A guide in another language says what the English one says, with its grades, sources and numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from iron import knowledge
from iron.journal import content
from iron.knowledge.building import exercise_json
from iron.knowledge.translations.building import translation_json
from iron.knowledge.translations.checking import check_translation, numbers
from iron.knowledge.translations.model import PAGE_WORDS
from iron.knowledge.translations.reading import read_languages, read_translations

TEMPLATES = Path(knowledge.__file__).parents[1] / "server" / "pages" / "templates" / "pages"
LANGUAGES = ["de", "es", "fr", "it", "pt"]


@pytest.fixture(scope="module")
def library():
    return content.library()


@pytest.fixture(scope="module")
def press(library):
    return library.exercise("leg-press-45")


@pytest.fixture(scope="module")
def translations(library):
    problems = []
    translated = read_translations(library, read_languages(library.root, problems), problems)
    assert problems == []
    return {each.language.code: each for each in translated if each.exercise == "leg-press-45"}


def sentences(translation, press):
    return [problem.sentence for problem in check_translation(translation, press)]


def copied(library, folder, text, name="leg-press-45.de.md"):
    """A library whose only translation is the text."""
    (folder / "exercises").mkdir()
    (folder / "exercises" / name).write_text(text, encoding="utf-8")
    (folder / "languages.toml").write_text((library.root / "languages.toml").read_text())
    return replace(library, root=folder)


def read(library):
    problems = []
    translated = read_translations(library, read_languages(library.root, problems), problems)
    return translated, [problem.sentence for problem in problems]


def german(library):
    return (library.root / "exercises" / "leg-press-45.de.md").read_text(encoding="utf-8")


def test_the_flagship_can_be_read_in_five_more_languages(translations):
    assert sorted(translations) == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_shipped_translation_has_every_claim_number_heading_and_fault(translations, press, code):
    assert sentences(translations[code], press) == []


def test_a_missing_claim_is_named(translations, press):
    claims = {key: each for key, each in translations["de"].claims.items() if key != "not-a-squat"}
    assert "Claim “not-a-squat” of the English guide is missing; translate its sentence." in sentences(
        replace(translations["de"], claims=claims), press
    )


def test_a_claim_of_its_own_is_refused_because_nobody_graded_it(translations, press):
    claims = {**translations["de"].claims, "new": translations["de"].claims["cornerstone"]}
    assert sentences(replace(translations["de"], claims=claims), press) == [
        "Claim “new” is not in the English guide; it is graded there."
    ]


def test_a_number_that_differs_is_told_with_both(library, press, tmp_path):
    text = german(library).replace("etwa 12 % höher", "etwa 21 % höher")
    translated, problems = read(copied(library, tmp_path, text))
    assert problems == []
    problems_said = sentences(translated[0], press)
    assert "Claim “jump-transfer” has the numbers 21; the English guide has 12." in problems_said
    assert "The numbers of “alternatives” differ: 21 too many, 12 missing." in problems_said


def test_a_number_outside_a_claim_counts_too(library, press, tmp_path):
    text = german(library).replace("mit 5 bis 10° Beugung, und beginn", "mit 5 bis 15° Beugung, und beginn")
    translated, _ = read(copied(library, tmp_path, text))
    assert sentences(translated[0], press) == ["The numbers of “execution” differ: 15 too many, 10 missing."]


def test_a_heading_tied_to_another_fault_is_told(library, press, tmp_path):
    text = german(library).replace("### Fersen heben ab {fault=heels_up}", "### Fersen heben ab")
    translated, _ = read(copied(library, tmp_path, text))
    assert any(each.startswith("The tied headings of “mistakes”") for each in sentences(translated[0], press))


def test_a_missing_fault_value_or_muscle_is_named(translations, press):
    guide = translations["de"]
    stance = replace(guide.variables["stance"], values={"narrow": "Eng", "wide": "Weit"})
    problems_said = sentences(
        replace(
            guide,
            faults={key: each for key, each in guide.faults.items() if key != "lock_out"},
            muscles={key: each for key, each in guide.muscles.items() if key != "soleus"},
            variables={**guide.variables, "stance": stance},
        ),
        press,
    )
    assert problems_said == [
        "“soleus” is missing in muscles.",
        "“lock_out” is missing in faults.",
        "“shoulder” is missing in variables.stance.values.",
    ]


def test_a_grade_or_source_in_a_translation_is_an_unknown_key(library, tmp_path):
    text = german(library).replace("\n[muscles]", '\n[claims.not-a-squat]\ngrade = "strong"\n\n[muscles]', 1)
    _, problems = read(copied(library, tmp_path, text))
    assert len(problems) == 1
    assert "claims" in problems[0]


def test_a_language_without_words_and_an_unknown_exercise_are_told(library, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert read(copied(library, tmp_path / "a", "x", "leg-press-45.xx.md"))[1] == [
        "The language “xx” is not in languages.toml; add its words first."
    ]
    assert read(copied(library, tmp_path / "b", "x", "no-such-press.de.md"))[1] == [
        "There is no exercise “no-such-press” to translate."
    ]


def test_the_checker_of_the_library_sees_a_broken_translation(library, tmp_path):
    text = german(library).replace("]{claim=cornerstone}", "]", 1)
    other = copied(library, tmp_path, text)
    lines = [
        str(problem)
        for problem in knowledge.examine(replace(other, read_problems=[]))
        if "leg-press-45.de" in str(problem)
    ]
    assert any("Claim “cornerstone” of the English guide is missing" in line for line in lines)


def test_grades_sources_and_credits_of_the_built_file_are_the_english_ones(library, press, translations):
    whole = exercise_json(press, library)
    built = translation_json(translations["de"], whole, press, library.sources)
    evidence = built["sections"][-1]["html"]
    for key, claim in press.claims.items():
        row = re.search(
            rf'<li id="claim-{key}"><span class="grade" data-grade="([a-z]+)">([^<]*)<.*?</li>', evidence
        )
        assert row[1] == claim.grade
        for source in claim.sources:
            assert f'href="#source-{source}"' in row[0]
    assert 'data-grade="weak">schwach</' in evidence
    assert [each["credit"] for each in built["muscles"]] == [each["credit"] for each in whole["muscles"]]
    assert built["basis"].startswith("36 Studien, 43 Aussagen")


def test_numbers_are_compared_without_the_marks_of_a_language():
    assert numbers("0,71 mal 1.387 N, 8–10") == numbers("0.71 times 1,387 N, 8 to 10")
    assert numbers("5 kg") != numbers("50 kg")


def test_every_word_that_the_page_asks_for_is_one_of_the_page_s_words():
    asked = set()
    for name in ("base.html", "guide.html"):
        asked |= set(re.findall(r"\bw\.([a-z_]+)", (TEMPLATES / name).read_text()))
    elsewhere = {"claims", "sources", "notes_in_english", "mark_it", "try_it", "basis", "range"}
    assert asked | elsewhere == set(PAGE_WORDS)
