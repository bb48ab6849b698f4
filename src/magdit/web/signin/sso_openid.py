"""Signing in through OpenID Connect: to the provider with a question of our own, and back with a code.

allauth keeps what was asked and fetches what is answered; what the answer proves is judged in sso_token.py. allauth
itself neither asks a nonce nor checks the signature of a token that it fetched itself (docs/decisions/0051-sso.md).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from magdit.areas.people.actions.sso_accounts import Identity
from magdit.web.signin.sso_believing import CHOOSE, NotBelieved, email_field, identity, wanted
from magdit.web.signin.sso_sources import Source
from magdit.web.signin.sso_token import believed

# Whatever a provider sends that is not as agreed ends here; the message may hold a token, so it is not kept.
BROKEN = (OAuth2Error, requests.RequestException, jwt.PyJWTError, KeyError, TypeError, ValueError, AttributeError)


def leave(request: HttpRequest, source: Source, *, back_to: str) -> str:
    """The address at the provider, with a state, a nonce and a PKCE challenge of this browser's session alone."""
    try:
        at, config = _known(request, source)
        provider = source.provider(request)
        pkce = provider.get_pkce_params()
        nonce = secrets.token_urlsafe(32)
        client = _client(request, source, at)
        client.state = provider.stash_redirect_state(
            request, "login", back_to, verifier=pkce.pop("code_verifier"), nonce=nonce
        )
        scopes = ["openid", *source.given.get("bereik", ["email"])]
        # Who came back with an account of elsewhere gets to choose; the provider would take the same one again.
        choose = {"prompt": "select_account"} if request.session.pop(CHOOSE, False) else {}
        asked = {**pkce, **choose, "nonce": nonce}
        return str(client.get_redirect_url(config["authorization_endpoint"], scopes, asked))
    except BROKEN as broken:
        raise NotBelieved(f"not_reached_{type(broken).__name__.lower()}") from None


def come_back(request: HttpRequest, source: Source) -> tuple[Identity, str]:
    """Who came back from the provider, and where they wanted to go."""
    provider = source.provider(request)
    try:
        kept = provider.unstash_redirect_state(request, request.GET.get("state", ""))
    except PermissionDenied:
        raise NotBelieved("not_asked") from None
    if "code" not in request.GET:
        raise NotBelieved("no_code")
    try:
        at, config = _known(request, source)
        _same_provider(request, config)
        answer = at.get_access_token_data(
            request, provider.app, _client(request, source, at), pkce_code_verifier=kept["verifier"]
        )
        claims = believed(answer["id_token"], config=config, client=provider.app.client_id, nonce=kept["nonce"])
        claims = _completed(source, claims, config, answer["access_token"])
        found = identity(source, issuer=claims["iss"], subject=claims["sub"], claims=claims)
    except BROKEN as broken:
        raise NotBelieved(f"broken_{type(broken).__name__.lower()}") from None
    return found, str(kept.get("next") or "")


def _known(request: HttpRequest, source: Source) -> tuple[OpenIDConnectOAuth2Adapter, Mapping[str, Any]]:
    """What the provider tells of itself. It must be the one of the settings: a copy elsewhere tells another name."""
    at = OpenIDConnectOAuth2Adapter(request, source.id)
    config = at.openid_config
    if config["issuer"] != source.given["adres"]:
        raise NotBelieved("other_issuer_told")
    here = _origin(source.given["adres"])
    if _origin(config["authorization_endpoint"]) not in {here, *map(_origin, source.given.get("ook_via", ()))}:
        raise NotBelieved("login_page_elsewhere")  # `ook_via` must name it, or the browser's policy stops it
    for address in (config["token_endpoint"], config["jwks_uri"], config.get("userinfo_endpoint") or "https://"):
        if not address.startswith("https://") and _origin(address) != here:
            raise NotBelieved("not_over_https")
    return at, config


def _client(request: HttpRequest, source: Source, at: OpenIDConnectOAuth2Adapter) -> OAuth2Client:
    app = source.provider(request).app
    return OAuth2Client(
        request,
        app.client_id,
        app.secret,
        "POST",
        at.access_token_url,
        source.address("sso_callback"),
        basic_auth=at.basic_auth,
    )


def _same_provider(request: HttpRequest, config: Mapping[str, Any]) -> None:
    """A provider that says who answers (RFC 9207) must say so, and be itself."""
    says = config.get("authorization_response_iss_parameter_supported") is True
    if (says or "iss" in request.GET) and request.GET.get("iss") != config["issuer"]:
        raise NotBelieved("other_issuer_answers")


def _completed(source: Source, claims: Mapping[str, Any], config: Mapping[str, Any], token: str) -> Mapping[str, Any]:
    """With what only stands in the profile, when the token does not say it. It must be the profile of the same one."""
    if all(name in claims for name in wanted(source)) or not config.get("userinfo_endpoint"):
        return claims
    answer = requests.get(config["userinfo_endpoint"], headers={"Authorization": f"Bearer {token}"}, timeout=5)
    answer.raise_for_status()
    profile = answer.json()
    if profile["sub"] != claims["sub"]:
        raise NotBelieved("profile_of_another")
    # Whether an address was checked is said beside it, and not of another one.
    said = claims if email_field(source) in claims else profile
    return {**profile, **claims, "email_verified": said.get("email_verified")}


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc
