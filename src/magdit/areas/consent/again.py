"""Looking again at everyone who is shown: when who has a say changed, a no that did not count may count now.

For the night, and for one child at once. An end of time (31 July, a birthday) takes nothing down: what was shown
rightly stays until someone says no. A no about what is no longer asked is about what was shown by then: what came
after rests on the questions of now.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import standing_of
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Role, School
from magdit.areas.people.rights import KEEPERS, require
from magdit.areas.registers.actions import lock_people, open_takedowns
from magdit.areas.registers.queries import without_task
from magdit.words.states import SAID_NO


@transaction.atomic
def look_again(doing: Doing, school: School) -> int:
    """Open the tasks that are missing: for who is shown while a no that counts stands. Answers how many."""
    require(doing, KEEPERS, school=school)
    everyone = Role.objects.filter(school=school, person__removed_on=None).values("person")
    shown = sorted(set(without_task(everyone).values_list("person", flat=True)))
    made = _open_missing(doing, school, shown)
    if made:
        record(doing, "opnieuw bekeken", Ref("school", str(school.pk)), details={"taken": made})
    return made


def look_again_at_child(*, doing: Doing, child: UUID, **_: object) -> None:
    """The same at once, for a child around whom somebody's authority or bond changed. That action asked the rights."""
    if not without_task([child]).exists():
        return
    schools = School.objects.filter(pk__in=Role.objects.filter(person=child).values("school"), board=doing.board)
    made = sum(_open_missing(doing, school, [child]) for school in schools.select_related("board").order_by("code"))
    if made:
        record(doing, "opnieuw bekeken", Ref("persoon", str(child)), details={"taken": made})


def _open_missing(doing: Doing, school: School, people: list[UUID]) -> int:
    lock_people(doing, people)
    loaded = load(school, doing.today, people=people, items=Item.objects.filter(board=school.board_id))
    media = loaded.book.catalogue.vocabularies["medium"]
    made = 0
    for person in loaded.people:
        for item in loaded.items:
            if loaded.concerns(person, item) and standing_of(loaded, person, item).is_refused:
                tasks = open_takedowns(
                    doing, person, channel=item.channel, covers=item.covers, because="nee_telt_weer", media=media,
                    purpose=item.purpose, shown_until=None if item.active else _said_no(loaded, person, item),
                )  # fmt: skip
                made += len(tasks)
    return made


def _said_no(loaded: Loaded, person: UUID, item: Item) -> date | None:
    """The last day on which someone said no about this."""
    return max((one.on for one in loaded.answers(person, item.id) if one.state in SAID_NO), default=None)
