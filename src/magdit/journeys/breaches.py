"""A possible data breach with the packs of the school beside it: the term, whom to tell, and what must be done.

What the packs say of it they say in the way they say everything: as duties that an act calls up. The act here is that
of whoever reports, with what they told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from magdit.areas.consent.books import book_of
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications_queries import visible_publications
from magdit.areas.drafts.queries import visible_drafts
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import roles_of
from magdit.areas.registers import breaches
from magdit.areas.registers.breaches_queries import is_shown_in, may_report, works_at
from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import HIGH, HOUR, UNLIKELY
from magdit.journeys.breaches_mail import mail_new
from magdit.norms.answer import Answer, Triggered
from magdit.norms.answering import answer
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.words.roles import ROLES

OF_A_TALK = "ontspoort"  # asked of a post alone: of a lost telephone there is no talk to get out of hand
SIGNALS = (OF_A_TALK, "misstap_gezien")  # facts that whoever reports may add, where the packs speak of them
TERM, KEPT = "datalek_melden_binnen", "datalek_vastleggen"  # how the packs call them
TO_REPORT, TO_TELL = "datalek_melden", "datalek_vertellen"
OTHERWISE = "schoolleiding"  # who is told when no pack names anyone
ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
MESSAGE = "versturen"


@dataclass(frozen=True, slots=True)
class About:
    """What a report is about: a draft, a publication, or something outside magdit."""

    school: School
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a pack wants done about a breach, in its own words."""

    clause: str
    text: str
    roles: tuple[str, ...]


def about_what(person: Person, at: Doing, *, kind: str, subject: UUID) -> About:
    """A draft or publication that this person has to do with; to others it is not there."""
    if kind == "bericht":
        draft = visible_drafts(person, at.today).filter(pk=subject).select_related("school").first()
        if draft is not None and may_report(person, draft.school, at.today):
            return About(draft.school, Ref(kind, str(draft.pk)))
    if kind == "publicatie":
        row = Publication.objects.filter(pk=subject, board=at.board).select_related("school").first()
        if row is not None and _concerned(person, row, at):
            return About(row.school, Ref(kind, str(row.pk)))
    raise Refused("not_yours")


def at_which_school(person: Person, at: Doing, school: School) -> About:
    """Something outside magdit, at a school that this person belongs to."""
    if not may_report(person, school, at.today):
        raise Refused("not_yours")
    return About(school, None)


def signals_of(about: About) -> tuple[tuple[str, str], ...]:
    """What may be added to a report, with the question that the packs of the school ask about it."""
    facts = book_of(about.school).catalogue.facts
    asked = (name for name in SIGNALS if about.ref is not None or name != OF_A_TALK)
    return tuple((name, str(facts[name].question)) for name in asked if name in facts)


def report(
    doing: Doing,
    person: Person,
    about: About,
    *,
    told: Mapping[str, str],
    known_at: datetime | None = None,
    signals: Iterable[str] = (),
    key: UUID | None = None,
) -> Breach:
    """Write the report down, with the term and whom to tell as the packs have them; who handles it gets a mail."""
    book = book_of(about.school)
    roles = tuple(dict.fromkeys(role.role for role in roles_of(person, doing.today))) or ("ouder",)
    facts = dict.fromkeys((name for name in signals if name in SIGNALS), True)
    tells = _to_tell(_called(book, wie=list(roles), **facts))
    is_new = key is None or not Breach.objects.filter(pk=key).exists()
    row = breaches.report(
        doing, about.school, told=told, known_at=known_at, about=about.ref, term=term_of(book), key=key,
        to_tell=[{"clause": one.clause, "roles": list(one.roles), "text": one.text} for one in tells],
    )  # fmt: skip
    if is_new:
        mail_new(row, doing.today)
    return row


def decide(doing: Doing, breach: Breach, *, version: int, risk: str, why: str) -> Breach:
    """Decide on the risk; what follows from it the packs say."""
    book = book_of(breach.school) if breach.school else None
    called = {one.duty.id for one in _called(book, **_judged(risk))} if book and risk else set()
    return breaches.decide(
        doing, breach.pk, version=version, risk=risk, why=why, must_report=TO_REPORT in called,
        must_tell=TO_TELL in called,
    )  # fmt: skip


def what_must_be_done(breach: Breach, at: datetime) -> tuple[Duty, ...]:
    """What the packs want for this breach as it stands, and what they remind of. Whom to tell is kept with the report.

    That it must be written down is done: it stands in the register.
    """
    if breach.school is None:
        return ()
    book = book_of(breach.school)
    done = [KEPT] + [TO_REPORT] * (breach.reported_at is not None) + [TO_TELL] * (breach.told_at is not None)
    hours = {} if breach.reported_at else {"uren_bekend": max(0, (at - breach.known_at) // HOUR)}
    facts: dict[str, Any] = _judged(breach.risk) | hours
    mine = [one.duty for one in _called(book, gedaan=done, **facts) if not set(one.duty.to) & set(_codes())]
    named = {one.duty.clause for one in _called(book, sure=False, **facts)}
    reminders = [
        Duty(one.clause, one.text, ()) for _pack, one in _said(book, **facts).attentions if one.clause in named
    ]
    return (*(Duty(one.clause, one.text or "", ()) for one in mine), *reminders)


def term_of(book: Book) -> timedelta:
    """Within which time it must be reported; without a pack that says so, at once."""
    for ready in book.packs:
        for setting in ready.pack.settings:
            if setting.name == TERM and isinstance(setting.value, str):
                days, hours = (int(part or 0) for part in _parts(setting.value))
                return timedelta(days=days, hours=hours)
    return timedelta()


def _parts(duration: str) -> tuple[str | None, str | None]:
    found = ISO.fullmatch(duration)
    return (found[1], found[2]) if found else (None, None)


def _concerned(person: Person, row: Publication, at: Doing) -> bool:
    if not may_report(person, row.school, at.today):
        return False
    seen = visible_publications(person, at.today).filter(pk=row.pk).exists()
    return seen or works_at(person, row.school, at.today) or is_shown_in(person, row.pk, at.today)


def _called(book: Book, *, sure: bool = True, **facts: Any) -> list[Triggered]:
    """The duties that the breach calls up: not those that sending anything at all would."""
    plain = {
        one.duty.id for one in _said(book, datalek=False, **({"wie": facts["wie"]} if "wie" in facts else {})).duties
    }
    found = (one for one in _said(book, **facts).duties if one.duty.id not in plain)
    return [one for one in found if one.state == "open" or (not sure and one.state == "misschien")]


def _said(book: Book, **facts: Any) -> Answer:
    return answer(book, read_act(_act(book, **facts), book.catalogue))


def _judged(risk: str) -> dict[str, bool]:
    """What was decided about the risk; what nobody decided yet is not known to the packs either."""
    return {"risico_onwaarschijnlijk": risk == UNLIKELY, "risico_hoog": risk == HIGH} if risk else {}


def _act(book: Book, **facts: Any) -> dict[str, Any]:
    """A breach as an act, with what the packs at hand have words for."""
    always = ("gedaan", "datalek")
    told = {"wie": ["medewerker"], "datalek": True} | facts
    return {"handeling": MESSAGE} | {
        name: value for name, value in told.items() if name in book.catalogue.facts or name in always
    }


def _to_tell(duties: Iterable[Triggered]) -> tuple[Duty, ...]:
    """Whom the packs want to know of it; the head of the school when they name nobody."""
    codes = set(_codes())
    found = [
        Duty(one.duty.clause, one.duty.text or "", tuple(role for role in one.duty.to if role in codes))
        for one in duties
        if set(one.duty.to) & codes
    ]
    return tuple(found) or (Duty("", "", (OTHERWISE,)),)


def _codes() -> tuple[str, ...]:
    """Roles that someone at a school can have; an authority outside is none."""
    return tuple(word.code for word in ROLES)
