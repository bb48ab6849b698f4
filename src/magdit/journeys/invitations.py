"""Who of a school has no way in yet, and inviting them: by mail, or with a letter on paper. Crosses people and consent.

A pupil is invited when the packs let them decide about something themselves; a parent when they have a say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from magdit.areas.consent.proof.lettering import flat
from magdit.areas.consent.proof.typeset import typeset
from magdit.areas.consent.rounds.queries import who_decides
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people import links, mails
from magdit.areas.people.actions import invitations
from magdit.areas.people.coming_in import (
    belonging_to,
    parents_to_come,
    pupils_to_come,
    staff_to_come,
    with_a_way_in,
)
from magdit.areas.people.models import Link, Person, School
from magdit.areas.people.names import sort_key

Kind = Literal["ouder", "leerling", "medewerker"]


@dataclass(frozen=True, slots=True)
class Invitee:
    """Someone to invite. `moves`: signs in with another address than the register has now.

    `invited_on`, `until`: the last invitation that was not used, and its last day.
    """

    person: Person
    kind: Kind
    by_mail: bool
    invited_on: date | None = None
    until: date | None = None
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """How inviting went. `letters`: a PDF for each person without e-mail; they cannot be made again."""

    sent: tuple[UUID, ...]
    failed: tuple[UUID, ...]
    letters: Mapping[str, bytes]


def who_can_be_invited(school: School, on: date) -> tuple[Invitee, ...]:
    """Everyone of a school who has no way in yet, or whose address changed; in the order of a list of names."""
    kinds = _kinds(school, on)
    people = belonging_to(school, on)
    ways: dict[UUID, list[str]] = {}
    for person, address in with_a_way_in(people).values_list("person_id", "address"):
        if person is not None:
            ways.setdefault(person, []).append(address)
    open_ = _open_invitations(people)
    found = (_invitee(one, kinds[one.pk], ways.get(one.pk), open_.get(one.pk)) for one in people if one.pk in kinds)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: sort_key(one.person)))


def invite(doing: Doing, people: Iterable[UUID], *, school: School) -> Invited:
    """Invite these; who is not to be invited at this school is refused, and then nobody is."""
    wanted = tuple(dict.fromkeys(people))
    known = {one.person.pk for one in who_can_be_invited(school, doing.today)}
    if not set(wanted) <= known:
        raise Refused("not_to_invite")
    sent = invitations.invite(doing, wanted, school=school)
    letters = {f"uitnodiging-{number}.pdf": _letter(one, school, doing) for number, one in enumerate(sent.papers, 1)}
    return Invited(sent.sent, sent.failed, letters)


def _kinds(school: School, on: date) -> dict[UUID, Kind]:
    pupils = list(pupils_to_come(school, on).values_list("pk", flat=True))
    deciding = who_decides(school, on, people=pupils) if pupils else {}
    kinds: dict[UUID, Kind] = {pupil: "leerling" for pupil, who in deciding.items() if pupil in who}
    kinds.update(dict.fromkeys(parents_to_come(school, on).values_list("pk", flat=True), "ouder"))
    kinds.update(dict.fromkeys(staff_to_come(school, on).values_list("pk", flat=True), "medewerker"))
    return kinds


def _invitee(person: Person, kind: Kind, ways: list[str] | None, open_: Link | None) -> Invitee | None:
    moves = ways is not None and any(ways) and bool(person.email)
    moves = moves and person.email.lower() not in {one.lower() for one in ways or ()}
    if ways is not None and not moves:
        return None
    day = None if open_ is None else open_.made_at.astimezone(SCHOOL_CLOCK).date()
    until = None if open_ is None else open_.until.astimezone(SCHOOL_CLOCK).date()
    return Invitee(person, kind, bool(person.email), day, until, moves)


def _open_invitations(people: QuerySet[Person]) -> dict[UUID, Link]:
    rows = Link.objects.filter(person__in=people, kind=links.INVITATION, used_at=None).order_by("made_at")
    return {one.person_id: one for one in rows}


def _letter(paper: invitations.Paper, school: School, doing: Doing) -> bytes:
    person, language = paper.person, mails.language_of(paper.person)
    said = mails.words("brief", language)
    told = {
        "lezer": flat(person.called or person.first or person.last), "school": flat(school.name), "code": paper.code,
        "adres": settings.PUBLIC_ADDRESS + links.TYPED_PATH, "dag": mails.day_told(paper.until, language),
    }  # fmt: skip
    data = {
        "board": school.board.name, "school": school.name, "day": mails.day_told(doing.today, language),
        "greeting": said["aanhef"].format(**told), "opening": [line.format(**told) for line in said["begin"]],
        "items_heading": "", "items": [], "closing": said["slot"], "sender": school.name, "footer": school.name,
    }  # fmt: skip
    at = datetime.combine(doing.today, time(12), tzinfo=UTC)
    return typeset("letter", data, title=said["onderwerp"], language=language, at=at)
