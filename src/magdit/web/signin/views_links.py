"""Coming in with a link: asking for one, and using it. Looking at a link does nothing: mail scanners open links too.

The answer to who asks is always the same, and does not wait for the mail: it never tells whether we know a mailbox.
"""

from __future__ import annotations

import hashlib
from functools import partial

from django.contrib import messages
from django.contrib.auth import logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people import links
from magdit.areas.people.actions.links import mail_again, mail_links, use_link
from magdit.areas.people.models import Account, Link
from magdit.web import clock
from magdit.web.signin.entering import enter, remember_way
from magdit.web.signin.forms import Mailbox, Typed
from magdit.web.signin.later import later
from magdit.web.signin.limits import folded, too_often, within
from magdit.web.told import refusal

TWICE = 15  # seconds in which the same browser may send the same form again: a double click


def ask(request: HttpRequest) -> HttpResponse:
    """Fill in a mailbox; the answer is the same for everyone."""
    form = Mailbox(request.POST or None)
    remember_way(request)
    if request.method != "POST" or not form.is_valid():
        return render(request, "signin/ask.html", {"form": form})
    address = form.cleaned_data["email"]
    if within(request, "link_asked", key=folded(address)):
        later(partial(mail_links, address, at=clock.now()))
    return redirect("link_sent")


def sent(request: HttpRequest) -> HttpResponse:
    """What to do now."""
    return render(request, "signin/sent.html")


def typed(request: HttpRequest) -> HttpResponse:
    """Type the code of an invitation on paper."""
    form = Typed(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "signin/typed.html", {"form": form})
    code = form.cleaned_data["code"]
    if links.found(code) is None:
        if not within(request, "link_tried"):
            return too_often(request)
        form.add_error("code", _("Deze code kennen we niet. Kijk of u hem goed hebt overgenomen."))
        return render(request, "signin/typed.html", {"form": form})
    return redirect("link_open", token="-".join(code.split()).replace("/", ""))


def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Look at a link, come in with it, or ask for a new one."""
    link = links.found(token)
    if link is None and not within(request, "link_tried"):
        return too_often(request)
    if request.method == "POST" and "again" in request.POST and link is not None:
        return _again(request, link)
    if request.method == "POST":
        return _come_in(request, token, link)
    state = links.state_of(link, clock.now())
    if link is None or state != "open":
        return _over(request, link, state)
    return render(request, "signin/open.html", {"link": link, "person": link.person})


def _come_in(request: HttpRequest, token: str, link: Link | None) -> HttpResponse:
    try:
        account = use_link(token, at=clock.now())
    except Refused as refused:
        twice = _just_came(request, token) if refused.code == "link_used" else None
        return _over(request, link, refused.code) if twice is None else enter(request, twice)
    cache.set(_place(token), (_browser(request), account.pk), TWICE)
    if request.user.is_authenticated and request.user.pk != account.pk:
        logout(request)
    invited = link is not None and link.kind == links.INVITATION
    way = resolve_url("signin_ways") if invited and _has_to_choose(account) else ""
    if invited:
        messages.success(request, _("Welkom! Uw uitnodiging is aangenomen."))
    return enter(request, account, way=way)


def _has_to_choose(account: Account) -> bool:
    """On paper nothing was proved but the paper; and who works here may want a password."""
    return not account.address or (
        account.person is not None and account.person.roles.exclude(role="leerling").exists()
    )


def _again(request: HttpRequest, link: Link) -> HttpResponse:
    """A new link with one click, to the mailbox of that person; where that is, the page does not say."""
    if within(request, "link_asked", key=str(link.person_id)):
        later(partial(mail_again, link, at=clock.now()))
    return redirect("link_sent")


def _over(request: HttpRequest, link: Link | None, code: str) -> HttpResponse:
    if request.user.is_authenticated and link is not None and request.user.person_id == link.person_id:
        return HttpResponseRedirect(resolve_url("home"))
    by_mail = link is not None and (bool(link.address) or link.person.accounts.exclude(address="").exists())
    told = {"sentence": refusal(Refused(code)), "by_mail": by_mail and code != "link_closed"}
    return render(request, "signin/over.html", told)


def _just_came(request: HttpRequest, token: str) -> Account | None:
    """The account that this browser came in with a moment ago by this link."""
    browser, account = cache.get(_place(token)) or ("", None)
    if account is None or browser != _browser(request):
        return None
    return Account.objects.filter(pk=account, is_active=True).first()


def _browser(request: HttpRequest) -> str:
    """This browser, by its mark against forgery, which no page and no other browser can read."""
    return hashlib.sha256(str(request.META.get("CSRF_COOKIE", "")).encode()).hexdigest()


def _place(token: str) -> str:
    return f"magdit.link:{links.mark_of(token)}"
