"""OAuth clients and what lifters allow them. Codes and tokens are stored as SHA-256 digests only."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from iron.server.accounts.models import User


class OAuthClient(models.Model):
    """A program that registered itself (RFC 7591). Anybody may register one; it can do nothing without a grant.

    Attributes:
        client_id: random, public.
        name: what it calls itself; empty where it gave no name that can be shown.
        redirect_uris: where its users come back to, one a line (`iron.server.assistants.redirects`).
        scope: scopes that it may ask for, with blanks between.
    """

    client_id = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=60, blank=True)
    redirect_uris = models.TextField()
    scope = models.TextField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)


class Grant(models.Model):
    """What one lifter allowed one client, once: the authorization code and all tokens that come from it.

    Deleting it ends every token of this family at once.

    Attributes:
        resource: the address that its tokens are for (RFC 8707).
        writes: its tokens may log; else they only read.
        redirect_uri: where the code was sent; ``redirect_given`` says whether the request named it.
        code_digest: SHA-256 of the authorization code.
        code_challenge: PKCE challenge of the method S256.
        code_used_at: when the code was exchanged; null before.
        used_on: the last day on which a token of it was used.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assistant_grants")
    client = models.ForeignKey(OAuthClient, on_delete=models.CASCADE, related_name="grants")
    resource = models.TextField()
    writes = models.BooleanField()
    redirect_uri = models.TextField()
    redirect_given = models.BooleanField()
    code_digest = models.CharField(max_length=64, unique=True)
    code_challenge = models.CharField(max_length=43)
    code_expires_at = models.DateTimeField()
    code_used_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    used_on = models.DateField(null=True)


class GrantToken(models.Model):
    """An access or refresh token of a grant.

    Attributes:
        digest: SHA-256 of the token.
        refreshes: it is a refresh token; else an access token.
        writes: an access token may log.
        used_at: when a refresh token was exchanged. It stays until it expires, so that a second use is noticed.
    """

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    refreshes = models.BooleanField()
    writes = models.BooleanField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
