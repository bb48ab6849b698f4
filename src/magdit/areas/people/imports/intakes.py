"""Handing in a list, saying how to read it, and what becomes of it. Changes nobody: imports do that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports import at_work, kept_list
from magdit.areas.people.imports.mappings import mapping_name
from magdit.areas.people.models import ColumnMapping, School
from magdit.areas.people.models_entry import Intake
from magdit.areas.people.rights import KEEPERS, acting_person, require

FREE = ("leerlingen", "verzorgers", "toestemmingen")  # tables whose columns somebody has to name
KINDS = ("oneroster", "sds", "edexml", "uwlr", *FREE)
LOOKING, TAKING = "kijkt", "bezig"
BUSY = (LOOKING, TAKING)
WAITING = ("kolommen", "bekeken", "afgekeurd")  # for somebody of the school
OVER = ("klaar", "weg")
KEPT = timedelta(days=7)


@transaction.atomic
def hand_in(
    doing: Doing, school: School, *, kind: str, parts: Iterable[bytes], as_of: date, key: str = "", mapping: str = ""
) -> Intake:
    """Keep a list, enciphered, to look at. `mapping`: the name of a mapping that this school keeps."""
    require(doing, KEEPERS, school=school)
    if kind not in KINDS:
        raise Refused("choice_wrong", field="soort", accepted=", ".join(KINDS))
    if as_of > doing.today:
        raise Refused("list_of_tomorrow")
    if kind == "toestemmingen" and not school.mirror:
        raise Refused("not_a_mirror", school=school.name)
    told: dict[str, Any] = {"stand": as_of.isoformat(), "vestiging": key}
    if mapping:
        told |= _mapping(school, mapping, kind)
    made = Intake(
        id=uuid4(), school=school, by_id=acting_person(doing), kind=kind, told=told, made_at=doing.at,
    )  # fmt: skip
    length = kept_list.keep(doing, made.pk, parts)
    made.save(force_insert=True)
    record(doing, "lijst ingeleverd", _about(made), details={"soort": kind, "lengte": min(length // 1000, 10**7)})
    return made


@transaction.atomic
def tell(doing: Doing, intake: Intake, **told: Any) -> Intake:
    """Say how a list is to be read: columns, words, choices. Not while somebody is at work on it."""
    held = _held(doing, intake)
    if held.state in OVER:
        raise Refused("list_over")
    if _is_busy(held):
        raise Refused("list_busy")
    if told.get("koppeling"):
        told["koppeling"] = mapping_name(told["koppeling"])
    held.told = {**held.told, **told}
    held.save(update_fields=["told"])
    return held


@transaction.atomic
def begin(doing: Doing, intake: Intake, state: str) -> int | None:
    """Let someone look at a list (or take it over); None when that is being done already, else the lock for who works.

    One list of a school at a time.
    """
    held = _held(doing, intake)
    if held.state in OVER:
        raise Refused("list_over")
    if _is_busy(held):
        return None
    if state == TAKING and held.state != "bekeken":
        raise Refused("list_not_looked")
    others = Intake.objects.filter(school=held.school_id, state=TAKING).exclude(pk=held.pk)
    if state == TAKING and any(at_work.is_at_work(other.pk) for other in others):
        raise Refused("list_other_busy")
    lock = at_work.grip(held.pk)
    if lock is None:
        return None
    held.state = state
    held.save(update_fields=["state"])
    at_work.tell(held.pk, "begint")
    return lock


def end(intake: UUID, state: str, outcome: dict[str, Any], *, at: datetime) -> None:
    """How the work ended: codes and counts, never a name. What was said of the list is forgotten when all is done."""
    changes: dict[str, Any] = {"state": state, "outcome": outcome, "ended_at": at}
    if state in OVER:
        changes["told"] = {}
    Intake.objects.filter(pk=intake).update(**changes)


@transaction.atomic
def throw_away(doing: Doing, intake: Intake) -> None:
    """Take a list away before it was taken over. Nothing of it was in the register."""
    held = _held(doing, intake)
    if held.state in OVER:
        return
    if _is_busy(held):
        raise Refused("list_busy")
    end(held.pk, "weg", {}, at=doing.at)
    record(doing, "lijst weggegooid", _about(held))
    forget(doing, held.pk)


@transaction.atomic
def forget(doing: Doing, intake: UUID) -> None:
    """The file goes, and its key first: nobody reads it again, from no back-up either."""
    destroy(doing, _about_id(intake))
    transaction.on_commit(lambda: kept_list.remove(intake), robust=True)


def stage(intake: Intake) -> str:
    """Where a list is now: its state, or `afgebroken` when nobody is at work on it and it is not done."""
    if intake.state not in (*BUSY, "ingeleverd") or at_work.is_at_work(intake.pk):
        return intake.state
    intake.refresh_from_db()  # who was at work may have ended between the two looks
    return "afgebroken" if intake.state in (*BUSY, "ingeleverd") else intake.state


def old(at: datetime) -> QuerySet[Intake]:
    """Lists that wait too long, or whose file was left behind when the work was done."""
    return Intake.objects.filter(made_at__lt=at - KEPT).exclude(state__in=OVER).select_related("school")


def _held(doing: Doing, intake: Intake) -> Intake:
    """The row, locked, for who keeps that school; two who press at once come one after the other."""
    found = Intake.objects.select_for_update(of=("self",)).select_related("school").filter(pk=intake.pk).first()
    if found is None:
        raise Refused("not_yours")
    require(doing, KEEPERS, school=found.school)
    return found


def _is_busy(held: Intake) -> bool:
    return held.state in BUSY and at_work.is_at_work(held.pk)


def _mapping(school: School, name: str, kind: str) -> dict[str, Any]:
    kept = ColumnMapping.objects.filter(school=school, name=name).first()
    if kept is None:
        raise Refused("list_no_mapping", name=name)
    if kept.kind != kind:
        raise Refused("list_other_mapping", name=name, kind=kept.kind)
    return {"koppeling": name, "kolommen": kept.columns, "woorden": kept.values}


def _about(intake: Intake) -> Ref:
    return _about_id(intake.pk)


def _about_id(intake: UUID) -> Ref:
    return kept_list.ref(intake)
