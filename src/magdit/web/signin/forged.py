"""A form without the right mark against forgery: nothing is done. What our own forms held is kept for who typed it.

The mark ends when someone signs in anew, in another tab for instance, while their form stood open.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import urlencode

from magdit.web import keeping


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Back to the page with what was typed, when the form was theirs; a plain page otherwise."""
    if request.user.is_authenticated and keeping.is_of(request, request.user.pk) and keeping.keep(request):
        return HttpResponseRedirect(keeping.stood_on(request))
    if not request.user.is_authenticated and keeping.keep(request):
        return HttpResponseRedirect(f"{resolve_url('account_login')}?{urlencode({'next': keeping.stood_on(request)})}")
    return render(request, "403_csrf.html", status=403)
