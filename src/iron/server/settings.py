"""Django settings. Everything that a host may choose comes from the environment (docs/hosting.md lists it)."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import SimpleLazyObject

from iron.server import home as _home
from iron.server.accounts import providers as _providers
from iron.server.environment import secret
from iron.server.mail import relay as _relay
from iron.server.watching.logs import FORMATS, LEVELS, logging_of

DEBUG = False
# Read at first use, so that a type checker or `iron check-content` leaves no file behind.
SECRET_KEY: Any = SimpleLazyObject(_home.secret_key)

# The address people type, such as https://iron.example.org: needed behind a reverse proxy.
IRON_ORIGIN = os.environ.get("IRON_ORIGIN", "").rstrip("/")
IRON_SIGNUP = os.environ.get("IRON_SIGNUP", "invite")
IRON_TLS = os.environ.get("IRON_TLS") == "1" or IRON_ORIGIN.startswith("https://")
_proxies = os.environ.get("IRON_PROXIES", "0")
if not re.fullmatch("[0-9]", _proxies):
    raise ImproperlyConfigured(
        f"IRON_PROXIES is “{_proxies}”. Write how many proxies of yours stand before Iron, 0 to 9."
    )
IRON_PROXIES = int(_proxies)
if IRON_SIGNUP not in {"invite", "closed", "open"}:
    raise ImproperlyConfigured(f"IRON_SIGNUP is “{IRON_SIGNUP}”. Use one of: invite, closed, open.")

# Names by which browsers reach Iron; one with a port, such as nas.local:9000, where a container maps another port.
IRON_HOSTS = [host.strip() for host in os.environ.get("IRON_HOSTS", "").split(",") if host.strip()]
ALLOWED_HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *(re.sub(r":[0-9]+$", "", host) for host in IRON_HOSTS),
    *([urlsplit(IRON_ORIGIN).hostname or ""] if IRON_ORIGIN else []),
]
CSRF_TRUSTED_ORIGINS = [IRON_ORIGIN] if IRON_ORIGIN else []
if IRON_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = IRON_PROXIES

_quota = os.environ.get("IRON_QUOTA_MIB", "")
if not re.fullmatch("[0-9]{0,6}", _quota):
    raise ImproperlyConfigured(f"IRON_QUOTA_MIB is “{_quota}”. Write how many MiB each account may store.")
IRON_QUOTA_MIB = int(_quota) if _quota else None

# The key that names this server to push services, else the file push.key; and services beyond the browsers' own.
IRON_PUSH_KEY = secret("IRON_PUSH_KEY")
IRON_PUSH_HOSTS = frozenset(filter(None, os.environ.get("IRON_PUSH_HOSTS", "").replace(" ", "").split(",")))

# A folder for a backup each day, taken by the server itself (SQLite).
_backups, _backups_kept = os.environ.get("IRON_BACKUPS", ""), os.environ.get("IRON_BACKUPS_KEEP", "14")
if not re.fullmatch("[1-9][0-9]{0,3}", _backups_kept):
    raise ImproperlyConfigured(
        f"IRON_BACKUPS_KEEP is “{_backups_kept}”. Write how many backups stay, from 1."
    )
IRON_BACKUPS = Path(_backups) if _backups else None
IRON_BACKUPS_KEEP = int(_backups_kept)
if IRON_BACKUPS is not None and not IRON_BACKUPS.is_dir():
    raise ImproperlyConfigured(
        f"IRON_BACKUPS names {IRON_BACKUPS}, and there is no such folder. Make it first."
    )

# Names, addresses and networks of this host's own that webhooks may reach, over plain HTTP too.
IRON_WEBHOOK_HOSTS = [
    host.strip() for host in os.environ.get("IRON_WEBHOOK_HOSTS", "").split(",") if host.strip()
]

# Where accounts elsewhere open accounts here (OpenID Connect).
IRON_PROVIDERS = _providers.from_environment()

# The mail server for forgotten passwords and invitations; None sends no mail.
IRON_MAIL = _relay.from_environment(IRON_ORIGIN)
globals().update(_relay.django_settings(IRON_MAIL))

# Exercises whose files were broken at the start; `iron serve` says which and writes them here (iron.server.content).
IRON_SKIPPED = frozenset(filter(None, os.environ.get("IRON_SKIPPED", "").split(",")))

# Where a proposed change to a guide goes, with {id} for the exercise, such as
# https://git.example.org/iron/edit/main/content/exercises/{id}.md. Without it the page shows the file and says how.
IRON_CONTENT_URL = os.environ.get("IRON_CONTENT_URL", "")

# Set while `iron site` writes the library to files (pages/standalone.py).
IRON_STANDALONE = False
IRON_APP_URL = ""

# What `make setup` builds: the app and the knowledge files.
IRON_DIST = Path(__file__).resolve().parent / "dist"

ROOT_URLCONF = "iron.server.urls"
WSGI_APPLICATION = "iron.server.wsgi.application"
INSTALLED_APPS = [
    "iron.server.accounts",
    "iron.server.storage",
    "iron.server.connections",
    "iron.server.assistants",
    "iron.server.sharing",
    "iron.server.alarms",
    "iron.server.pages",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    # Brings the libraries of HTTP and tokens, about 6 MiB: only where a provider is named.
    *(["allauth.socialaccount", _providers.APP] if IRON_PROVIDERS else []),
]
MIDDLEWARE = [
    "iron.server.watching.probes.Probes",
    "iron.server.security.SecurityHeaders",
    "iron.server.wellformed.WellFormed",
    "iron.server.accounts.limits.SignInGuard",
    "iron.server.pages.shell.AppFiles",
    "iron.server.accounts.cross_origin.CrossOrigin",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "iron.server.accounts.session_user.SessionUser",
    "iron.server.accounts.tokens.TokenAuthentication",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]


def _database() -> dict[str, Any]:
    url = secret("IRON_DATABASE_URL")
    if url:
        return _postgres(url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _home.home() / _home.DATABASE_FILE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: phones forget what is acknowledged, so an acknowledged push is on the disk. NORMAL writes the log
            # to the disk at checkpoints alone, and a power cut takes the last commits back (sqlite.org/pragma.html).
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            "IRON_DATABASE_URL is not a PostgreSQL address. Write postgres://user:password@host:5432/iron, "
            "or leave it out for SQLite."
        )
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(
            "IRON_DATABASE_URL has a port that is not a number from 0 to 65535. Write postgres://user:password@host:5432/iron."
        ) from None
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "iron",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # ?host=/run/postgresql reaches a socket; other parameters, such as sslmode, go to libpq as they are.
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DATABASES = {"default": _database()}
# Only allauth's counters of tries are in it: in the database, so that a restart or a flood does not forget them.
CACHES = {
    "default": {"BACKEND": "iron.server.accounts.limits.Counters", "LOCATION": "sign_in_limit"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"
APPEND_SLASH = True
STATIC_URL = "/static/"

# An import plan takes whole exports: ten years of training are a few megabytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024

SESSION_ENGINE = "iron.server.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_COOKIE_NAME = "iron_session"
SESSION_COOKIE_SECURE = IRON_TLS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "csrftoken"
CSRF_COOKIE_SECURE = IRON_TLS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "iron.server.pages.failures.csrf_failure"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/app/me"

# allauth, headless only (docs/accounts.md shows every call the app makes).
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
# In mail a key stands behind the #: it reaches no log of a server or proxy.
HEADLESS_FRONTEND_URLS = {
    "account_signup": "/app/join",
    "account_confirm_email": f"{IRON_ORIGIN}/app/me/email#{{key}}",
    "account_reset_password_from_key": f"{IRON_ORIGIN}/app/me/new-password#{{key}}",
}
ACCOUNT_ADAPTER = "iron.server.accounts.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "iron.server.accounts.forms.AdmissionForm"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_USERNAME_MIN_LENGTH = 2
# A passkey or TOTP may be added this long after sign-in without asking for the password again.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
# An address is a choice, signs nobody in and is used once it is confirmed (iron.server.accounts.by_mail).
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 1
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_RATE_LIMITS = {
    # An address, and a name from browsers in which it never signed in.
    "login_failed": "10/m/ip,5/5m/key",
    # A name from one browser in which it signed in before: strangers cannot use these up.
    "known_device": "10/5m/key",
    # Right passwords are no attack, and many lifters may share an address; wrong ones are counted above.
    "login": "120/m/ip",
    # Links by mail: asked for by an address of the network, and for an address of mail, whether it is known or not.
    "reset_password": "10/m/ip,5/h/key",
    "reset_password_from_key": "10/m/ip",
    "confirm_email": "3/5m/key",
    "manage_email": "10/h/user",
}
# A name is always asked for, and a code where one is needed; e-mail addresses link nothing and are not stored.
SOCIALACCOUNT_ADAPTER = "iron.server.accounts.provider_adapter.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = _providers.allauth_settings(IRON_PROVIDERS)
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_REQUIRED = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
HEADLESS_FRONTEND_URLS["socialaccount_login_error"] = _providers.LANDING
USERSESSIONS_TRACK_ACTIVITY = False
MFA_ADAPTER = "iron.server.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Iron"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True

IRON_LOG_LEVEL = os.environ.get("IRON_LOG_LEVEL", "WARNING").upper()
IRON_LOG_FORMAT = os.environ.get("IRON_LOG_FORMAT", "text")
if IRON_LOG_LEVEL not in LEVELS:
    raise ImproperlyConfigured(f"IRON_LOG_LEVEL is “{IRON_LOG_LEVEL}”. Use one of: {', '.join(LEVELS)}.")
if IRON_LOG_FORMAT not in FORMATS:
    raise ImproperlyConfigured(f"IRON_LOG_FORMAT is “{IRON_LOG_FORMAT}”. Use one of: {', '.join(FORMATS)}.")
LOGGING = logging_of(IRON_LOG_LEVEL, IRON_LOG_FORMAT, access=os.environ.get("IRON_ACCESS_LOG") == "1")

# /metrics is there with IRON_METRICS=1, or with a token that a scraper sends.
IRON_METRICS_TOKEN = secret("IRON_METRICS_TOKEN")
IRON_METRICS = os.environ.get("IRON_METRICS") == "1" or bool(IRON_METRICS_TOKEN)
