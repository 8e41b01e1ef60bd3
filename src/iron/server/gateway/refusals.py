"""Why a request did not get to Django, each as one sentence with what to do."""

from __future__ import annotations

from typing import ClassVar

from iron.values.errors import BadInputError, IronError


class SlowBodyError(BadInputError):
    """The rest of a request body did not come in time."""

    code = "slow_request"
    status = 408


class TooLargeError(BadInputError):
    """More bytes than Iron takes at once."""

    code = "too_large"
    status = 413


class RetryLaterError(IronError):
    """A refusal that holds for a while.

    Attributes:
        retry_s: seconds after which to try again; sent as ``Retry-After``.
    """

    retry_s: ClassVar[int] = 30


class TooManyRequestsError(RetryLaterError):
    """One address asked for more than its share."""

    code = "too_many_requests"
    status = 429


class OverloadedError(RetryLaterError):
    """More waits than the server will get to soon."""

    code = "overloaded"
    status = 503
    retry_s = 5


class TooMuchWorkError(IronError):
    """The work took longer, or more memory, than one request may."""

    code = "too_much_work"
    status = 422
