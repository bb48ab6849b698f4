"""What a program hears when something cannot be: problem details (RFC 9457) with a code, what it is and what to do."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.problems import NotTaken
from magdit.areas.people.imports.problems import Problem as Odd
from magdit.check.images.refusal import Refused as RefusedFile
from magdit.journeys.for_programs.checking import Busy
from magdit.journeys.for_programs.mirroring import UnknownItems
from magdit.journeys.for_programs.standing import UnknownItem
from magdit.norms.read_value import BadAct
from magdit.protocols.library import UnknownProtocol
from magdit.wording.errors import act_sentences, protocol_sentence
from magdit.wording.file_errors import refused_sentence
from magdit.wording.imports import PROBLEMS
from magdit.wording.refusals import refusal_sentence
from magdit.wording.refusals.api import MEND, TROUBLE
from magdit.words.vocabulary import UnknownWord

LOG = logging.getLogger("magdit.api")
MEDIA_TYPE = "application/problem+json"
NOT_THERE = frozenset({"not_yours", "not_your_child", "no_right"})
RETRY_AFTER = {"too_often": 60, "busy": 10}
OUR_NAMES = frozenset({"told", "whom", "which", "where", "how", "post"})  # of the arguments of our views
HEARD = {
    "missing": "dit ontbreekt",
    "extra_forbidden": "dit kennen we hier niet",
    "json_invalid": "dit is geen geldige JSON",
}


class ProblemOut(Schema):
    """Wat er aan de hand is, en wat u kunt doen."""

    type: str = Field(description="Het adres van de uitleg bij deze code.")
    title: str = Field(description="De naam van de HTTP-status.")
    status: int
    code: str = Field(description="Vaste code, om op te programmeren.")
    message: str = Field(description="Wat er aan de hand is, in gewoon Nederlands.")
    what_to_do: str = Field(description="Wat u nu kunt doen.")
    errors: list[str] = Field(default=[], description="Wat er precies niet klopt, elk met zijn plaats.")


class Problem(Exception):
    """A request that cannot be answered: a code of TROUBLE, or another code with its own sentence."""

    def __init__(self, code: str, /, errors: Iterable[str] = (), **facts: object) -> None:
        super().__init__(code)
        self.code, self.errors, self.facts = code, list(errors), facts


def answer_problem(code: str, *, errors: Iterable[str] = (), facts: Mapping[str, object] | None = None) -> HttpResponse:
    """The answer for a code of TROUBLE."""
    trouble = TROUBLE[code]
    message = trouble.message.format(**(facts or {}))
    return answer(trouble.status, code, message, trouble.do, errors=errors)


def answer(status: int, code: str, message: str, do: str, *, errors: Iterable[str] = ()) -> HttpResponse:
    """Any problem as an answer, with the headers that belong to it."""
    body = {
        "type": f"/api/v1/docs#{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "message": message,
        "what_to_do": do,
        "errors": list(errors),
    }
    # Escaped: what a program sent may hold half a sign, which is no UTF-8.
    response = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    if code in RETRY_AFTER:
        response["Retry-After"] = str(RETRY_AFTER[code])
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="magdit"'
    return response


def catch_all(api: NinjaAPI) -> None:
    """Have every exception answered as a problem; never as a page, never with a value that someone sent."""
    for kind, handler in _HANDLERS.items():
        api.add_exception_handler(kind, handler)


def _problem(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem(raised.code, errors=raised.errors, facts=raised.facts)


def _refused(request: HttpRequest, raised: Any) -> HttpResponse:
    if raised.code in NOT_THERE:
        return answer_problem("not_there")
    return answer(409, raised.code, refusal_sentence(raised.code, raised.facts), TROUBLE["refused"].do)


def _wrong_input(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem("wrong_input", errors=_told(raised))


def _told(raised: Exception) -> list[str]:
    if isinstance(raised, BadAct):
        return act_sentences(raised)
    if isinstance(raised, UnknownProtocol):
        return [protocol_sentence(raised)]
    if isinstance(raised, UnknownWord):
        near = f" Bedoelde u {' of '.join(raised.nearest)}?" if raised.nearest else ""
        return [f"{raised.vocabulary}: '{raised.given}' kennen we niet.{near}"]
    if isinstance(raised, UnknownItems):
        return [
            f"rows[{number}].item: dit onderwerp vraagt het bestuur niet over leerlingen." for number in raised.rows
        ]
    if isinstance(raised, UnknownItem):
        return ["item: dit onderwerp kent het bestuur niet. GET /schools/{school}/items zegt welke er zijn."]
    if isinstance(raised, NotTaken):
        return [_row(one) for one in raised.problems] + ([f"en nog {raised.more} rijen."] if raised.more else [])
    if isinstance(raised, RefusedFile):
        return [refused_sentence(raised)]
    return [_field(one) for one in raised.errors] if isinstance(raised, ValidationError) else []


def _row(problem: Odd) -> str:
    place = f"rows[{problem.at.line}]" if problem.at.line else "as_of"
    return f"{place}: {PROBLEMS[problem.code].format(**problem.facts)}"


def _field(error: Mapping[str, Any]) -> str:
    parts = [str(part) for part in error.get("loc", ())[1:] if part not in OUR_NAMES]
    place = ".".join(parts) or "aanvraag"
    return f"{place}: {HEARD.get(str(error.get('type')), 'dit kan hier niet; zie het schema')}."


def _http(request: HttpRequest, raised: Any) -> HttpResponse:
    by_status = {400: "not_understood", 401: "key_needed", 404: "not_there", 413: "too_large"}
    return answer_problem(by_status.get(raised.status_code, "not_understood"))


def _not_there(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem("not_there")


def _not_understood(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem("not_understood")


def _too_large(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem("too_large", facts={"most": 2})


def _busy(request: HttpRequest, raised: Any) -> HttpResponse:
    return answer_problem("busy")


def _ours(request: HttpRequest, raised: Any) -> HttpResponse:
    """Our own fault. The log hears where; the program hears that there is no answer, so no "mag" either."""
    LOG.error("a request went wrong", exc_info=raised)
    return answer_problem("went_wrong")


_HANDLERS: Mapping[type[Exception], Any] = {
    Exception: _ours,
    Problem: _problem,
    Refused: _refused,
    BadAct: _wrong_input,
    UnknownProtocol: _wrong_input,
    UnknownWord: _wrong_input,
    UnknownItems: _wrong_input,
    UnknownItem: _wrong_input,
    NotTaken: _wrong_input,
    RefusedFile: _wrong_input,
    ValidationError: _wrong_input,
    HttpError: _http,
    AuthenticationError: _http,
    **dict.fromkeys((BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError), _not_understood),
    RequestDataTooBig: _too_large,
    Http404: _not_there,
    OperationalError: _busy,
    Busy: _busy,
}
__all__ = ["MEDIA_TYPE", "MEND", "Problem", "ProblemOut", "answer_problem", "catch_all"]
