"""Who of a school has no way in yet, and inviting them: by mail, or with a letter on paper. Crosses people and consent.

A pupil is invited when the packs let them decide about something themselves; a parent when they have a say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
from magdit.areas.people.models import Group, Link, Person, School
from magdit.areas.people.names import sort_key, whole
from magdit.areas.people.queries import bonds_on, members_on
from magdit.check.tables.folded import folded
from magdit.norms.act import school_year

Kind = Literal["ouder", "leerling", "medewerker"]


@dataclass(frozen=True, slots=True)
class Invitee:
    """Someone to invite. `moves`: signs in with another address than the register has now.

    `invited_on`, `until`: the last invitation that was not used, and its last day. `children`: the pupils of the school
    around whom a parent stands; `groups`: the classes of those children, or of the pupil.
    """

    person: Person
    kind: Kind
    by_mail: bool
    invited_on: date | None = None
    until: date | None = None
    moves: bool = False
    children: tuple[Person, ...] = ()
    groups: frozenset[UUID] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Under which names they are looked for: their own, and those of the children."""
        return tuple(folded(whole(one)) for one in (self.person, *self.children))


@dataclass(frozen=True, slots=True)
class Invited:
    """How inviting went. `letters`: one PDF with a letter for each of the `papers` people without e-mail, made once."""

    sent: tuple[UUID, ...]
    failed: tuple[UUID, ...]
    letters: bytes
    papers: int


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
    return _placed(sorted((one for one in found if one is not None), key=lambda one: sort_key(one.person)), school, on)


def classes_at(school: School, on: date) -> tuple[Group, ...]:
    """The classes of a school, to choose from."""
    return tuple(Group.objects.filter(school=school, kind="klas", year=school_year(on)).order_by("name"))


def invite(doing: Doing, people: Iterable[UUID], *, school: School) -> Invited:
    """Invite these; who is not to be invited at this school is refused, and then nobody is."""
    wanted = tuple(dict.fromkeys(people))
    known = {one.person.pk for one in who_can_be_invited(school, doing.today)}
    if not set(wanted) <= known:
        raise Refused("not_to_invite")
    sent = invitations.invite(doing, wanted, school=school)
    return Invited(sent.sent, sent.failed, _letters(sent.papers, school, doing), len(sent.papers))


def _placed(found: Iterable[Invitee], school: School, on: date) -> tuple[Invitee, ...]:
    """With the children and the classes by which the office knows them."""
    children: dict[UUID, list[Person]] = defaultdict(list)
    bonds = bonds_on(on).filter(child__in=pupils_to_come(school, on)).exclude(authority="nee")
    for bond in bonds.select_related("child").order_by("child__born", "pk"):
        children[bond.guardian_id].append(bond.child)
    classes: dict[UUID, set[UUID]] = defaultdict(set)
    members = members_on(on).filter(group__school=school, group__kind="klas", role="leerling")
    for person, group in members.values_list("person_id", "group_id"):
        classes[person].add(group)
    return tuple(
        replace(
            one,
            children=tuple(around := children[one.person.pk] if one.kind == "ouder" else []),
            groups=frozenset().union(*(classes[key] for key in (one.person.pk, *(child.pk for child in around)))),
        )
        for one in found
    )


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


def _letters(papers: Sequence[invitations.Paper], school: School, doing: Doing) -> bytes:
    """One PDF to print: each letter on a sheet of its own."""
    if not papers:
        return b""
    data = {"board": school.board.name, "footer": school.name, "letters": [_page(one, school, doing) for one in papers]}
    at = datetime.combine(doing.today, time(12), tzinfo=UTC)
    return typeset("letters", data, title=school.name, language="nl", at=at)


def _page(paper: invitations.Paper, school: School, doing: Doing) -> dict[str, object]:
    person, language = paper.person, mails.language_of(paper.person)
    said = mails.words("brief", language)
    told = {
        "lezer": flat(person.called or person.first or person.last), "school": flat(school.name), "code": paper.code,
        "adres": settings.PUBLIC_ADDRESS + links.TYPED_PATH, "dag": mails.day_told(paper.until, language),
    }  # fmt: skip
    return {
        "board": school.board.name, "school": school.name, "day": mails.day_told(doing.today, language),
        "title": said["onderwerp"], "language": language,
        "greeting": said["aanhef"].format(**told), "opening": [line.format(**told) for line in said["begin"]],
        "items_heading": "", "items": [], "closing": said["slot"], "sender": school.name,
    }  # fmt: skip
