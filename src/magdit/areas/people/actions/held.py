"""Getting hold of a row to change it: locked, of the board that acts, and only for who keeps it. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Group, Person, School
from magdit.areas.people.queries import schools_of
from magdit.areas.people.rights import GOVERNORS, KEEPERS, require_any, require_board


def person(doing: Doing, person_id: UUID | str) -> Person:
    """The person, locked until the end of the transaction. Refused for another board's, and for a removed file."""
    found = Person.objects.select_for_update().filter(pk=person_id, board=doing.board).first()
    if found is None:
        raise Refused("not_yours")
    if found.removed_on is not None:
        raise Refused("file_gone")
    return found


def kept_person(doing: Doing, person_id: UUID | str) -> Person:
    """The same, for who keeps the people of a school of theirs."""
    found = person(doing, person_id)
    require_keeper(doing, found)
    return found


def require_keeper(doing: Doing, found: Person) -> None:
    """Refuse who keeps no school of this person; someone without a school is for the board as a whole."""
    schools = list(schools_of(found, doing.today))
    if schools:
        require_any(doing, KEEPERS, schools=schools)
    else:
        require_board(doing, GOVERNORS, board=found.board_id)


def school(doing: Doing, school_id: UUID | str) -> School:
    """A school of the board that acts."""
    found = School.objects.filter(pk=school_id, board=doing.board).first()
    if found is None:
        raise Refused("not_yours")
    return found


def group(doing: Doing, group_id: UUID | str) -> Group:
    """A group of a school of the board that acts, locked."""
    found = Group.objects.select_for_update(of=("self",)).select_related("school").filter(pk=group_id).first()
    if found is None or found.school.board_id != doing.board:
        raise Refused("not_yours")
    return found


def about(found: Person) -> Ref:
    """A person as the journal names them."""
    return Ref("persoon", str(found.pk))


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the journal can write them down."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
