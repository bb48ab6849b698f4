"""Letting in whom the school's own system vouches for: exactly one person of the board, or nobody. Nobody signs up.

Known by the mark of an earlier time; otherwise by the number or the e-mail that the register has of them. Once known,
the mark alone counts: an address that was given to a colleague later opens no other file.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q, QuerySet

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.models import Account, Board, ExternalId, Person, Role
from magdit.areas.people.rights import with_narrower

# Who has an account at a school: pupils, and who works there. Parents come in by a link.
AT_SCHOOL = ("leerling", "medewerker", "bestuur", "rvt", "mr", "gmr", "fg", "vertrouwenspersoon", "overige_betrokkene")


@dataclass(frozen=True, slots=True)
class Identity:
    """Someone as a provider knows them: `source` is its id, `key` a mark of theirs there. Empty is unknown."""

    source: str
    key: str
    email: str = ""
    number: str = ""
    number_system: str = ""

    @property
    def system(self) -> str:
        """What the provider is called among the keys of other systems."""
        return f"sso:{self.source}"

    def carried(self) -> dict[str, str]:
        """As plain values, to be put together again later."""
        return asdict(self)


def board_called(wanted: str) -> Board | None:
    """The one board of this name, or with this id; None when there is none, or there are two."""
    found = list(Board.objects.filter(name=wanted)[:2])
    if not found and re.fullmatch(r"[0-9a-f-]{32,36}", wanted):
        try:
            found = list(Board.objects.filter(pk=UUID(wanted)))
        except ValueError:
            return None
    return found[0] if len(found) == 1 else None


def account_at(doing: Doing, who: Identity) -> Account:
    """The account of the one person of this board who this is; given the first time. Refused for anyone else."""
    row = _keys(doing, who).filter(key=who.key).first()
    if row is None:
        return _recognise(doing, who)
    person = _at_school(doing).filter(pk=row.object).first()
    if person is None:
        raise Refused("sso_left")
    # No transaction for who was here before: a long import holds the pen, and signing in need not wait for it.
    return _open_account(person) or _give(doing, person)


@transaction.atomic
def forget_marks(doing: Doing, person_id: UUID | str) -> None:
    """Forget by which accounts of the school someone came in: they got another one there."""
    if doing.actor.kind != "systeem":
        raise Refused("no_right", roles="wie de computer beheert")
    person = held.person(doing, person_id)
    marks = ExternalId.objects.filter(board=doing.board, system__startswith="sso:", kind="persoon", object=person.pk)
    if not marks.exists():
        raise Refused("already_so")
    marks.delete()
    record(doing, "inlog losgemaakt", held.about(person))


@transaction.atomic
def _recognise(doing: Doing, who: Identity) -> Account:
    """The first time: find out who this is, and remember the mark."""
    found, by = _found(doing, who)
    person = held.person(doing, found.pk)
    others = _keys(doing, who).filter(object=person.pk).exclude(key=who.key)
    if others.exists():
        raise Refused("sso_other")
    account = _open_account(person) or _give(doing, person)
    _row, is_new = _keys(doing, who).get_or_create(
        key=who.key,
        defaults={"board_id": doing.board, "system": who.system, "kind": "persoon", "object": person.pk},
    )
    if is_new:
        record(doing, "inlog gekoppeld", held.about(person), details={"bron": who.source, "via": by})
    return account


def _found(doing: Doing, who: Identity) -> tuple[Person, str]:
    """The one person with this number or e-mail; when both are known, they are of the same one."""
    people = _at_school(doing)
    known: dict[Person, str] = {}
    if who.number and who.number_system:
        # A list is read per school, so its system is called "somtoday:" and the id of the school.
        system = Q(system=who.number_system) | Q(system__startswith=f"{who.number_system}:")
        rows = ExternalId.objects.filter(system, board=doing.board, kind="persoon", key=who.number)
        known |= dict.fromkeys(people.filter(pk__in=rows.values("object")), "nummer")
    if who.email:
        known = dict.fromkeys(people.filter(email__iexact=who.email), "e-mail") | known
    if not known:
        raise Refused("sso_nobody")
    if len(known) > 1:
        raise Refused("sso_several")
    return next(iter(known.items()))


def _at_school(doing: Doing) -> QuerySet[Person]:
    """The people of this board who are at one of its schools today."""
    inside = with_narrower(AT_SCHOOL)
    begun = Q(begins=None) | Q(begins__lte=doing.today)
    lasting = Q(ends=None) | Q(ends__gte=doing.today)
    roles = Role.objects.filter(begun, lasting, role__in=inside)
    still = Q(left_on=None) | Q(left_on__gte=doing.today)
    return Person.objects.filter(
        still, board=doing.board, removed_on=None, institution=False, pk__in=roles.values("person")
    )


def _keys(doing: Doing, who: Identity) -> QuerySet[ExternalId]:
    return ExternalId.objects.filter(board=doing.board, system=who.system, kind="persoon")


def _open_account(person: Person) -> Account | None:
    """The account that they use already; None when they never had one. What was closed stays closed."""
    accounts = list(Account.objects.filter(person=person).order_by("pk"))
    # The admin opens for a password of ours and a second step: no provider opens that.
    plain = [account for account in accounts if not (account.is_staff or account.is_superuser)]
    found = next((account for account in plain if account.is_active), None)
    if found is None and any(not account.is_active for account in accounts):
        raise Refused("sso_closed")
    return found


@transaction.atomic
def _give(doing: Doing, person: Person) -> Account:
    """A first account, without a password."""
    held.person(doing, person.pk)
    meanwhile = _open_account(person)
    if meanwhile is not None:
        return meanwhile
    account = Account.objects.create_user(f"school-{uuid4()}", person=person)
    record(doing, "account gegeven", held.about(person), details={"account": account.pk, "beheer": False})
    return account
