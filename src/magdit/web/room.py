"""The door of every room: only for someone who is signed in and known to a school; a refusal becomes a page.

`@room` turns a view of a Visit into a view of a request. What the register refuses because it is not theirs is 404;
what it refuses for another reason is told in words, on a page that leads back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Account
from magdit.web import clock, keeping
from magdit.web.second_step import step_needed
from magdit.web.told import refusal
from magdit.web.visit import Visit

View = Callable[..., HttpResponse]
NOT_THERE = frozenset({"not_yours", "not_your_child", "no_right"})


def room(view: View) -> View:
    """Only for someone who is signed in and known to a school."""

    @wraps(view)
    def inside(request: HttpRequest, **parts: Any) -> HttpResponse:
        account = request.user
        if not isinstance(account, Account):
            keeping.keep(request)
            return _to_sign_in(request)
        person = account.person
        if person is None or person.removed_on is not None:
            return _nobody(request, account)
        if step_needed(request, person):
            keeping.keep(request)
            return HttpResponseRedirect(resolve_url("mfa_index"))
        visit = Visit(request, account, person, clock.now(), keeping.kept(request))
        request.visit = visit  # type: ignore[attr-defined]  # for the menu: web/around.py
        try:
            return view(visit, **parts)
        except Refused as refused:
            if refused.code in NOT_THERE:
                raise Http404 from None
            return render(request, "refused.html", {"sentence": refusal(refused)}, status=409)

    return inside


def said_here(refused: Refused) -> str:
    """The sentence for a refusal, for a page that shows it beside what was typed; what is not theirs stays a 404."""
    if refused.code in NOT_THERE:
        raise refused
    return refusal(refused)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    query = urlencode({"next": keeping.stood_on(request)})
    return HttpResponseRedirect(f"{resolve_url('account_login')}?{query}")


def _nobody(request: HttpRequest, account: Account) -> HttpResponse:
    """An account that belongs to nobody (any more): who keeps the computer goes to the admin, others leave."""
    if account.is_superuser and account.person is None:
        return HttpResponseRedirect(resolve_url("admin:index"))
    logout(request)
    return render(request, "nobody.html", status=403)
