"""Who answers for whom, until when someone is away, and what a school agreed about approving: set and changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.asking_rules import LEVELS, MOST_DAYS
from magdit.areas.drafts.models_asked import AskingRules, StandIn
from magdit.areas.drafts.waiting import rules_of
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import schools_of, staff_of, visible_people
from magdit.areas.people.rights import KEEPERS, LEADERS, acting_person, require, require_any

APPROVERS = (*LEVELS, "communicatiemedewerker", "fg", "social_mediacoach")
REMOVERS = (*APPROVERS, "administratie")  # whom a school may choose for taking down what must go
WHENS = ("nooit", "altijd", "media")


@transaction.atomic
def set_stand_in(doing: Doing, person: Person, deputy: Person | None, *, away_until: date | None) -> StandIn | None:
    """Say who answers for someone, and whether they are away. By themself, or by who keeps the people of the school."""
    _require(doing, person)
    if deputy is None:
        if StandIn.objects.filter(person=person).delete()[0]:
            record(doing, "vervanger weg", _ref(person))
        return None
    if deputy.pk == person.pk or not may_stand_in(person, deputy, doing.today):
        raise Refused("no_such_deputy")
    if away_until is not None and away_until < doing.today:
        raise Refused("day_gone")
    row = StandIn.objects.select_for_update().filter(person=person).first() or StandIn(person=person)
    if row.deputy_id == deputy.pk and row.away_until == away_until:
        return row
    row.deputy, row.away_until, row.set_at = deputy, away_until, doing.at
    row.save()
    record(doing, "vervanger gezet", _ref(person), details={"vervanger": deputy.pk, "tot": away_until})
    return row


@transaction.atomic
def set_rules(
    doing: Doing,
    school: School,
    *,
    days: int,
    when: str,
    media: Iterable[str],
    role: str,
    family_days: int | None = None,
    remover: str = "",
) -> AskingRules:
    """How a school has posts approved, how long an answer may take, and who takes down what must go.

    `media` must be known to its protocol. `family_days`: None leaves them as they are. `remover`: empty for who looks
    after the account.
    """
    require(doing, LEADERS, school=school)
    row = rules_of(school)
    family_days = row.family_days if family_days is None else family_days
    if not (1 <= days <= MOST_DAYS and 1 <= family_days <= MOST_DAYS):
        raise Refused("days_out_of_range", most=MOST_DAYS)
    chosen = sorted(set(media))
    if when not in WHENS or role not in APPROVERS or remover not in ("", *REMOVERS) or (when == "media" and not chosen):
        raise Refused("no_such_setting")
    now = {
        "days": days,
        "family_days": family_days,
        "when": when,
        "media": chosen if when == "media" else [],
        "role": role,
        "remover": remover,
    }
    if row.pk and not row._state.adding and all(getattr(row, name) == value for name, value in now.items()):
        return row
    for name, value in now.items():
        setattr(row, name, value)
    row.save()
    record(doing, "afspraken over goedkeuren", Ref("school", str(school.pk)), details=now)
    return row


def may_stand_in(person: Person, deputy: Person, on: date) -> bool:
    """Whether these two work at one school, or the deputy for its whole board."""
    schools = schools_of(person, on)
    return any(staff_of(school, on).filter(pk=deputy.pk).exists() for school in schools)


def colleagues_of(person: Person, on: date) -> list[Person]:
    """Whom someone may choose as a stand-in: the colleagues whom they may see."""
    found: dict[UUID, Person] = {}
    seen = visible_people(person, on).exclude(pk=person.pk).exclude(institution=True)
    for school in schools_of(person, on):
        found |= {one.pk: one for one in seen.filter(pk__in=staff_of(school, on).values("pk"))}
    return sorted(found.values(), key=lambda one: (one.last.casefold(), one.called.casefold()))


def _require(doing: Doing, person: Person) -> None:
    if person.board_id != doing.board:
        raise Refused("not_yours")
    if doing.actor.kind == "persoon" and acting_person(doing) == person.pk:
        return
    require_any(doing, KEEPERS, schools=schools_of(person, doing.today))


def _ref(person: Person) -> Ref:
    return Ref("persoon", str(person.pk))
