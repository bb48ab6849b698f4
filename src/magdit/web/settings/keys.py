"""Keys for other programs: which there are, making one, showing it once, and closing one."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from uuid import uuid4

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import close_key, make_key
from magdit.areas.people.api_keys import SCOPES, governed_schools, governs_board, visible_keys
from magdit.areas.people.models import ApiKey
from magdit.web.room import room
from magdit.web.settings.forms import YEAR, KeyForm
from magdit.web.told import refusal, word
from magdit.web.visit import Visit

MADE, SENT = "settings.key", "settings.sent"  # in the session
ONCE = "eenmalig"


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
    if visit.sends and visit.request.POST.get(ONCE, "") in visit.request.session.get(SENT, []):
        return HttpResponseRedirect(reverse("settings:key_made"))
    if visit.sends and form.is_valid() and _made(visit, form):
        return HttpResponseRedirect(reverse("settings:key_made"))
    return render(visit.request, "settings/key.html", {"form": form, "once": str(uuid4())})


@room
def made(visit: Visit) -> HttpResponse:
    """The key itself, shown once: after this nobody can see it any more."""
    _require_keeper(visit)
    sealed = visit.request.session.pop(MADE, "")
    try:
        token = _seal().decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken:
        token = ""
    return render(visit.request, "settings/key_made.html", {"token": token})


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
    told = form.cleaned_data
    try:
        _row, token = make_key(
            visit.doing, name=told["name"], scopes=told["scopes"], until=told["until"], school_id=told["place"] or None
        )
    except Refused as refused:
        if refused.code in {"not_yours", "no_right"}:
            raise
        form.add_error("until" if refused.code == "key_until" else None, refusal(refused))
        return False
    session = visit.request.session
    # Sessions are kept where others may look; the key to this seal is not.
    session[MADE] = _seal().encrypt(token.encode()).decode()
    session[SENT] = [*session.get(SENT, [])[-9:], visit.request.POST.get(ONCE, "")]
    return True


def _seal() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(f"magdit.web.settings.keys:{settings.SECRET_KEY}".encode()).digest()))


def _is_open(visit: Visit, key: ApiKey) -> bool:
    return key.closed_at is None and (key.until is None or visit.today <= key.until)


def _require_keeper(visit: Visit) -> None:
    if not governs_board(visit.person, visit.today) and not governed_schools(visit.person, visit.today).exists():
        raise Http404
