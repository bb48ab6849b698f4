"""Handing out proof: a receipt to who answered, all evidence about one person to who may see it. Each leaves a line.

The data of a child of whom one parent said no is never told to the other: a parent gets the own answers and what
holds now. Who asks for themself gets everything, with others named by their role alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.db import transaction

from magdit.areas.consent.asking.probing import Subject, Topic
from magdit.areas.consent.books import book_of
from magdit.areas.consent.loading import PUPIL_ITEM
from magdit.areas.consent.models import Answer, Round
from magdit.areas.consent.proof import queries
from magdit.areas.consent.proof.evidence import evidence
from magdit.areas.consent.proof.paper import receipt_mail
from magdit.areas.consent.proof.receipt import receipt_of
from magdit.areas.consent.proof.spoken import paper_language
from magdit.areas.consent.proof.values import Expressed, Party, Receipt
from magdit.areas.consent.queries import role_towards
from magdit.areas.consent.rounds.handover_rules import decides_alone
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import schools_of
from magdit.areas.people.rights import board_of, require_any

OFFICE = ("administratie", "schoolleiding", "beheerder")


@transaction.atomic
def receipt_for(doing: Doing, reader: Person, *, within: Round | None = None, where: str = "") -> Receipt:
    """The receipt of what someone answered, of all time or in one round; Refused when there is nothing."""
    _hold_reader(doing, reader)
    receipt = Receipt(
        id=uuid4(), made_at=doing.at, controller=queries.controller_of(board_of(doing)),
        reader=Party(reader.id, str(reader)), answers=queries.told(reader, within=within, on=doing.today),
        language=paper_language(reader.language), where=where,
    )  # fmt: skip
    receipt_of(receipt)  # half a proof is none: refuse before the line is written
    details = {"bewijs": str(receipt.id), "antwoorden": len(receipt.answers)}
    record(doing, "bewijs gegeven", Ref("persoon", str(reader.id)), details=details)
    return receipt


def mail_receipt(doing: Doing, reader: Person, *, within: Round | None = None, where: str = "") -> Receipt:
    """Make the receipt and send it to its reader, with the PDF and the file for computers. Refused without an address.

    Sent after the line is written: a receipt that was made and never arrived can be asked again, the reverse cannot.
    """
    if not reader.email:
        raise Refused("proof_no_address")
    receipt = receipt_for(doing, reader, within=within, where=where)
    try:
        receipt_mail(receipt, to=reader.email).send()
    except OSError:  # every fault of the line or of the server on the other side
        raise Refused("proof_not_sent") from None
    return receipt


@transaction.atomic
def evidence_of(doing: Doing, person: Person) -> dict[str, Any]:
    """Everything that was answered about one person, as one document, as far as who asks may see it."""
    if person.board_id != doing.board or person.removed_on is not None:
        raise Refused("not_yours")
    rows = list(queries.answers_about(person))
    reach = _reach(doing, person)
    if reach == "eigen":
        rows = [row for row in rows if str(row.giver_id) == doing.actor.id]
    values = queries.expressed(rows, on=doing.today)
    if reach == "zelf":
        values = [_without_others(value, person) for value in values]
    document = evidence(
        values, person=Party(person.id, queries.short_name(person)), controller=queries.controller_of(board_of(doing)),
        at=doing.at, now=_now(doing, rows, reach), number=uuid4(),
    )  # fmt: skip
    details = {"bereik": reach, "antwoorden": len(values)}
    record(doing, "bewijs ingezien", Ref("persoon", str(person.id)), details=details)
    return document


def _hold_reader(doing: Doing, reader: Person) -> None:
    """A receipt is for the reader themself, or made by the office that took the paper in."""
    if reader.board_id != doing.board:
        raise Refused("not_yours")
    if doing.actor != Ref("persoon", str(reader.id)):
        require_any(doing, OFFICE, schools=list(schools_of(reader, doing.today)))


def _reach(doing: Doing, person: Person) -> str:
    """How much who asks may see: `alles` (the FG), `zelf` (who it is about), `eigen` (a parent: the own answers)."""
    if doing.actor.kind == "persoon":
        asker = Person.objects.filter(pk=doing.actor.id, board=doing.board, removed_on=None).first()
        role = _own_role(asker, person, doing) if asker is not None else ""
        if role == "zelf":
            _hold_age(doing, person)
            return "zelf"
        if role:
            return "eigen"
    require_any(doing, ("fg",), schools=list(schools_of(person, doing.today)))
    return "alles"


def _own_role(asker: Person, person: Person, doing: Doing) -> str:
    try:
        return role_towards(asker, person, doing.today)
    except Refused:
        return ""


def _hold_age(doing: Doing, person: Person) -> None:
    schools = list(School.objects.filter(role__person=person, role__role="leerling").distinct())
    if schools and not any(_decides(person, school, doing.today) for school in schools):
        raise Refused("evidence_by_parent")


def _decides(person: Person, school: School, on: date) -> bool:
    """Whether the packs leave the word to a pupil of this age alone: then the rights are their own too (UAVG art. 5).

    Asked as of a pupil, also of who left since: nobody grows younger by leaving.
    """
    if person.born is None:
        return False
    book, who = book_of(school), Subject(("leerling",), person.born)
    offered = (one for one in catalogue() if one.asked_of == PUPIL_ITEM)
    return any(decides_alone(book, Topic(one.channel, one.covers, one.purpose), who, day=on) for one in offered)


def _now(doing: Doing, rows: list[Answer], reach: str) -> queries.Standing:
    if reach == "alles":
        return {}
    asker = Person.objects.get(pk=doing.actor.id)
    return queries.standing_now(rows, reader=asker, on=doing.today)


def _without_others(value: Expressed, person: Person) -> Expressed:
    """Others are told by their role alone, and all of one role alike."""
    giver = value.giver
    if giver is None or giver.id == person.id:
        return value
    return replace(value, giver=Party(someone(giver.role), "", giver.role))


def someone(role: str) -> UUID:
    """The id under which anyone in a role is told to who may not know which of them it was."""
    return uuid5(NAMESPACE_URL, f"urn:magdit:iemand:{role}")
