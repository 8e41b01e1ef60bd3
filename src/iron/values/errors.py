"""The one error family. Every message is a sentence: what happened, where, what to do.

IronError
├── BadInputError          a person or program gave something Iron cannot take          400
│   ├── BadUnitError       a unit that is not known
│   ├── BadFileError       a file that is not a log, is cut off, or cannot be decoded
│   └── BadDocumentError   a document body that breaks the contract of docs/documents.md
├── NotFoundError          a thing that was asked for by name does not exist             404
├── NotAllowedError        the caller may not do this                                    403
├── ConflictError          the thing exists already or changed meanwhile                 409
├── BadContentError        content/ has problems; carries all of them                    500
└── OutOfRangeError        a model was asked outside its range; names limit and nearest  422
"""

from __future__ import annotations

from typing import ClassVar


class IronError(Exception):
    """Base of all errors that Iron raises on purpose.

    Attributes:
        sentence: what happened and what to do, for a person.
        where: position in the input (a line, a key path), or an empty string.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500

    def __init__(self, sentence: str, *, where: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.where = where


class BadInputError(IronError):
    """Something that a person or program gave cannot be taken."""

    code = "bad_input"
    status = 400


class BadUnitError(BadInputError):
    """A unit that Iron does not know."""

    code = "bad_unit"


class BadFileError(BadInputError):
    """A file that is no log, is cut off or cannot be decoded."""

    code = "bad_file"


class BadDocumentError(BadInputError):
    """A document body that breaks the contract of docs/documents.md."""

    code = "bad_document"


class NotFoundError(IronError):
    """A thing asked for by name does not exist."""

    code = "not_found"
    status = 404


class NotAllowedError(IronError):
    """The caller may not do this."""

    code = "not_allowed"
    status = 403


class ConflictError(IronError):
    """The thing exists already or changed meanwhile."""

    code = "conflict"
    status = 409


class OutOfRangeError(BadInputError):
    """A model was asked outside its range; the sentence names the limit and the nearest possible value."""

    code = "out_of_range"
    status = 422


class BadContentError(IronError):
    """content/ has problems; ``problems`` holds each as a sentence with file and line."""

    code = "bad_content"

    def __init__(self, problems: list[str]) -> None:
        count = len(problems)
        word = "problem" if count == 1 else "problems"
        super().__init__(f"{count} {word} in content:\n" + "\n".join(problems))
        self.problems = problems
