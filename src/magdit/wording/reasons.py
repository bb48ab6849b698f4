"""Why a clause speaks: the facts that counted, each as a short sentence, with who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from magdit.norms.answer import Ground, Reason
from magdit.norms.catalogue import Catalogue
from magdit.norms.truth import UNKNOWN, YES
from magdit.wording.dates import say_day
from magdit.words.roles import AUTHOR, ROLES

CONSENT: Mapping[str, str] = {
    "given": "toestemming gegeven",
    "refused": "toestemming geweigerd",
    "withdrawn": "toestemming ingetrokken",
    "expired": "toestemming verlopen",
    "used": "toestemming voor één keer is al gebruikt",
    "objected": "er is bezwaar gemaakt",
    "not_asked": "toestemming nog niet gevraagd",
    "asked": "toestemming gevraagd, nog geen antwoord",
    "wrong_signer": "toestemming van de verkeerde persoon",
    "not_covered": "toestemming geldt niet voor dit beeld, dit geluid of deze naam",
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
    "not_yet": "akkoord geldt nog niet",
    "asked": "akkoord gevraagd, nog niet gegeven",
    "not_asked": "akkoord nog niet gevraagd",
    "unknown": "nog niet bekend of er akkoord is",
    "nobody_may_grant": "niemand kan dit akkoord geven",
}

STATES: Mapping[str, Mapping[str, str]] = {"toestemming": CONSENT, "akkoord": GRANT}
DONE = frozenset({"given", "refused", "withdrawn", "objected"})  # what somebody did on a day: the rest came by itself


def because(reasons: Iterable[Reason], catalogue: Catalogue) -> Iterator[str]:
    """The facts behind the reasons of one clause that a reader needs, people of whom the same is said together."""
    people: dict[str, list[str]] = {}
    for reason in reasons:
        for ground in reason.grounds:
            if ground.truth is YES and reason.effect == "onzeker":
                continue
            said = _said(ground, catalogue)
            if said:
                people.setdefault(said, []).append(ground.person or "")
    for said, names in people.items():
        yield _about(tuple(dict.fromkeys(name for name in names if name)), said)


def _about(names: tuple[str, ...], said: str) -> str:
    if not names:
        return said
    if len(names) > MOST_NAMES:
        return f"{len(names)} personen: {said}"
    return f"{' en '.join([', '.join(names[:-1]), names[-1]] if len(names) > 1 else names)}: {said}"


def _said(ground: Ground, catalogue: Catalogue) -> str:
    if states := STATES.get(ground.lack or ""):
        code = ground.detail.get("code", "unknown")
        return states[code] + (_by_and_when(ground) if code in DONE else "")
    fact = catalogue.fact(ground.fact)
    if fact is None or fact.name in PLAIN:
        return ""
    if ground.truth is UNKNOWN:
        return f"nog niet bekend: {_small(fact.question)}"
    if ground.value is True:
        return (fact.claim or f"{_small(fact.question)} Ja") + _source(ground)
    return f"{_small(fact.question)} Nee" if ground.value is False and not fact.claim else ""


def _by_and_when(ground: Ground) -> str:
    by, on = ground.detail.get("door"), ground.detail.get("op")
    who = f" door {ROLES.dutch(by)}" if by and by in ROLES else ""
    when = f" op {say_day(date.fromisoformat(on))}" if on else ""
    return who + when


def _source(ground: Ground) -> str:
    by = ground.source.get("door")
    return f" (volgens {FINDERS.get(by, by)})" if by and by != AUTHOR else ""


def _small(question: str) -> str:
    return question[:1].lower() + question[1:]


MOST_NAMES = 3
FINDERS = {"gezichtzoeker": "de gezichtenzoeker", "namenzoeker": "de namenzoeker"}
PLAIN = frozenset("wie handeling medium rol inhoud leeftijd moment".split())
