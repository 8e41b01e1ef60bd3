"""A provider of sign-in (OpenID Connect) on a free port, and Iron's variables for it."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from serving import free_port


@contextmanager
def provider() -> Iterator[str]:
    """Run one whose accounts are made as they are named, and give its address."""
    issuer = f"http://localhost:{(port := free_port())}"
    command = [sys.executable, "-m", "oidc_provider_mock", "--host", "localhost", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(issuer, process)
        yield issuer
    finally:
        process.terminate()
        process.wait(60)


def _wait_for(issuer: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        try:
            urllib.request.urlopen(issuer + "/.well-known/openid-configuration", timeout=60).close()
        except OSError:
            assert process.poll() is None
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the provider did not answer within a minute")


def variables(issuer: str) -> dict[str, str]:
    """The environment of an Iron that knows this provider as “Authentik”."""
    return {
        "IRON_OIDC": "authentik",
        "IRON_OIDC_AUTHENTIK_ISSUER": issuer,
        "IRON_OIDC_AUTHENTIK_CLIENT_ID": "iron",
        "IRON_OIDC_AUTHENTIK_CLIENT_SECRET": "a secret of the two servers",
    }
