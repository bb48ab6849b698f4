"""Why a clause speaks: the facts that counted, each as a short sentence, with who said it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from magdit.norms.answer import Ground, Reason
from magdit.norms.catalogue import Catalogue
from magdit.norms.truth import UNKNOWN, YES
from magdit.wording.dates import say_day
from magdit.words.roles import ROLES

CONSENT: Mapping[str, str] = {
    "given": "toestemming gegeven",
    "refused": "toestemming geweigerd",
    "withdrawn": "toestemming ingetrokken",
    "expired": "toestemming verlopen",
    "not_asked": "toestemming nog niet gevraagd",
    "asked": "toestemming gevraagd, nog geen antwoord",
    "wrong_signer": "toestemming van de verkeerde persoon",
    "not_covered": "toestemming geldt niet voor dit beeld of geluid",
    "wrong_channel": "toestemming geldt niet voor dit kanaal",
    "wrong_form": "toestemming niet in de gevraagde vorm",
    "no_authority": "wie toestemming gaf, heeft daar geen (zeker) gezag voor",
    "invalid": "toestemming ongeldig",
    "incomplete": "nog niet iedereen die moet, gaf toestemming",
    "nobody_may_sign": "niemand kan hiervoor toestemming geven",
    "unknown": "nog niet bekend of er toestemming is",
}
GRANT: Mapping[str, str] = {
    "given": "akkoord gegeven",
    "refused": "akkoord geweigerd",
    "withdrawn": "akkoord ingetrokken",
    "expired": "akkoord verlopen",
    "asked": "akkoord gevraagd, nog niet gegeven",
    "not_asked": "akkoord nog niet gevraagd",
    "unknown": "nog niet bekend of er akkoord is",
    "nobody_may_grant": "niemand kan dit akkoord geven",
}


def because(reason: Reason, catalogue: Catalogue) -> Iterator[str]:
    """The facts behind one reason that a reader needs: answers of people, what is unknown, what was measured."""
    for ground in reason.grounds:
        said = _said(ground, catalogue)
        if said:
            yield f"{ground.person}: {said}" if ground.person else said


def _said(ground: Ground, catalogue: Catalogue) -> str:
    if ground.lack == "toestemming":
        return CONSENT[ground.detail.get("code", "unknown")] + _by_and_when(ground)
    if ground.lack == "akkoord":
        return GRANT[ground.detail.get("code", "unknown")] + _by_and_when(ground)
    fact = catalogue.fact(ground.fact)
    if fact is None or fact.name in PLAIN:
        return ""
    if ground.truth is UNKNOWN:
        return f"nog niet bekend: {_small(fact.question)}"
    if fact.kind == "ja_nee" and ground.value is not None:
        return f"{_small(fact.question)} {'Ja' if ground.value else 'Nee'}" + _source(ground)
    return ""


def _by_and_when(ground: Ground) -> str:
    by, on = ground.detail.get("door"), ground.detail.get("op")
    who = f" door {ROLES.dutch(by)}" if by and by in ROLES else ""
    when = f" op {say_day(date.fromisoformat(on))}" if on else ""
    return who + when


def _source(ground: Ground) -> str:
    by = ground.source.get("door")
    return f" (volgens {by})" if by and ground.truth is YES else ""


def _small(question: str) -> str:
    return question[:1].lower() + question[1:]


PLAIN = frozenset("wie handeling medium rol inhoud leeftijd moment".split())
