"""Consents from a table of the pupil administration: looked at first, then taken over by the mirror. Knows no files.

A row that points at nobody, or at two people, stops the whole: a lost no is worse than a second try.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from magdit.areas.consent.asking.asked import asked
from magdit.areas.consent.asking.probing import Subject
from magdit.areas.consent.books import book_of
from magdit.areas.consent.import_sound import refuse_odd
from magdit.areas.consent.loading import PUPIL_ITEM, topic_of
from magdit.areas.consent.mirror import Mirrored, Taken, is_against, noes_here, take_mirror
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.records import OWN
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.delivery import DeliveredAnswer, DeliveredPerson, Delivery
from magdit.areas.people.imports.difference import Astray, Choices, Difference
from magdit.areas.people.imports.known import Known, known_of, system_of
from magdit.areas.people.imports.matching import Matching
from magdit.areas.people.models import School
from magdit.areas.people.rights import KEEPERS, require
from magdit.words.states import SAID_NO

Key = tuple[UUID, UUID, UUID | None, str]


@dataclass(slots=True)
class Answers:
    """What a table of consents would do: answers that are new here, that change, and that are only confirmed."""

    delivery: Delivery
    rows: list[Mirrored] = field(default_factory=list)
    new: list[Mirrored] = field(default_factory=list)
    changed: list[tuple[Mirrored, str]] = field(default_factory=list)  # with the state it had
    same: int = 0
    astray: list[Astray] = field(default_factory=list)
    guessed: int = 0  # rows that do not say who answered
    against: int = 0  # a yes where the same giver said no here: the no stands


def headings_of_items(school: School) -> dict[str, str]:
    """Under which headings a column about an item is recognised: its code, and the question as the school asks it."""
    items = Item.objects.filter(board=school.board_id, asked_of=PUPIL_ITEM, active=True)
    found = {code: code for code in items.values_list("code", flat=True)}
    texts = ItemText.objects.filter(item__in=items, language="nl").order_by("version")
    return found | dict(texts.values_list("title", "item__code"))


def look(doing: Doing, school: School, delivery: Delivery) -> Answers:
    """What taking over would change. Writes nothing at all."""
    require(doing, KEEPERS, school=school)
    if not school.mirror:
        raise Refused("not_a_mirror", school=school.name)
    if delivery.as_of > doing.today:
        raise Refused("mirror_in_future", day=delivery.as_of.isoformat())
    known = known_of(school, delivery.system, whole_board=False)
    found = Answers(delivery)
    ids = _ids(school, delivery, known)
    refuse_odd(delivery, ids, {pk: one.born for pk, one in known.people.items()}, today=doing.today)
    found.rows = list(_rows(school, delivery, known, found, ids))
    before = _states(school, found.rows)
    noes = noes_here(sorted({one.person for one in found.rows}))
    for one in found.rows:
        was = before.get(one.key)
        is_no_here = is_against(one, noes, as_of=delivery.as_of)
        found.against += is_no_here
        if is_no_here and one.giver is not None:
            continue
        if was is None:
            found.new.append(one)
        elif was != one.state:
            found.changed.append((one, was))
        else:
            found.same += 1
    return found


@transaction.atomic
def take_over(doing: Doing, school: School, delivery: Delivery, *, skip_astray: bool = False) -> tuple[Answers, Taken]:
    """Take over all of it, or nothing. The same state twice only confirms it."""
    found = look(doing, school, delivery)
    if found.astray and not skip_astray:
        raise Refused("import_astray", count=len(found.astray))
    return found, take_mirror(doing, school, found.rows, as_of=delivery.as_of)


def _rows(
    school: School, delivery: Delivery, known: Known, found: Answers, ids: Mapping[str, UUID]
) -> Iterator[Mirrored]:
    items = {item.code: item for item in Item.objects.filter(board=school.board_id, asked_of=PUPIL_ITEM)}
    book = book_of(school)
    for answer in delivery.answers:
        child, giver = ids.get(answer.child), ids.get(answer.giver)
        if child is None or child not in known.here or not _is_pupil(known, child):
            found.astray.append(Astray("child_unknown", answer.at, answer.child))
        elif answer.giver and giver is None:
            found.astray.append(Astray("giver_unknown", answer.at, answer.giver))
        else:
            item, who_is = items[answer.item], Subject(("leerling",), known.people[child].born)
            signers = asked(book, topic_of(item), who_is, day=answer.on or delivery.as_of).signers
            role = answer.role or _role(answer, child, giver, own_say=bool(OWN & set(signers)))
            found.guessed += not (answer.role or giver)
            who = giver if giver is not None else child if role in {"leerling", "zelf"} else None
            yield Mirrored(child, item.pk, answer.state, role=role, giver=who, day=answer.on, form=answer.form)


def _role(answer: DeliveredAnswer, child: UUID, giver: UUID | None, *, own_say: bool) -> str:
    """Who spoke when the table does not say. Where the packs give the pupil a say, a no is heard as the pupil's own.

    A yes is heard as a parent's: an unknown voice can always stop something, never allow what only the pupil may.
    """
    if giver == child:
        return "leerling"
    return "leerling" if own_say and giver is None and answer.state in SAID_NO else "ouder"


def _ids(school: School, delivery: Delivery, known: Known) -> dict[str, UUID]:
    """Everyone a row points at: children by key or name, givers by key only."""
    found = Difference(delivery, system_of(delivery.system, school))
    matching = Matching(known, Choices(), found)
    matching.match(delivery)
    for answer in delivery.answers:
        if answer.giver and answer.giver not in matching.ids:
            matching.mention(DeliveredPerson(answer.giver))
    return matching.ids


def _is_pupil(known: Known, child: UUID) -> bool:
    return any(role.role == "leerling" for role in known.roles.get(child, []))


def _states(school: School, rows: list[Mirrored]) -> Mapping[Key, str]:
    """The last answer of each voice here about each item, as far as these rows speak of it."""
    people = sorted({one.person for one in rows})
    found: dict[Key, str] = {}
    for start in range(0, len(people), 500):
        answers = Answer.objects.filter(school=school, person__in=people[start : start + 500]).order_by("number")
        for person, item, giver, role, state in answers.values_list("person", "item", "giver", "role", "state"):
            found[person, item, giver, role] = state
    return found
