"""What someone typed when their session had ended: kept until they are signed in again, and shown to them alone.

Every form carries a mark of the account that it was shown to (`{% form_marks %}`). When the session ends while it
stands open, the fields wait in the new session; they come back on the same address, for the same account. So they do
when someone signed in anew in another tab, which ends the mark against forgery of the forms that stood open. Forms are
sent to the address that they stand on, so that there is a page to come back to; a lone button that is sent elsewhere
leads back to the page it stood on. Files cannot wait; that is told. What waits is sealed.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from magdit.web.sealed import seal, unseal

FIELD, SALT, PLACE = "van", "magdit.web.keeping", "kept"
LONGEST = 12 * 60 * 60  # seconds that a form may have stood open
MOST = 200_000
LEFT_OUT = frozenset({FIELD, "csrfmiddlewaretoken"})
HIDDEN = "password"  # part of the name of every field that holds one: never kept, not even here


def mark(request: HttpRequest) -> str:
    """What a form carries: the account that it is shown to, signed."""
    return signing.dumps(request.user.pk, salt=SALT) if request.user.is_authenticated else ""


def is_of(request: HttpRequest, account: int | None) -> bool:
    """Whether what was sent comes from a form that was shown to this account."""
    return account is not None and _account_of(request) == account


def keep(request: HttpRequest) -> bool:
    """Keep what was sent, when it came from a form of ours; what nobody signed is forgotten. Whether it was kept."""
    account = _account_of(request)
    if request.method != "POST" or account is None or len(request.POST.urlencode()) > MOST:
        return False
    place = stood_on(request)
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in LEFT_OUT and HIDDEN not in name}
    waits = {"path": place, "account": account, "fields": fields if place == request.path else None}
    request.session[PLACE] = seal({**waits, "files": bool(request.FILES)})
    return True


def stood_on(request: HttpRequest) -> str:
    """The page to come back to: for what was sent, the page of ours that the browser says it was sent from."""
    if request.method != "POST":
        return request.get_full_path()
    told = request.headers.get("Referer", "")
    if not told or not url_has_allowed_host_and_scheme(told, allowed_hosts={request.get_host()}):
        return request.path
    place = unquote(urlsplit(told).path)
    ours = place.startswith("/") and url_has_allowed_host_and_scheme(place, allowed_hosts=None)
    return place if ours else request.path


def way_back(request: HttpRequest) -> str:
    """The page on which something waits for who is signed in, or nothing."""
    waits = _waiting(request)
    return str(waits["path"]) if waits and waits["account"] == request.user.pk else ""


def kept(request: HttpRequest) -> QueryDict | None:
    """What this person had typed on this page; forgotten once it was shown, or once somebody else signed in."""
    waits = _waiting(request)
    if not waits:
        return None
    if waits["account"] != request.user.pk:
        del request.session[PLACE]
        return None
    if request.method != "GET" or waits["path"] != request.path:
        return None
    del request.session[PLACE]
    if waits["fields"] is None:
        messages.warning(request, _("U was uitgelogd. Er is nog niets gebeurd: kies hier opnieuw wat u wilde doen."))
        return None
    return _shown_again(request, waits)


def _shown_again(request: HttpRequest, waits: dict[str, Any]) -> QueryDict:
    found = QueryDict(mutable=True)
    for name, values in waits["fields"].items():
        found.setlist(name, values)
    told = _(
        "U was uitgelogd. Wat u had ingevuld staat er nog. Er is nog niets verstuurd: kijk het na en verstuur het."
    )
    messages.warning(request, told)
    if waits["files"]:
        messages.warning(request, _("Kies het bestand opnieuw: dat kon niet worden bewaard."))
    return found


def _waiting(request: HttpRequest) -> dict[str, Any] | None:
    sealed = request.session.get(PLACE)
    found: dict[str, Any] | None = unseal(sealed) if sealed else None
    return found


def _account_of(request: HttpRequest) -> int | None:
    try:
        found = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None
