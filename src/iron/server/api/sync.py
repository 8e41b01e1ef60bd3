"""Push, pull and history: what the phone's outbox talks to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iron.records.documents import is_uuid
from iron.records.revisions import Op, Result
from iron.server.accounts.quota import quotas
from iron.server.api import wire
from iron.server.api.request_handler import MIB, answer, lifter, number, parse, read
from iron.server.storage.django_store import DjangoStore
from iron.server.storage.timeline import Claim
from iron.server.watching import watch
from iron.values import clock
from iron.values.decoding import json_decoder
from iron.values.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

PUSH_LIMIT: Final = 4 * MIB
PULL_DEFAULT: Final = 200
PULL_MOST: Final = 500
_READ_PUSH: Final = json_decoder(wire.PushIn)
_NAME: Final = re.compile(r"[!-~]{1,80}")
LAST_SEQ: Final = 2**53  # the whole numbers that a browser can count


def push(request: HttpRequest) -> HttpResponse:
    """Take operations and answer what each document now is."""
    user_id = lifter(request)
    raw = read(request, PUSH_LIMIT)
    pushed = parse(raw, _READ_PUSH)
    # What is deleted takes no room: it must always go.
    if not all(op.delete for op in pushed.ops):
        quotas.check(request.user, len(raw))
    good, refused = _ops(pushed.ops)
    numbers = any(op.base > 0 and op.base_made_by is None and op.base_op is None for op in good)
    claim = Claim(pushed.epoch, pushed.seen, numbers=numbers)
    taken = DjangoStore(user_id).take(good, pushed.device, clock.utc_now(), claim)
    answered = iter(taken.results)
    results = [refused[n] if n in refused else next(answered) for n in range(len(pushed.ops))]
    watch.push(results, taken.conflicts)
    shown = [wire.result_out(result, f"ops[{n}]") for n, result in enumerate(results)]
    return answer(wire.PushOut(shown, taken.seq, taken.epoch))


def pull(request: HttpRequest) -> HttpResponse:
    """Answer what changed after ``since``, deleted documents too, in order of ``seq``."""
    user_id = lifter(request)
    since = number(request, "since", 0, 0, LAST_SEQ)
    limit = number(request, "limit", PULL_DEFAULT, 1, PULL_MOST)
    store = DjangoStore(user_id)
    clock = store.check(Claim(_name(request, "epoch"), _name(request, "seen"), since))
    page = store.since(since, limit + 1)
    docs = page[:limit]
    seq = docs[-1].seq if docs else since
    shown = [wire.document_out(document) for document in docs]
    losses = [wire.LossOut(*loss) for loss in store.losses([(doc.kind, doc.id) for doc in docs])]
    return answer(wire.PullOut(shown, seq, len(page) > limit, clock.epoch, losses))


def history(request: HttpRequest, kind: str, doc_id: str) -> HttpResponse:
    """Answer the revisions of one document, newest first. Restoring one is a push of its body."""
    store = DjangoStore(lifter(request))
    revisions = store.revisions(kind, doc_id) if is_uuid(doc_id) and kind.isprintable() else []
    if not revisions:
        raise NotFoundError(f"There is no {kind[:40]} with the id {doc_id[:64]} in your journal.")
    return answer([wire.revision_out(revision) for revision in revisions])


def _name(request: HttpRequest, name: str) -> str | None:
    text = request.GET.get(name)
    if text is not None and not _NAME.fullmatch(text):
        raise BadInputError(f"“{name}” is not what this server said. Leave it out.", where=name)
    return text


def _ops(ops: Sequence[wire.OpIn]) -> tuple[list[Op], dict[int, Result]]:
    good: list[Op] = []
    refused: dict[int, Result] = {}
    for n, op in enumerate(ops):
        problem = _problem(op)
        if problem is None:
            good.append(
                Op(
                    op.op_id,
                    op.kind,
                    op.id,
                    op.base,
                    None if op.delete else bytes(op.body),
                    op.base_op,
                    op.base_made_by,
                )
            )
        else:
            where, sentence = problem
            refused[n] = Result(op.op_id, "refused", None, BadInputError(sentence, where=where))
    return good, refused


def _problem(op: wire.OpIn) -> tuple[str, str] | None:
    if not is_uuid(op.op_id):
        return "op_id", "The operation's id is not a UUID in lower case. Make a new one."
    if not is_uuid(op.id):
        return "id", "The document's id is not a UUID in lower case. Make a new one."
    if op.base_op is not None and not is_uuid(op.base_op):
        return "base_op", "The id of the operation before is not a UUID in lower case. Leave it out."
    if op.base >= 2**31:
        return "base", "There is no such revision. Send the one last seen, or 0."
    has_body = bytes(op.body) != b"null"
    if op.delete and has_body:
        return "delete", "An operation either deletes or has a body. Send one of them."
    if not op.delete and not has_body:
        return "body", "The operation has no body. Send the document, or delete: true."
    return None
