"""Whether an ID token proves who someone is: signed by the provider's own key, for us, now, and for this question."""

from __future__ import annotations

import hmac
import time
from collections.abc import Mapping
from typing import Any

import jwt
import requests

from magdit.web.signin.sso_believing import PATIENCE, SKEW, NotBelieved

# Only signatures with a key that the provider alone has: no `none`, and no HS*, which our own secret could make.
SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
NEEDED = ["iss", "sub", "aud", "exp", "iat"]


def believed(token: str, *, config: Mapping[str, Any], client: str, nonce: str) -> Mapping[str, Any]:
    """The claims of a token that is right in every respect."""
    header = jwt.get_unverified_header(token)
    if header.get("alg") not in SIGNED:
        raise NotBelieved("algorithm")
    claims = jwt.decode(
        token,
        key=_key(header, config),
        algorithms=[header["alg"]],
        audience=client,
        issuer=config["issuer"],
        leeway=SKEW,
        options={"require": NEEDED},
    )
    _for_this_question(claims, client=client, nonce=nonce)
    return claims


def _for_this_question(claims: Mapping[str, Any], *, client: str, nonce: str) -> None:
    if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise NotBelieved("nonce")
    for_us = claims["aud"] in (client, [client]) if "azp" not in claims else claims["azp"] == client
    if not for_us:
        raise NotBelieved("for_another")
    # It was made just now, for this question; an old one comes from elsewhere, even when it still holds.
    if claims["iat"] < time.time() - PATIENCE - SKEW:
        raise NotBelieved("old")


def _key(header: Mapping[str, Any], config: Mapping[str, Any]) -> jwt.PyJWK:
    """The provider's key of that name; fetched each time, so that a key that was withdrawn is at once gone."""
    answer = requests.get(config["jwks_uri"], timeout=5)
    answer.raise_for_status()
    keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if key.public_key_use in {None, "sig"}]
    named = [key for key in keys if key.key_id == header.get("kid")] if "kid" in header else keys
    if len(named) != 1:
        raise NotBelieved("no_such_key")
    return named[0]
