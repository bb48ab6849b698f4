"""magdit on the home screen of a phone: its manifest, the worker that keeps its looks, and photos shared with it.

What another app shares is caught by the worker and kept on the phone, so that nothing is lost while someone still has
to sign in; it goes up from the page of a draft, with the mark against forgery. The server takes no shared file itself.
"""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from magdit.web.drafts.device import for_app
from magdit.web.drafts.here import roles_here
from magdit.web.room import room
from magdit.web.rooms import STAFF
from magdit.web.visit import Visit

WORKER = Path(__file__).parents[1] / "static" / "magdit" / "worker.js"
PAPER, ACCENT = "#faf8f4", "#1f4fd1"


def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone asks before it puts an app on its home screen. Says nothing of a school."""
    sizes = ("192x192", "512x512")
    icons = [
        {"src": static(f"magdit/icon-{size.partition('x')[0]}.png"), "sizes": size, "type": "image/png", "purpose": use}
        for size in sizes
        for use in ("any", "maskable")
    ]
    told = {
        "name": "magdit", "short_name": "magdit", "lang": "nl", "start_url": "/", "scope": "/", "display": "standalone",
        "description": _("Mag dit de deur uit? Foto's en tekst nakijken voor ze geplaatst worden."),
        "background_color": PAPER, "theme_color": ACCENT, "icons": icons,
        "share_target": {
            "action": reverse("installed:shared"), "method": "POST", "enctype": "multipart/form-data",
            "params": {"text": "text", "files": [{"name": "pictures", "accept": ["image/*", "video/*"]}]},
        },
    }  # fmt: skip
    return JsonResponse(told, content_type="application/manifest+json")


def worker(request: HttpRequest) -> HttpResponse:
    """The worker of the whole site; it keeps what everyone may see, and no page."""
    headers = {"Service-Worker-Allowed": "/"}
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8", headers=headers)


@csrf_exempt
def shared(request: HttpRequest) -> HttpResponse:
    """Where a phone brings what was shared. Sent to us it was not caught: the page says how to go on."""
    if request.method == "POST":  # nothing is read or done, so there is nothing to forge
        answer = HttpResponseRedirect(reverse("installed:shared"))
        answer.status_code = 303
        return answer
    return _page(request)


@room
def _page(visit: Visit) -> HttpResponse:
    schools = [(one, roles_here(visit, one)) for one in visit.schools if visit.is_one_of(STAFF, at=one)]
    return render(visit.request, "drafts/shared.html", {"schools": schools, **for_app(visit)})
