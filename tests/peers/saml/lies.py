"""How the answer of the provider in idp.py lies: before it is signed (it errs) and after (somebody tries something)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import etree
from saml2.saml import NAMEID_FORMAT_TRANSIENT
from saml2.samlp import STATUS_AUTHN_FAILED, Response, StatusCode

VICTIM = "victim"  # whom an attacker would like to be
SIGNING = {"unsigned", "only the message", "only the assertion", "other key", "old algorithm"}
NAMES = {
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
}


def check(lie: str) -> None:
    """A lie that nobody knows would make a test pass for nothing."""
    assert not lie or lie in {*SIGNING, *BEFORE, *AFTER}, lie


def before_signing(made: Response, lie: str) -> None:
    """What the provider itself has wrong."""
    if lie in BEFORE:
        BEFORE[lie](made)


def after_signing(made: str, lie: str) -> str:
    """What somebody on the way makes of it."""
    return AFTER[lie](made) if lie in AFTER else made


def _at(seconds: int) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _conditions(made: Response, **values: Any) -> None:
    for name, value in values.items():
        setattr(made.assertion.conditions, name, value)


def _confirmed(made: Response, **values: Any) -> None:
    data = made.assertion.subject.subject_confirmation[0].subject_confirmation_data
    for name, value in values.items():
        setattr(data, name, value)


def _envelope(made: Response, **values: Any) -> None:
    for name, value in values.items():
        setattr(made, name, value)


def _audience(made: Response) -> None:
    made.assertion.conditions.audience_restriction[0].audience[0].text = "https://another.example/metadata"


def _issuer(made: Response) -> None:
    made.issuer.text = made.assertion.issuer.text = "https://another.example/idp"


def _number(made: Response, number: str | None) -> None:
    _envelope(made, in_response_to=number)
    _confirmed(made, in_response_to=number)


def _failed(made: Response) -> None:
    made.status.status_code = StatusCode(value=STATUS_AUTHN_FAILED)


def _twice(made: Response) -> None:
    for attribute in made.assertion.attribute_statement[0].attribute:
        more = copy.deepcopy(attribute.attribute_value[0])
        more.text = "fatima@delinde.example"
        attribute.attribute_value.insert(0, more)


def _recipient(made: Response) -> None:
    _confirmed(made, recipient="https://another.example/acs")


def _recipient_around(made: Response) -> None:
    _confirmed(made, recipient=f"https://another.example/?{made.destination}")


BEFORE: dict[str, Callable[[Response], Any]] = {
    "expired": lambda made: _conditions(made, not_before=_at(-900), not_on_or_after=_at(-200)),
    "not yet": lambda made: _conditions(made, not_before=_at(200)),
    "clock a little ahead": lambda made: _conditions(made, not_before=_at(90)),
    "clock a little behind": lambda made: _conditions(made, not_before=_at(-600), not_on_or_after=_at(-90)),
    "no end": lambda made: _conditions(made, not_on_or_after=None),
    "confirmation over": lambda made: _confirmed(made, not_on_or_after=_at(-10)),
    "confirmation without end": lambda made: _confirmed(made, not_on_or_after=None),
    "audience": _audience,
    "no audience": lambda made: _conditions(made, audience_restriction=[]),
    "recipient": _recipient,
    "recipient around ours": _recipient_around,
    "no recipient": lambda made: _confirmed(made, recipient=None),
    "destination": lambda made: _envelope(made, destination="https://another.example/acs"),
    "longer destination": lambda made: _envelope(made, destination=f"{made.destination}more/"),
    "no destination": lambda made: _envelope(made, destination=None),
    "issuer": _issuer,
    "answers nothing": lambda made: _number(made, None),
    "answers another": lambda made: _number(made, "id-of-another-question"),
    "only the envelope answers": lambda made: _confirmed(made, in_response_to=None),
    "subject of a day": lambda made: setattr(made.assertion.subject.name_id, "format", NAMEID_FORMAT_TRANSIENT),
    "no subject": lambda made: setattr(made.assertion.subject.name_id, "text", ""),
    "failed": _failed,
    "says it twice": _twice,
}


def _tree(made: str) -> Any:
    return etree.fromstring(made.encode())


def _text(tree: Any) -> str:
    return etree.tostring(tree, encoding="unicode")


def _one(tree: Any, path: str) -> Any:
    return tree.xpath(path, namespaces=NAMES)[0]


def _evil(assertion: Any) -> Any:
    """The same, about another person and under another number, without signature."""
    evil = copy.deepcopy(assertion)
    evil.set("ID", "id-evil")
    evil.remove(_one(evil, "ds:Signature"))
    _one(evil, "saml:Subject/saml:NameID").text = VICTIM
    return evil


def _altered(made: str) -> str:
    return made.replace(_one(_tree(made), "//saml:NameID").text, VICTIM)


def _comment(made: str) -> str:
    """A signature does not cover comments; who reads the text up to the first one reads another name."""
    name = _one(_tree(made), "//saml:NameID").text
    return made.replace(name, f"{name[:4]}<!---->{name[4:]}")


def _two_assertions(made: str) -> str:
    tree = _tree(made)
    signed = _one(tree, "saml:Assertion")
    tree.remove(_one(tree, "ds:Signature"))
    signed.addprevious(_evil(signed))
    return _text(tree)


def _in_extensions(made: str) -> str:
    """The signed one is put away where nobody looks; the evil one stands in its place."""
    tree = _tree(made)
    signed = _one(tree, "saml:Assertion")
    tree.remove(_one(tree, "ds:Signature"))
    evil = _evil(signed)
    signed.addprevious(evil)
    hidden = etree.Element(f"{{{NAMES['samlp']}}}Extensions")
    _one(tree, "saml:Issuer").addnext(hidden)
    hidden.append(signed)
    return _text(tree)


def _in_signature(made: str) -> str:
    """The evil one carries the signature, and the signed one lies inside that."""
    tree = _tree(made)
    signed = _one(tree, "saml:Assertion")
    tree.remove(_one(tree, "ds:Signature"))
    evil, signature = _evil(signed), _one(signed, "ds:Signature")
    signed.addprevious(evil)
    evil.insert(1, signature)
    hidden = etree.SubElement(signature, f"{{{NAMES['ds']}}}Object")
    hidden.append(signed)
    return _text(tree)


def _in_envelope(made: str) -> str:
    """An evil answer around the signed one, which lies inside the signature."""
    tree = _tree(made)
    evil = copy.deepcopy(tree)
    evil.set("ID", "id-evil-answer")
    signature = _one(evil, "ds:Signature")
    inside = _one(evil, "saml:Assertion")
    evil.replace(inside, _evil(inside))
    etree.SubElement(signature, f"{{{NAMES['ds']}}}Object").append(tree)
    return _text(evil)


def _same_number(made: str) -> str:
    """Both have the number that the signature speaks of."""
    tree = _tree(made)
    signed = _one(tree, "saml:Assertion")
    tree.remove(_one(tree, "ds:Signature"))
    evil = _evil(signed)
    evil.set("ID", signed.get("ID"))
    signed.addprevious(evil)
    return _text(tree)


def _entity(made: str) -> str:
    body = made.split("?>", 1)[-1]
    name = _one(_tree(made), "//saml:NameID").text
    return f'<!DOCTYPE r [<!ENTITY who "{name}">]>' + body.replace(name, "&who;")


AFTER: dict[str, Callable[[str], str]] = {
    "altered": _altered,
    "comment": _comment,
    "two assertions": _two_assertions,
    "wrapped in extensions": _in_extensions,
    "wrapped in the signature": _in_signature,
    "wrapped in an envelope": _in_envelope,
    "two of one number": _same_number,
    "entity": _entity,
    "nonsense": lambda _made: "<nonsense/>",
}
