"""What someone typed when their session had ended: kept until they are signed in again, and shown to them alone.

Every form carries a mark of the account that it was shown to (`{% form_marks %}`). When the session ends while it
stands open, the fields wait in the new session; they come back on the same address, for the same account. So they do
when someone signed in anew in another tab, which ends the mark against forgery of the forms that stood open. Forms are
sent to the address that they stand on, so that there is a page to come back to. Files cannot wait; that is told.
"""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

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
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in LEFT_OUT and HIDDEN not in name}
    request.session[PLACE] = {
        "path": request.path,
        "account": account,
        "fields": fields,
        "files": bool(request.FILES),
    }
    return True


def way_back(request: HttpRequest) -> str:
    """The page on which something waits for who is signed in, or nothing."""
    waits = request.session.get(PLACE)
    return str(waits["path"]) if waits and waits["account"] == request.user.pk else ""


def kept(request: HttpRequest) -> QueryDict | None:
    """What this person had typed on this page; forgotten once it was shown, or once somebody else signed in."""
    waits = request.session.get(PLACE)
    if not waits:
        return None
    if waits["account"] != request.user.pk:
        del request.session[PLACE]
        return None
    if request.method != "GET" or waits["path"] != request.path:
        return None
    del request.session[PLACE]
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


def _account_of(request: HttpRequest) -> int | None:
    try:
        found = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None
