"""From addresses of the server to files of a site, and from one file to another."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

# Our templates and the guides' renderer write every address in double quotes.
_LINK: Final = re.compile(r'(?<=\s)(href|src|action|data-worker|data-names|data-guides)="(/[^"]*)"')
_APP_LINK: Final = re.compile(r'<p class="log-link">.*?</p>\n?', re.DOTALL)


def file_of(address: str) -> str:
    """The file that holds an address, below the site's folder.

    >>> file_of("/exercises/leg-press-45/#claim-depth")
    'exercises/leg-press-45/index.html'
    >>> file_of("/exercises/?muscle=quads")
    'exercises/muscle.quads/index.html'
    >>> file_of("/app/content/pictures/a.png")
    'pictures/a.png'
    """
    parts = urlsplit(address)
    path = parts.path.removeprefix("/")
    for prefix in ("app/content/", "app/"):
        path = path.removeprefix(prefix)
    if parts.query:
        # No id of an exercise has a dot, so the folder of a choice never meets that of a guide.
        path += ".".join(word for pair in parse_qsl(parts.query) for word in pair) + "/"
    return f"{path}index.html" if path.endswith("/") or not path else path


def links(html: str) -> list[str]:
    """The addresses on this server that a page leads to or loads, without their places in the page."""
    return [unescape(link[2]).partition("#")[0] for link in _LINK.finditer(html)]


def relative(html: str, file: str, iron_url: str) -> str:
    """A page whose links lead from its file to the others, on a disk as on any server.

    Args:
        html: the page with addresses of the server.
        file: its own file, below the site's folder.
        iron_url: the Iron that links to the log lead to; empty takes them out.
    """
    here = posixpath.dirname(file)

    def turned(target: str) -> str:
        path, sign, place = target.partition("#")
        known = file_of(path)
        return posixpath.relpath(known, here or ".") + sign + place

    return _replaced(_logged(html, iron_url), turned)


def absolute(html: str, base_url: str) -> str:
    """A page that may be shown at any address, such as that of a page that does not exist."""
    return _replaced(html, lambda target: base_url + target)


def _replaced(html: str, turned: Callable[[str], str]) -> str:
    return _LINK.sub(lambda link: f'{link[1]}="{escape(turned(unescape(link[2])))}"', html)


def _logged(html: str, iron_url: str) -> str:
    """The links to the log that stand in a guide's text (`knowledge/rendering.py`)."""
    if iron_url:
        return html.replace('href="/app/log', f'href="{escape(iron_url)}/app/log')
    return _APP_LINK.sub("", html)
