"""Who is in the pictures of a draft, as its author said: face by face, and of the children to look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from magdit.areas.drafts.models import HIDDEN, OPEN, PERSON, WITH_CONSENT, Draft, Picture
from magdit.check.tables.roster import Person, Roster
from magdit.check.tables.shown import Shown
from magdit.journeys.hand_in.remembered import named

IS_IN_IT = "ja"
OUTERWEAR = "bovenkleding"  # a person ticks it for everyone in the pictures at once


def people_shown(pictures: Iterable[Picture], row: Draft, roster: Roster, around: Roster) -> tuple[Shown, ...]:
    """A row for every face of which something was said, and for who is in it though nobody pointed at a face.

    `around`: also who left shortly before. They are looked for; at a face, nobody vouches for them any more.
    """
    lines = count(1)
    told = [
        replace(_told(picture, at, face, roster, line=next(lines)), outerwear=_outerwear(row))
        for picture in pictures
        for at, face in enumerate(picture.faces, 1)
        if face["fate"] != OPEN
    ]
    pointed_at = {shown.person.id for shown in told if shown.person}
    elsewhere = [one for one in _in_it(row, around) if one.id not in pointed_at]
    nameless = sum(1 for shown in told if shown.hidden and shown.person is None)
    covered = all_hidden(pictures) and len(elsewhere) <= nameless  # more children than boxes: one of them shows
    more = (_somewhere(person, line=next(lines)) for person in elsewhere)
    return (*told, *(replace(one, outerwear=_outerwear(row), hidden=covered) for one in more))


def all_hidden(pictures: Iterable[Picture]) -> bool:
    """Whether every picture shows faces, and all of them are hidden: then whoever is in it somewhere is hidden too."""
    return all(picture.faces and all(face["fate"] == HIDDEN for face in picture.faces) for picture in pictures)


def looked_for(row: Draft, to_look_for: Iterable[Person]) -> bool:
    """Whether the author said of each of these, for this medium and this class, whether they are in the pictures."""
    said = row.shortlist
    here = said.get("medium") == row.medium and said.get("group") == (str(row.group_id) if row.group_id else None)
    return here and all(person.id in said.get("people", {}) for person in to_look_for)


def _outerwear(row: Draft) -> bool | None:
    said = row.told.get(OUTERWEAR, {}).get("value")
    return said if isinstance(said, bool) else None


def _told(picture: Picture, at: int, face: dict[str, str], roster: Roster, *, line: int) -> Shown:
    person = roster.by_id.get(face.get("person") or "") if face["fate"] in (PERSON, HIDDEN) else None
    return Shown(
        line=line,
        name=person.display if person else f"gezicht {at} op {named(picture)}",
        person=person,
        photo=named(picture),
        face=at if picture.kind == "foto" else None,
        role=person.role if person else None,
        born=person.born if person else None,
        group=person.group if person else "",
        hidden=face["fate"] == HIDDEN,
        with_consent=face["fate"] == WITH_CONSENT,
    )


def _in_it(row: Draft, roster: Roster) -> Iterator[Person]:
    for person, said in row.shortlist.get("people", {}).items():
        if said == IS_IN_IT and person in roster.by_id:
            yield roster.by_id[person]


def _somewhere(person: Person, *, line: int) -> Shown:
    """In one of the pictures, nobody knows which face is theirs."""
    return Shown(
        line=line, name=person.display, person=person, role=person.role, born=person.born, group=person.group
    )  # fmt: skip
