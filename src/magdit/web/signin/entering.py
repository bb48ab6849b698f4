"""From someone who proved by mail who they are to a session, past the second step of who has one; and the way on."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from magdit.areas.people.models import Account
from magdit.web import keeping
from magdit.web.signin.proved import came_by_link

WAY = "way_on"  # in the session: the page that someone came for before they had to sign in


def enter(request: HttpRequest, account: Account, *, way: str = "") -> HttpResponse:
    """Sign them in. Whoever has a second step passes it first."""
    way = way or request.session.pop(WAY, "")
    came_by_link(request, account)
    if request.user.is_authenticated:
        return redirect(way or "home")
    if way:
        request.session[WAY] = way  # for after setting up a second step
    answer: HttpResponse = perform_login(
        request, Login(user=account, email_verification="none", redirect_url=way or None)
    )
    return answer


def remember_way(request: HttpRequest) -> None:
    """Keep the page that they came for until they open the link."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        request.session[WAY] = wanted


def way_on(request: HttpRequest) -> str:
    """Where to after the second step: what waits half typed, or the page that they came for."""
    return keeping.way_back(request) or request.session.get(WAY, "") or "/"
