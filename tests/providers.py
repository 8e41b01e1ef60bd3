"""A provider of sign-in (OpenID Connect) on a free port, and Iron's variables for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from serving import free_port, wait_for


@contextmanager
def provider() -> Iterator[str]:
    """Run one whose accounts are made as they are named, and give its address."""
    issuer = f"http://localhost:{(port := free_port())}"
    command = [sys.executable, "-m", "oidc_provider_mock", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process, "/.well-known/openid-configuration")
        yield issuer
    finally:
        process.terminate()
        process.wait(60)


def variables(issuer: str) -> dict[str, str]:
    """The environment of an Iron that knows this provider as “Authentik”."""
    return {
        "IRON_OIDC": "authentik",
        "IRON_OIDC_AUTHENTIK_ISSUER": issuer,
        "IRON_OIDC_AUTHENTIK_CLIENT_ID": "iron",
        "IRON_OIDC_AUTHENTIK_CLIENT_SECRET": "a secret of the two servers",
    }
