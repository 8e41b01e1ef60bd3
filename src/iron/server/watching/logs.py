"""How log lines look: text for people and fail2ban, JSON for collectors. Where they go and how long is the host's."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any, Final

LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS: Final = ("text", "json")


class Json(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and what the event carries by name."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_of(level: str, form: str, *, access: bool) -> dict[str, Any]:
    """Return Django's LOGGING.

    Args:
        level: least level of what Iron logs, one of `LEVELS`.
        form: one of `FORMATS`.
        access: a line for each request.
    """
    to_stderr = {"handlers": ["stderr"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
            "json": {"()": "iron.server.watching.logs.Json"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {**to_stderr, "level": "ERROR"},
            # Anybody on the internet can send a wrong Host header; the answer says enough.
            "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
            "iron.access": {**to_stderr, "level": "INFO" if access else "CRITICAL"},
            # What was done to accounts is always written down.
            "iron.audit": {**to_stderr, "level": "INFO"},
        },
    }
