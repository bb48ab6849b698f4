"""What a SAML answer says, read strictly, after python3-saml found its schema and signatures in order.

That library lets pass: an answer without audience, recipient or end; an address that begins like ours; a statement
that answers no question while the unsigned envelope around it does. All of those are refused here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from onelogin.saml2.response import OneLogin_Saml2_Response

from magdit.web.signin.sso_believing import NotBelieved, email_field
from magdit.web.signin.sso_sources import Source

NAMES = {"saml": Saml.NS_SAML, "samlp": Saml.NS_SAMLP}
STATEMENT = "/samlp:Response/saml:Assertion"
# Under these names providers send an e-mail, when the settings name none.
EMAILS = (
    "email",
    "mail",
    "urn:mace:dir:attribute-def:mail",
    "urn:oid:0.9.2342.19200300.100.1.3",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
)


def no_tricks(xml: bytes) -> None:
    """Refuse comments, entities and the like: nobody signs them, no provider sends them, and they may cut up a name."""
    if b"<!" in xml or b"\0" in xml:
        raise NotBelieved("markup")


def is_strict(document: Any, *, here: str, us: str) -> None:
    """Refuse an answer that is not wholly and only for us (`us`), at this address (`here`), for a question of ours."""
    if document.get("Destination") != here:
        raise NotBelieved("destination")
    audiences = {node.text for node in _found(document, "saml:Conditions/saml:AudienceRestriction/saml:Audience")}
    if us not in audiences:
        raise NotBelieved("audience")
    if not _found(document, "saml:Conditions[@NotOnOrAfter]"):
        raise NotBelieved("no_end")
    bearers = _found(document, f"saml:Subject/saml:SubjectConfirmation[@Method='{Saml.CM_BEARER}']")
    if len(bearers) != 1:
        raise NotBelieved("bearers")
    confirmed = bearers[0].find("saml:SubjectConfirmationData", namespaces=NAMES)
    if confirmed is None or confirmed.get("Recipient") != here or not confirmed.get("NotOnOrAfter"):
        raise NotBelieved("recipient")
    if not confirmed.get("InResponseTo") or confirmed.get("InResponseTo") != document.get("InResponseTo"):
        raise NotBelieved("not_asked")


def asked(document: Any) -> str:
    """The number of our question that this answers."""
    return str(document.get("InResponseTo"))


def attributes(response: OneLogin_Saml2_Response) -> Mapping[str, str]:
    """What is said of someone: what is said once, since of two values nobody knows which one is meant."""
    return {name: values[0] for name, values in response.get_attributes().items() if len(values) == 1 and values[0]}


def subject_of(response: OneLogin_Saml2_Response, found: Mapping[str, str], source: Source) -> str:
    """Who this is at the provider, by a key that stays the same."""
    if "sleutel_veld" in source.given:
        return found.get(source.given["sleutel_veld"], "")
    if response.get_nameid_format() == Saml.NAMEID_TRANSIENT:
        raise NotBelieved("subject_of_a_day")
    return str(response.get_nameid() or "")


def claims_of(found: Mapping[str, str], source: Source) -> Mapping[str, str]:
    """The same under the names that OpenID uses, so that both are judged alike."""
    if "email_veld" in source.given:
        return found
    email = next((found[name] for name in EMAILS if name in found), "")
    return {**found, email_field(source): email}


def _found(document: Any, path: str) -> list[Any]:
    """What stands there in the statement; the library saw that there is one, and that it is signed."""
    found: list[Any] = document.xpath(f"{STATEMENT}/{path}", namespaces=NAMES)
    return found
