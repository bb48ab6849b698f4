"""Who is in a post that goes out, with what of them, and on which answers that rests. Hidden well is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from magdit.areas.consent.loading import load
from magdit.areas.consent.models import Answer
from magdit.areas.consent.showing import near_to, said_no
from magdit.areas.people.models import School
from magdit.check.draft.reconcile import Subject
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.remembered import named
from magdit.words.states import GIVEN

Covers = tuple[str, ...]


def people_in(judging: Judging) -> Mapping[UUID, Covers]:
    """Everyone of the register who is shown or named, with the kinds of data of them that go out."""
    kinds = _kinds(judging)
    found: dict[UUID, Covers] = {}
    for subject in judging.judged.people or ():
        covers = _covers(subject, kinds)
        if subject.person is not None and covers:
            found[UUID(subject.person.id)] = covers
    return found


def candidates(judging: Judging) -> frozenset[UUID]:
    """Who may be behind a face of "someone with consent": of those nobody says who it is."""
    if not any(subject.with_consent for subject in judging.judged.people or ()):
        return frozenset()
    return frozenset(UUID(person.id) for person in judging.group)


def anyone_said_no(judging: Judging, on: date, *, behind: Iterable[UUID] = ()) -> bool:
    """Whether a no stands of anyone who is in it, about what is shown of them: that counts whatever the packs ask.

    `behind`: who may be behind a face without a name, also who left the school since.
    """
    row, kinds = judging.row, _kinds_of((named(one) for one in judging.pictures), _kinds(judging))
    people = {**dict.fromkeys(behind, tuple(sorted(kinds))), **people_in(judging)}
    loaded = load(row.school, on, people=people)
    return any(
        said_no(loaded, person, channel=judging.post.medium, covers=covers, purpose=row.purpose)
        for person, covers in people.items()
        if person in loaded.subjects
    )


def by_covers(people: Mapping[UUID, Covers]) -> Mapping[Covers, tuple[UUID, ...]]:
    """The same people, together with whom as much of is shown."""
    found: dict[Covers, tuple[UUID, ...]] = {}
    for person, covers in sorted(people.items()):
        found[covers] = (*found.get(covers, ()), person)
    return found


def answers_rested_on(
    school: School, people: Mapping[UUID, Covers], *, channel: str, purpose: str, on: date
) -> list[str]:
    """The ids of the yeses that stand about these people for this channel: the last of each who gave one."""
    loaded = load(school, on, people=people)
    items = {
        person: {item.pk for item in near_to(loaded, person, channel=channel, covers=covers, purpose=purpose)}
        for person, covers in people.items()
        if person in loaded.subjects
    }
    rows = Answer.objects.filter(person__in=list(items)).order_by("number")
    last = {(row.person_id, row.item_id, row.giver_id): row for row in rows if row.item_id in items[row.person_id]}
    return sorted(str(row.pk) for row in last.values() if row.state in GIVEN)


def _kinds(judging: Judging) -> Mapping[str, str]:
    return {named(one): one.kind for one in judging.pictures}


def _covers(subject: Subject, kinds: Mapping[str, str]) -> Covers:
    found: set[str] = set()
    if subject.shown and subject.recognisable is not False:
        pictures = {name for name, _ in subject.faces} | {*subject.perhaps, *subject.beyond}
        found |= _kinds_of(pictures or kinds, kinds)
    if subject.audible is not False and "geluid" in kinds.values():
        found.add("geluid")
    if subject.named is not False:
        found |= {"naam"}
    return tuple(sorted(found))


def _kinds_of(pictures: Iterable[str], kinds: Mapping[str, str]) -> set[str]:
    return {kind for name, kind in kinds.items() if name in set(pictures) and kind in ("foto", "video")}
