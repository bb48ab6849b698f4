"""The gate: the only way to open an address of the API. Whoever adds one must say which scope it asks.

Checked here, before any view and before the body is read: the key, how often, the scope, and how much is sent. The
register lets any system act for its board, so nothing behind this gate may be reached around it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest
from ninja import Router
from ninja.security import HttpBearer

from magdit.api import clock
from magdit.api.caller import Caller
from magdit.api.problems import Problem, ProblemOut
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.actions import key_was_used
from magdit.areas.people.api_keys import key_of

View = TypeVar("View", bound=Callable[..., Any])
LOG = logging.getLogger("magdit.api")
ANY_KEY = ""  # every key may ask this
MEGA = 1_000_000
BODY = 2 * MEGA  # what Django reads into memory is 2.5 MB at most
MINUTE = 60
OFTEN = 600  # requests of one key in a minute
ERRORS = (400, 401, 403, 404, 409, 413, 422, 429, 500, 503)


class Bearer(HttpBearer):
    """A key in the header Authorization. A session of a browser opens nothing here."""

    def __init__(self, scope: str, *, most: int, often: int) -> None:
        super().__init__()
        self.scope, self.most, self.often = scope, most, often

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """The caller, or the problem in their way."""
        at = clock.now()
        key = key_of(token, on=at.astimezone(SCHOOL_CLOCK).date())
        if key is None:
            raise Problem("key_needed")
        caller = Caller(key, at)
        self._count(caller)
        if self.scope != ANY_KEY and not caller.may(self.scope):
            raise Problem("scope_missing", scope=self.scope)
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > self.most:
            raise Problem("too_large", most=self.most // MEGA)
        _was_used(caller)
        return caller

    def _count(self, caller: Caller) -> None:
        """About so many a minute: the counts are kept in files, where two at once may count as one."""
        place = f"api:{caller.key.pk}:{self.often}:{int(caller.at.timestamp()) // MINUTE}"
        count = int(cache.get(place, 0)) + 1
        if count > self.often:
            raise Problem("too_often")
        cache.set(place, count, MINUTE)


class Door:
    """Some addresses that belong together."""

    def __init__(self, tag: str) -> None:
        self.router, self.tag = Router(), tag

    def get(self, path: str, **about: Any) -> Callable[[View], View]:
        """An address that reads; see `_open`."""
        return self._open("GET", path, **about)

    def post(self, path: str, **about: Any) -> Callable[[View], View]:
        """An address that is sent something; see `_open`."""
        return self._open("POST", path, **about)

    def _open(
        self, method: str, path: str, *, scope: str, answer: Any, summary: str, example: object,
        asks: Mapping[str, object] | None = None, most: int = BODY, often: int = OFTEN,
    ) -> Callable[[View], View]:  # fmt: skip
        """`example`: of the answer; `asks`: a body that runs, by its media type; `most` bytes, `often` a minute."""
        more: dict[str, Any] = {
            "x-scope": scope,
            "responses": {200: {"content": {"application/json": {"example": example}}}},
        }
        if asks:
            more["requestBody"] = {"content": {kind: {"example": body} for kind, body in asks.items()}}
        return self.router.api_operation(
            [method], path, auth=Bearer(scope, most=most, often=often), summary=summary, tags=[self.tag],
            response={200: answer, **dict.fromkeys(ERRORS, ProblemOut)}, openapi_extra=more,
        )  # fmt: skip


def _was_used(caller: Caller) -> None:
    """Once a day. When somebody else holds the pen for long, a later request will do."""
    if caller.key.used_on == caller.today or not cache.add(f"api-used:{caller.key.pk}:{caller.today}", 1, MINUTE * 10):
        return
    try:
        key_was_used(caller.doing, caller.key)
    except DatabaseError:
        LOG.warning("that a key was used could not be written down yet")
