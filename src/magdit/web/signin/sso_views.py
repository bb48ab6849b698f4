"""The doors to a school's own sign-in system and back. What is not believed ends on one page, and opens no session."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST, require_safe

from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.sso_accounts import Identity
from magdit.web.signin import sso_openid, sso_saml
from magdit.web.signin.sso_believing import CHOOSE, LOG, OTHER_SCHOOL, NotBelieved
from magdit.web.signin.sso_enter import enter
from magdit.web.signin.sso_sources import Source, source_or_404
from magdit.web.told import refusal

OPENID, SAML = "openid_connect", "saml"


def start(request: HttpRequest, source: str) -> HttpResponse:
    """The button: off to the provider. Only by a form of ours, so that no other page can set this going."""
    found = source_or_404(source)
    if request.method != "POST":
        return HttpResponseRedirect(resolve_url("account_login"))
    leave = sso_openid.leave if found.kind == OPENID else sso_saml.leave
    try:
        return HttpResponseRedirect(leave(request, found, back_to=_way_on(request)))
    except NotBelieved as not_believed:
        return _failed(request, found, not_believed)


@require_GET
def callback(request: HttpRequest, source: str) -> HttpResponse:
    """Back from OpenID Connect."""
    return _back(request, source_or_404(source, kind=OPENID), sso_openid.come_back)


@csrf_exempt
@require_POST
def acs(request: HttpRequest, source: str) -> HttpResponse:
    """SAML's answer, sent by a page of the provider: judged, and carried to the step that knows the session."""
    found = source_or_404(source, kind=SAML)
    try:
        proof = sso_saml.received(request, found)
    except NotBelieved as not_believed:
        LOG.warning("sso %s refused: %s", found.id, not_believed.why)
        return HttpResponseRedirect(resolve_url("sso_failed"))
    return sso_saml.carry(HttpResponseRedirect(resolve_url("sso_finish", source=found.id)), found, proof)


@require_GET
def finish(request: HttpRequest, source: str) -> HttpResponse:
    """The last step of SAML: did this browser ask?"""
    found = source_or_404(source, kind=SAML)
    return sso_saml.drop(_back(request, found, sso_saml.finished), found)


@require_safe
def metadata(request: HttpRequest, source: str) -> HttpResponse:
    """What a provider of SAML has to know of us."""
    described = sso_saml.described_to(source_or_404(source, kind=SAML), us_alone=True)
    return HttpResponse(described.get_sp_metadata(), content_type="application/samlmetadata+xml")


@require_safe
def failed(request: HttpRequest) -> HttpResponse:
    """Signing in did not work, and what to do."""
    return render(request, "signin/sso_failed.html", status=403)


def _back(
    request: HttpRequest, source: Source, came: Callable[[HttpRequest, Source], tuple[Identity, str]]
) -> HttpResponse:
    try:
        who, back_to = came(request, source)
        return enter(request, source, who, back_to=back_to)
    except NotBelieved as not_believed:
        return _failed(request, source, not_believed)
    except Refused as refused:
        LOG.warning("sso %s refused: %s", source.id, refused.code)
        told = {"sentence": refusal(refused), "source": source, "is_known": refused.code != "sso_nobody"}
        return render(request, "signin/sso_unknown.html", told, status=403)


def _failed(request: HttpRequest, source: Source, not_believed: NotBelieved) -> HttpResponse:
    LOG.warning("sso %s refused: %s", source.id, not_believed.why)
    elsewhere = not_believed.why == OTHER_SCHOOL
    if elsewhere:
        request.session[CHOOSE] = True
    return render(request, "signin/sso_failed.html", {"elsewhere": elsewhere}, status=403)


def _way_on(request: HttpRequest) -> str:
    """The page of ours that they came for; another site's is forgotten."""
    wanted = request.POST.get("next", "")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else ""
