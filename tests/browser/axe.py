"""What axe finds on a page as it stands, in dark and in light."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from conftest import at_rest
from playwright.sync_api import Page

# All that a scheme changes is colours: in light the rules about them are asked again, the others would say the same.
_COLOURS = """axe.run(document, {
  resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }).then(({ violations }) => violations)"""


def found_by_axe(page: Page, where: str = "") -> list[str]:
    """Each violation with its place, once the page is at rest."""
    page.emulate_media(color_scheme="dark")
    at_rest(page)
    answer = Axe().run(page, options={"resultTypes": ["violations"]}).response
    sentences = _sentences(answer["violations"], f"{where} (dark)")
    page.emulate_media(color_scheme="light")
    at_rest(page)
    return sentences + _sentences(page.evaluate(_COLOURS), f"{where} (light)")


def nothing_found_by_axe(page: Page) -> None:
    """Fail with what axe finds."""
    assert found_by_axe(page) == []


def _sentences(violations: list[dict[str, Any]], where: str) -> list[str]:
    return [
        f"{where} {violation['id']}: " + "; ".join(node["html"][:140] for node in violation["nodes"][:3])
        for violation in violations
    ]
