"""What both ways of signing in through a school's own system share: who a provider says it is, and not believing it."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from typing import Any

from magdit.areas.people.actions.sso_accounts import Identity
from magdit.web.signin.sso_sources import Source

LOG = logging.getLogger("magdit.sso")
SKEW = 120  # seconds that a provider's clock may differ from ours
OTHER_SCHOOL = "other_school"
CHOOSE = "sso_choose"  # in the session: next time, let them choose the account
PATIENCE = 600  # seconds that someone may take at the provider; as long as allauth keeps what we asked


class NotBelieved(Exception):
    """What came back does not prove who this is. `why` is a code for the log; it holds nothing of the person."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def identity(source: Source, *, issuer: str, subject: str, claims: Mapping[str, Any]) -> Identity:
    """Who this is, in the few values that we look someone up by. An e-mail counts only if its owner was checked."""
    if not subject.strip():
        raise NotBelieved("no_subject")
    # Google and Entree let in people of every school: a field says of which.
    if any(_text(claims.get(name)) != needed for name, needed in source.given.get("eist", {}).items()):
        raise NotBelieved(OTHER_SCHOOL)
    return Identity(
        source=source.id,
        key=mark_of(issuer, subject),
        email=_email(source, claims),
        number=_text(claims.get(source.given.get("nummer_veld", ""))),
        number_system=str(source.given.get("nummer_systeem", "")),
    )


def mark_of(issuer: str, subject: str) -> str:
    """What we keep of someone at a provider: of the same length for all, and of this provider alone."""
    return hashlib.sha256(json.dumps([issuer, subject]).encode()).hexdigest()


def wanted(source: Source) -> tuple[str, ...]:
    """The claims that we look at."""
    named = (email_field(source), source.given.get("nummer_veld", ""), *source.given.get("eist", ()))
    return tuple(filter(None, named))


def email_field(source: Source) -> str:
    """Where the e-mail stands."""
    return str(source.given.get("email_veld", "email"))


def _email(source: Source, claims: Mapping[str, Any]) -> str:
    """Providers let people write any address in their profile, and say so: then it is nobody's (nor when they are
    silent, unless the school says that it gives the addresses itself)."""
    said = claims.get("email_verified")
    checked = said is True or str(said).lower() == "true"
    trusted = said is None and source.given.get("email_vertrouwd", False)
    found = _text(claims.get(email_field(source)))
    # Other alphabets have letters that a database takes for ours when it ignores capitals.
    return found if (checked or trusted) and found.isascii() else ""


def _text(value: object) -> str:
    """A text; a number may have been sent as one."""
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
