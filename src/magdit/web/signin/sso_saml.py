"""Signing in through SAML: the question goes by redirect, the answer comes as a form that the browser sends us.

python3-saml checks schema and signatures; what it lets pass is checked again in sso_assertion.py. The form comes from
another site, so our session cookie is not with it (SameSite=Lax): `received` judges the answer without a session, and
`finished` holds it, one step later, against what this browser had asked.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from onelogin.saml2.authn_request import OneLogin_Saml2_Authn_Request
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from onelogin.saml2.errors import OneLogin_Saml2_ValidationError
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from magdit.areas.people.actions.sso_accounts import Identity
from magdit.web.signin.sso_assertion import asked, attributes, claims_of, is_strict, no_tricks, subject_of
from magdit.web.signin.sso_believing import SKEW, NotBelieved, identity
from magdit.web.signin.sso_sources import Source

MOST = 256 * 1024  # characters of an answer
COOKIE, SALT, SECONDS = "inlog", "magdit.web.signin.saml", 120
Saml.ALLOWED_CLOCK_DRIFT = SKEW  # the library allows five minutes


def leave(request: HttpRequest, source: Source, *, back_to: str) -> str:
    """The address at the provider, with a question whose number only this browser's session knows."""
    described = described_to(source)
    question = OneLogin_Saml2_Authn_Request(described)
    source.provider(request).stash_redirect_state(request, "login", back_to, state_id=question.get_id())
    address = described.get_idp_sso_url()
    return str(OneLogin_Saml2_Utils.redirect(address, {"SAMLRequest": question.get_request()}, _request(source)))


def received(request: HttpRequest, source: Source) -> str:
    """What the answer proves, signed to be carried to the next step."""
    answer = request.POST.get("SAMLResponse", "")
    if not 0 < len(answer) <= MOST:
        raise NotBelieved("no_answer")
    try:
        question, who = _told(source, answer)
    except NotBelieved:
        raise
    except Exception as broken:  # whatever stands in there: lxml's, binascii's and the library's own
        raise NotBelieved(_why(broken)) from None
    return signing.dumps({"bron": source.id, "vraag": question, "wie": who.carried()}, salt=SALT, compress=True)


def _told(source: Source, answer: str) -> tuple[str, Identity]:
    """The number of the question that is answered, and who it is."""
    no_tricks(b64decode(answer))
    response = OneLogin_Saml2_Response(described_to(source), answer)
    response.is_valid(_request(source), raise_exceptions=True)
    is_strict(response.document, here=source.address("sso_acs"), us=source.address("sso_metadata"))
    found = attributes(response)
    subject = subject_of(response, found, source)
    who = identity(source, issuer=source.given["entiteit"], subject=subject, claims=claims_of(found, source))
    return asked(response.document), who


def finished(request: HttpRequest, source: Source) -> tuple[Identity, str]:
    """Who came back, when this browser had asked; and where they wanted to go."""
    try:
        carried = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        raise NotBelieved("not_carried") from None
    if carried["bron"] != source.id:
        raise NotBelieved("for_another")
    try:
        kept = source.provider(request).unstash_redirect_state(request, carried["vraag"])
    except PermissionDenied:
        raise NotBelieved("not_asked") from None
    return Identity(**carried["wie"]), str(kept.get("next") or "")


def carry(response: HttpResponse, source: Source, proof: str) -> HttpResponse:
    """To the next step, and no further: two minutes, that one address, out of reach of scripts."""
    path = urlsplit(source.address("sso_finish")).path
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, proof, max_age=SECONDS, path=path, secure=secure, httponly=True, samesite="Lax")
    return response


def drop(response: HttpResponse, source: Source) -> HttpResponse:
    """It was for once."""
    response.delete_cookie(COOKIE, path=urlsplit(source.address("sso_finish")).path, samesite="Lax")
    return response


def described_to(source: Source, *, us_alone: bool = False) -> OneLogin_Saml2_Settings:
    """Who we are and who the provider is, as python3-saml wants it; `us_alone` for what we tell of ourselves."""
    given = source.given
    told = {
        "strict": True,
        "security": _security(given),
        "sp": {
            "entityId": source.address("sso_metadata"),
            "assertionConsumerService": {"url": source.address("sso_acs"), "binding": Saml.BINDING_HTTP_POST},
            "NameIDFormat": Saml.NAMEID_UNSPECIFIED if "sleutel_veld" in given else Saml.NAMEID_PERSISTENT,
        },
        "idp": {
            "entityId": given["entiteit"],
            "singleSignOnService": {"url": given["adres"], "binding": Saml.BINDING_HTTP_REDIRECT},
            "x509certMulti": {"signing": given["certificaat"]},
        },
    }
    return OneLogin_Saml2_Settings(told, sp_validation_only=us_alone)


def _security(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "wantAssertionsSigned": True,  # all that we read stands in there
        "wantMessagesSigned": given.get("bericht_getekend", True),
        "wantNameId": "sleutel_veld" not in given,
        "wantAttributeStatement": False,
        "rejectDeprecatedAlgorithm": True,  # SHA-1
        "requestedAuthnContext": False,  # how someone proves themself there is the school's own business
        "allowSingleLabelDomains": True,
        "allowRepeatAttributeName": False,
    }


def _why(broken: Exception) -> str:
    """What the library calls this mistake; its sentences repeat what stands in the answer, so they are not kept."""
    names = {number: name for name, number in vars(OneLogin_Saml2_ValidationError).items() if isinstance(number, int)}
    return str(names.get(getattr(broken, "code", -1), f"broken_{type(broken).__name__}")).lower()


def _request(source: Source) -> dict[str, Any]:
    here = urlsplit(source.address("sso_acs"))
    return {"https": "on" if here.scheme == "https" else "off", "http_host": here.netloc, "script_name": here.path}
