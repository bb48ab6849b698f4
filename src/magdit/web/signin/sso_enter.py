"""From an identity that was proven to a session of ours: the one account of the one person whom the board knows."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.actions.sso_accounts import Identity, account_at, board_called
from magdit.web import clock
from magdit.web.signin.sso_believing import NotBelieved
from magdit.web.signin.sso_sources import Source

MARK = "sso"  # in the session: the school's own system let them in; web/second_step.py counts it


def enter(request: HttpRequest, source: Source, who: Identity, *, back_to: str) -> HttpResponse:
    """Sign them in and lead them on. Refused when the board knows nobody, or more than one, by this identity."""
    board = board_called(str(source.given["bestuur"]))
    if board is None:
        raise NotBelieved("no_such_board")
    account = account_at(Doing(Ref("systeem", "sso"), board.pk, clock.now()), who)
    if request.user.is_authenticated and request.user.pk != account.pk:
        logout(request)
    record_authentication(request, account, "socialaccount", provider=source.id)
    response: HttpResponse = perform_login(
        request, account, email_verification="none", redirect_url=back_to or None, signal_kwargs={}
    )
    # Only in the session in which they are signed in: where a second step still waits, that step is the proof.
    if request.user.is_authenticated and request.user.pk == account.pk:
        request.session[MARK] = True
    return response
