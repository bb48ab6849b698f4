"""How someone signs in, for themself to change: their mailbox, a password, a second step."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.accounts import choose_password
from magdit.areas.people.actions.links import mail_proof
from magdit.web import keeping
from magdit.web.room import room
from magdit.web.signin.forms import Mailbox, NewPassword
from magdit.web.signin.limits import too_often, within
from magdit.web.signin.proved import LINK, proved_lately
from magdit.web.told import refusal
from magdit.web.visit import Visit


def no_signup(request: HttpRequest) -> HttpResponse:
    """Nobody makes an account themself; the school invites."""
    return render(request, "signin/no_signup.html")


@room
def ways(visit: Visit) -> HttpResponse:
    """The ways in which they come in now."""
    return render(visit.request, "signin/ways.html", {"account": visit.account})


@room
def address(visit: Visit) -> HttpResponse:
    """Another mailbox: it is theirs once they come in with the link that goes there."""
    if not proved_lately(visit.request):
        return _prove_first(visit)
    form = Mailbox(visit.typed)
    if not visit.sends or not form.is_valid():
        return render(visit.request, "signin/address.html", {"form": form, "account": visit.account})
    if not within(visit.request, "link_asked", key=f"proof:{visit.account.pk}"):
        return too_often(visit.request)
    try:
        mail_proof(visit.person, form.cleaned_data["email"], at=visit.at)
    except Refused as refused:
        form.add_error("email", refusal(refused))
        return render(visit.request, "signin/address.html", {"form": form, "account": visit.account})
    messages.success(visit.request, _("Open binnen 15 minuten de link in de mail. Dan hoort dat adres bij u."))
    return redirect("signin_ways")


@room
def password(visit: Visit) -> HttpResponse:
    """A password of their own choice, for the first time or another one."""
    account = visit.account
    if not account.has_usable_password() and not proved_lately(visit.request):
        return _prove_first(visit)
    asks_old = account.has_usable_password() and not proved_lately(visit.request, how=LINK)
    if visit.sends and asks_old and not within(visit.request, "password_tried", key=str(account.pk)):
        return too_often(visit.request)
    form = NewPassword(visit.request.POST if visit.sends else None, account=account, asks_old=asks_old)
    if not visit.sends or not form.is_valid():
        return render(visit.request, "signin/password.html", {"form": form, "account": account})
    choose_password(account, form.cleaned_data["password1"], at=visit.at)
    update_session_auth_hash(visit.request, account)  # every other session of theirs ends
    messages.success(visit.request, _("Uw nieuwe wachtwoord geldt vanaf nu. Op andere apparaten bent u uitgelogd."))
    return redirect("signin_ways")


def _prove_first(visit: Visit) -> HttpResponse:
    """Whoever finds a screen that somebody left open must not be able to make their own way in."""
    keeping.keep(visit.request)
    if get_adapter().get_reauthentication_methods(visit.account):
        return redirect(f"{resolve_url('account_reauthenticate')}?{urlencode({'next': visit.request.path})}")
    return render(visit.request, "signin/prove.html", {"account": visit.account})
