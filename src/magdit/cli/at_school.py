"""Which school, board and person is meant by what was typed; says what there is when it fits none, or more than one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from magdit.cli.outcome import Stop
from magdit.cli.with_register import open_register

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from magdit.areas.people.models import Board, Person, School

MOST_TOLD = 8


def add_school(parser: Any) -> None:
    """The option that names a school."""
    parser.add_argument("--school", required=True, metavar="NAAM", help="de korte naam van de school")


def school_named(given: str) -> School:
    """The school with this short name."""
    open_register()
    from magdit.areas.people.models import School

    found = School.objects.select_related("board").filter(code=given).first()
    if found is not None:
        return found
    codes = list(School.objects.order_by("code").values_list("code", flat=True))
    near = get_close_matches(given, codes, n=1, cutoff=0.5)
    meant = f" Bedoelde u {near[0]}?" if near else ""
    raise Stop(f"De school '{given}' kennen we niet.{meant} We kennen: {', '.join(codes) or 'nog geen school'}.")


def add_board(parser: Any, *, required: bool = False) -> None:
    """The option that names a board."""
    told = "het bestuur, of de korte naam van een school" if required else "alleen van dit bestuur (of van deze school)"
    parser.add_argument("--bestuur", required=required, metavar="NAAM", help=told)


def board_named(given: str) -> Board:
    """The board of this name, or of the school with this short name."""
    open_register()
    from magdit.areas.people.models import Board

    found = list(Board.objects.filter(name__iexact=given)) or list(Board.objects.filter(schools__code=given))
    if len(found) == 1:
        return found[0]
    names = ", ".join(sorted(Board.objects.values_list("name", flat=True))) or "nog geen enkel bestuur"
    raise Stop(f"'{given}' is geen bestuur of korte naam van een school. We kennen: {names}.")


def people_of(school: School) -> QuerySet[Person]:
    """Everyone with a role at the school, or at all schools of its board."""
    from django.db.models import Q

    from magdit.areas.people.models import Person

    here = Q(roles__school=school) | Q(roles__school=None, roles__isnull=False, board=school.board_id)
    return Person.objects.filter(here, removed_on=None).distinct()


def person_named(given: str, among: list[Person]) -> Person:
    """The one person among these who is called so, in full or by the name they go by, or has this id."""
    from magdit.areas.people.names import listed, whole

    wanted = given.strip().casefold()
    exact = [one for one in among if wanted in {str(one.id), whole(one).casefold(), listed(one).casefold()}]
    found = exact or [one for one in among if wanted == (one.called or one.first).casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        near = get_close_matches(given, [whole(one) for one in among], n=3, cutoff=0.5)
        meant = f" Bedoelde u {' of '.join(near)}?" if near else ""
        raise Stop(f"'{given}' kennen we hier niet.{meant}")
    told = "; ".join(f"{whole(one)} ({one.id})" for one in found[:MOST_TOLD])
    raise Stop(f"'{given}' past op {len(found)} mensen: {told}. Geef het nummer tussen haakjes.")
