"""Signing out. Whatever waited on this device, typed words and photos on their way, is gone with it."""

from __future__ import annotations

from allauth.account import views as account
from django.http import HttpRequest
from django.http.response import HttpResponseBase

EVERYTHING_KEPT = '"storage"'


def logout(request: HttpRequest) -> HttpResponseBase:
    """As allauth does it; the browser throws away what it kept, the app's worker too. That one comes back by itself."""
    answer: HttpResponseBase = account.logout(request)
    if request.method == "POST":  # only a button of ours: no page elsewhere may throw away what someone typed
        answer.headers["Clear-Site-Data"] = EVERYTHING_KEPT
    return answer
