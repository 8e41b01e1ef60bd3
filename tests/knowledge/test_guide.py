"""The guide: Markdown in, the same html for page and app out."""

from __future__ import annotations

import re
from pathlib import Path

from iron.journal.content import library
from iron.knowledge import load

PRESS = load(Path(__file__).parent / "good").exercise("press")
HTML = {section.id: section.html for section in PRESS.sections}


def test_sections_keep_their_order_and_end_with_the_evidence():
    assert [(section.id, section.title) for section in PRESS.sections] == [
        ("overview", "Overview"),
        ("mistakes", "Common mistakes"),
        ("questions", "Questions"),
        ("evidence", "What this rests on"),
    ]


def test_a_claim_is_a_span_with_a_badge_that_leads_to_its_evidence():
    assert (
        '<span class="claim" data-claim="quads-work" data-grade="moderate">The <em>quads</em> do\nthe work. '
        '<a class="grade" data-grade="moderate" href="#claim-quads-work">moderate</a></span>'
    ) in HTML["overview"]
    assert '<li id="claim-quads-work">' in HTML["evidence"]


def test_the_text_of_a_claim_has_no_marks():
    assert PRESS.claims["quads-work"].text == "The quads do the work."


def test_html_in_the_prose_is_shown_and_never_run():
    assert "3 &lt; 4 &amp; &lt;b&gt;no html&lt;/b&gt;." in HTML["overview"]


def test_a_heading_tied_to_a_fault_has_an_anchor_and_a_way_to_the_log():
    assert '<h3 id="fault-heels_up" data-fault="heels_up">Heels lift</h3>' in HTML["mistakes"]
    assert 'href="/app/log?exercise=press&amp;fault=heels_up"' in HTML["mistakes"]
    assert 'href="/app/log?exercise=press&amp;variable=foot_height"' in HTML["mistakes"]


def test_every_variable_fault_and_the_depth_of_the_leg_press_can_be_reached_from_the_log():
    press = library().exercise("leg-press-45")
    html = "".join(section.html for section in press.sections)
    wanted = {f"variable-{each.id}" for each in press.variables} | {
        f"fault-{each.id}" for each in press.faults
    }
    assert wanted | {"variable-depth"} <= set(re.findall(r'id="([^"]+)"', html))


def test_questions_are_listed_for_structured_data():
    assert [(each.q, each.html) for each in PRESS.questions] == [
        ("How deep?", "<p>To the pad.</p>"),
        ("How often?", "<p>Twice.</p>"),
    ]


def test_a_source_names_its_address_and_how_far_it_was_read():
    assert (
        '<li id="source-hearsay-2018">Ek A (2018). Hearsay invented for a test. Journal of Tests. '
        '<a href="https://example.org/hearsay" rel="noopener">example.org/hearsay</a> '
        '<span class="read" data-read="second-hand">known second-hand only</span></li>'
    ) in HTML["evidence"]


def test_every_link_inside_a_guide_has_a_target():
    html = "".join(HTML.values())
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', html))
