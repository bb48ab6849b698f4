"""Keys for other programs: which there are, making one, showing it once, and closing one."""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import close_key, make_key
from magdit.areas.people.api_keys import (
    SCOPES,
    governed_schools,
    governs_board,
    mark_of,
    token_of,
    visible_keys,
)
from magdit.areas.people.models import ApiKey
from magdit.web.room import room
from magdit.web.sealed import seal, unseal
from magdit.web.settings.forms import YEAR, KeyForm
from magdit.web.told import refusal, word
from magdit.web.visit import Visit

MADE = "settings.key"  # in the session
ONCE = "eenmalig"  # what makes a form one of its kind: the same form makes the same key, and that can be made once
TWICE = timedelta(minutes=1)  # in which sending the same form again is a double click


@room
def keys(visit: Visit) -> HttpResponse:
    """The keys that this visitor keeps, the open ones first."""
    _require_keeper(visit)
    rows = sorted(visible_keys(visit.person, visit.today), key=lambda key: (not _is_open(visit, key), -key.pk))
    told = [
        {"row": row, "open": _is_open(visit, row), "scopes": [word(SCOPES, code) for code in row.scopes]}
        for row in rows
    ]
    return render(visit.request, "settings/keys.html", {"keys": told})


@room
def make(visit: Visit) -> HttpResponse:
    """A new key. Sending the form twice makes one key."""
    _require_keeper(visit)
    schools = governed_schools(visit.person, visit.today)
    whole_board = governs_board(visit.person, visit.today)
    start = {"until": visit.today + YEAR}
    form = KeyForm(visit.typed or None, initial=start, schools=schools, whole_board=whole_board)
    if visit.sends and form.is_valid() and _made(visit, form):
        return HttpResponseRedirect(reverse("settings:key_made"))
    return render(visit.request, "settings/key.html", {"form": form, "once": str(uuid4())})


@room
def made(visit: Visit) -> HttpResponse:
    """The key itself, shown once: after this nobody can see it any more. Only a page that is shown counts."""
    _require_keeper(visit)
    if visit.sends:
        return HttpResponseRedirect(visit.request.path)
    shows = visit.request.method == "GET"
    token = unseal(visit.request.session.pop(MADE)) if shows and MADE in visit.request.session else ""
    return render(visit.request, "settings/key_made.html", {"token": token or ""})


@room
def close(visit: Visit, key: int) -> HttpResponse:
    """Closing a key: asked first, then done at once and for good."""
    row = visit.one(visible_keys(visit.person, visit.today), pk=key)
    if not visit.sends:
        return render(visit.request, "settings/key_close.html", {"key": row, "open": _is_open(visit, row)})
    close_key(visit.doing, row.pk)
    messages.success(visit.request, _("De sleutel is ingetrokken. Geen programma komt er nog mee binnen."))
    return HttpResponseRedirect(reverse("settings:keys"))


def _made(visit: Visit, form: KeyForm) -> bool:
    told, token = form.cleaned_data, _token(visit)
    asked = {"name": told["name"], "scopes": told["scopes"], "until": told["until"], "school_id": told["place"] or None}
    try:
        make_key(visit.doing, **asked, token=token)
    except Refused as refused:
        if refused.code in {"not_yours", "no_right"}:
            raise
        if refused.code != "key_made" or not _just_now(visit, mark_of(token), asked):
            form.add_error("until" if refused.code == "key_until" else None, refusal(refused))
            return False
    # Sessions are kept where others may look; the key to this seal is not.
    visit.request.session[MADE] = seal(token)
    return True


def _token(visit: Visit) -> str:
    """The key that this form makes. Who knows the form cannot know it: the secret of the server is needed too."""
    once = visit.request.POST.get(ONCE, "") or str(uuid4())
    secret = f"magdit.web.settings.keys:{settings.SECRET_KEY}".encode()
    return token_of(hmac.digest(secret, f"{visit.person.pk}:{once}".encode(), "sha256"))


def _just_now(visit: Visit, mark: str, asked: dict[str, Any]) -> bool:
    """Whether this is a double click: the very same key, asked for a moment ago."""
    row = visible_keys(visit.person, visit.today).filter(mark=mark).first()
    if row is None or not timedelta() <= visit.at - row.made_at <= TWICE or row.closed_at is not None:
        return False
    same = (row.name, row.scopes, row.until) == (asked["name"].strip(), sorted(asked["scopes"]), asked["until"])
    return same and str(row.school_id or "") == str(asked["school_id"] or "")


def _is_open(visit: Visit, key: ApiKey) -> bool:
    return key.closed_at is None and (key.until is None or visit.today <= key.until)


def _require_keeper(visit: Visit) -> None:
    if not governs_board(visit.person, visit.today) and not governed_schools(visit.person, visit.today).exists():
        raise Http404
