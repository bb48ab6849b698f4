"""allauth's pages of the second step in our frame: with the menu when nothing is left to do, and a way on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.http import HttpRequest, HttpResponse

from magdit.areas.people.models import Account
from magdit.web import clock
from magdit.web.second_step import step_needed, step_needed_in_admin
from magdit.web.signin.entering import way_on
from magdit.web.visit import Visit

View = Callable[..., HttpResponse]


def framed(view: View) -> View:
    """The same view, with our menu for who may go anywhere; `must_set_up` and `way_on` for its template."""

    @wraps(view)
    def inside(request: HttpRequest, **parts: Any) -> HttpResponse:
        account = request.user
        if isinstance(account, Account):
            person = account.person
            if person is not None and person.removed_on is None and not step_needed(request, person):
                request.visit = Visit(request, account, person, clock.now())  # type: ignore[attr-defined]
        return view(request, **parts)

    return inside


class Index(base.IndexView):  # type: ignore[misc]
    """What they have set up, and what their school asks."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With whether they must."""
        account = self.request.user
        must = isinstance(account, Account) and step_needed_in_admin(self.request, account)
        return {**super().get_context_data(**more), "must_set_up": must}


class Codes(codes.ViewRecoveryCodesView):  # type: ignore[misc]
    """The recovery codes, with the way on."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """With where they came for."""
        return {**super().get_context_data(**more), "way_on": way_on(self.request)}


index = framed(Index.as_view())
see_codes = framed(Codes.as_view())
new_codes = framed(codes.generate_recovery_codes)
save_codes = codes.download_recovery_codes
again = framed(base.reauthenticate)
set_up = framed(totp.activate_totp)
take_away = framed(totp.deactivate_totp)
