"""Pages that help to choose: side by side, “leg press or squat?”, the file behind a guide."""

from __future__ import annotations

import re
import shutil

import pytest
from django.test import Client

from iron.journal.content import library

PATHS = [
    "/choose/leg-press-or-squat/",
    "/choose/leg-press-or-squat/?aim=jump&limit=knee",
    "/exercises/compare/leg-press-45/back-squat/",
    "/exercises/compare/leg-press-45/",
]


@pytest.fixture(scope="module")
def files(built_content, tmp_path_factory):
    """The library that ships."""
    folder = tmp_path_factory.mktemp("dist")
    shutil.copytree(built_content, folder / "app" / "content")
    return folder


@pytest.fixture
def built(files, settings):
    settings.IRON_DIST = files
    return files


def text(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("path", PATHS)
def test_choosing_pages_run_no_script_but_the_worker_s_and_keep_the_strict_policy(built, path):
    response = Client().get(path)
    html = response.content.decode()
    assert re.findall(r"<script[^>]*", html) == re.findall(r'<script defer src="/static/offline[^>]*', html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "form-action 'self'" in response["Content-Security-Policy"]


def names(html: str) -> list[str]:
    return re.findall(r'<h2><a href="/exercises/([a-z0-9-]+)/">', html)


def test_the_order_follows_the_answers_in_the_address(built):
    assert names(text("/choose/leg-press-or-squat/?aim=strength"))[0] == "back-squat"
    tender = names(text("/choose/leg-press-or-squat/?aim=growth&limit=back"))
    assert tender.index("leg-press-45") < tender.index("back-squat")


def test_every_reason_links_to_the_claim_in_its_guide_with_its_grade(built):
    html = text("/choose/leg-press-or-squat/?aim=jump&equipment=barbell")
    assert 'data-grade="moderate" href="/exercises/back-squat/#claim-squat-jump">moderate</a>' in html


def test_what_was_answered_stays_chosen_and_pain_is_sent_to_a_person(built):
    html = text("/choose/leg-press-or-squat/?limit=knee")
    assert '<option value="knee" selected>' in html
    assert "someone who can examine you" in html
    assert "someone who can examine you" not in text("/choose/leg-press-or-squat/")


def test_an_answer_that_is_not_offered_is_refused_with_a_sentence_and_without_markup(built):
    response = Client().get("/choose/leg-press-or-squat/", {"aim": "<b>fame</b>"})
    assert response.status_code == 400
    assert "“&lt;b&gt;fame&lt;/b&gt;” is not an answer for aim." in response.content.decode()


def test_side_by_side_names_bands_and_what_the_number_means(built):
    html = text("/exercises/compare/leg-press-45/back-squat/")
    assert '<th scope="row">Glutes</th><td>1 (0.5 to 1)</td><td>1 (0.5 to 1)</td>' in html
    assert "bar and plates together instead of the plates" in html


def test_only_exercises_for_the_same_muscles_are_offered_for_comparison(built):
    html = text("/exercises/compare/leg-press-45/")
    assert 'href="/exercises/compare/leg-press-45/back-squat/"' in html
    assert "barbell-curl" not in html


@pytest.mark.parametrize("path", ["/exercises/compare/nothing/", "/exercises/compare/nothing/back-squat/"])
def test_an_unknown_exercise_is_not_found(built, path):
    assert Client().get(path).status_code == 404


def test_the_file_behind_a_guide_is_readable_as_its_author_wrote_it(built):
    response = Client().get("/exercises/leg-press-45/file.md")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().startswith('+++\nname = "45° leg press"')
    assert Client().get("/exercises/nothing/file.md").status_code == 404


def listed(html: str) -> set[str]:
    return set(re.findall(r'<li><a href="/exercises/([a-z0-9-]+)/">', html))


def test_the_list_is_narrowed_by_muscle_equipment_and_movement_together(built):
    result = listed(text("/exercises/?muscle=glutes&equipment=barbell&movement=squat"))
    assert "back-squat" in result
    assert result == {
        key
        for key, each in library().exercises.items()
        if each.equipment == "barbell"
        and each.movement == "squat"
        and any(c.muscle == "glutes" and c.credit >= 0.5 for c in each.muscles)
    }


def test_without_filters_and_with_empty_ones_the_list_is_whole(built):
    assert listed(text("/exercises/?muscle=&equipment=")) == set(library().exercises)


def test_a_filter_that_nothing_fits_says_what_to_do_and_what_was_chosen_stays_chosen(built):
    assert "No exercise matches. Remove a filter" in text("/exercises/?muscle=nonsense")
    assert '<option value="cable" selected>Cable' in text("/exercises/?equipment=cable")


def test_a_guide_is_read_in_another_language_at_an_address_of_its_own(built, settings):
    german = text("/exercises/leg-press-45/de/")
    assert '<html lang="de">' in german
    assert "Evidence behind" not in german
    assert 'data-grade="moderate" href="#claim-not-a-squat">mittel</a>' in german
    assert '<a href="/exercises/leg-press-45/" hreflang="en" lang="en">English</a>' in text(
        "/exercises/leg-press-45/fr/"
    )
    for path in ("/exercises/leg-press-45/xx/", "/exercises/leg-press-45/deu/", "/exercises/plank/de/"):
        assert Client().get(path).status_code == 404, path


def test_a_translation_that_was_left_out_is_neither_served_nor_linked(built, settings):
    settings.IRON_SKIPPED = frozenset({"leg-press-45.de"})
    assert Client().get("/exercises/leg-press-45/de/").status_code == 404
    assert "hreflang" in text("/exercises/leg-press-45/es/")
    assert 'hreflang="de"' not in text("/exercises/leg-press-45/es/")
