"""Founding and changing boards and schools. A school works under a protocol that exists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people import entry
from magdit.areas.people.actions import held
from magdit.areas.people.clean_names import clean
from magdit.areas.people.models import Board, School
from magdit.areas.people.rights import GOVERNORS, LEADERS, require, require_board
from magdit.protocols.library import Library, UnknownProtocol

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_BRIN = re.compile(r"\d{2}[A-Z]{2}(\d{2})?", re.ASCII)
_MOST_YEARS, _MOST_DAYS, _MOST_CARD_DAYS = 50, 366, 31
_MOST_OWN_DATA = 4000


@transaction.atomic
def found_board(doing: Doing, *, name: str, **more: Any) -> Board:
    """Found the board for which is acted. Only who keeps the computer does that: nobody has a role there yet."""
    if doing.actor.kind != "systeem":
        raise Refused("no_right", roles="wie de computer beheert")
    if Board.objects.filter(pk=doing.board).exists():
        raise Refused("board_exists")
    board = Board.objects.create(pk=doing.board, **_board_fields({"name": name, **more}))
    record(doing, "bestuur toegevoegd", Ref("bestuur", str(board.pk)))
    return board


@transaction.atomic
def edit_board(doing: Doing, **changes: Any) -> Board:
    """Change what holds for the whole board: its name, address, whose yes is needed, how long files are kept."""
    require_board(doing, GOVERNORS, board=doing.board)
    board = Board.objects.select_for_update().get(pk=doing.board)
    _write(board, _board_fields(changes))
    record(doing, "bestuur gewijzigd", Ref("bestuur", str(board.pk)), details={"velden": sorted(changes)})
    return board


@transaction.atomic
def found_school(
    doing: Doing, *, name: str, code: str, protocol: str, library: Library | None = None, **more: Any
) -> School:
    """Found a school of the board, under a protocol that exists."""
    require_board(doing, GOVERNORS, board=doing.board)
    fields = _school_fields({"name": name, "code": code, "protocol": protocol, **more}, library or protocols())
    if School.objects.filter(code=fields["code"]).exists():
        raise Refused("code_taken", school=fields["code"])
    school = School.objects.create(board_id=doing.board, **fields)
    record(doing, "school toegevoegd", Ref("school", str(school.pk)), details={"protocol": school.protocol})
    return school


@transaction.atomic
def edit_school(doing: Doing, school_id: UUID, *, library: Library | None = None, **changes: Any) -> School:
    """Change a school: its name, its protocol, whether its pupil administration stays master. Its code stays."""
    school = held.school(doing, school_id)
    require(doing, LEADERS, school=school)
    if changes.get("code", school.code) != school.code:
        raise Refused("code_stays")
    _write(school, _school_fields(changes, library or protocols()))
    record(doing, "school gewijzigd", Ref("school", str(school.pk)), details={"velden": sorted(changes)})
    return school


def protocols() -> Library:
    """The protocols a school can work under: magdit's own, and those in the board's folders (the setting PACKS)."""
    return Library.with_folders(Path(folder) for folder in getattr(settings, "PACKS", ()))


def _write(row: Board | School, fields: Mapping[str, Any]) -> None:
    for field, value in fields.items():
        setattr(row, field, value)
    row.save(update_fields=list(fields))


def _board_fields(told: Mapping[str, Any]) -> dict[str, Any]:
    _only(told, {"name", "contact", "address", "parents_needed", "keep_years", "second_step"})
    kept = dict(told)
    _title(kept)
    if "contact" in kept:
        kept["contact"] = entry.email(kept["contact"])
    if kept.get("parents_needed", "een") not in {"een", "allen"}:
        raise Refused("choice_wrong", field="ja van", accepted="een, allen")
    if kept.get("second_step", "velen") not in {"velen", "personeel", "niemand"}:
        raise Refused("choice_wrong", field="tweede stap bij inloggen", accepted="velen, personeel, niemand")
    _within(kept, "keep_years", most=_MOST_YEARS)
    if len(kept.get("address", "")) > 300:
        raise Refused("name_long", field="adres", most=300)
    return kept


def _school_fields(told: Mapping[str, Any], library: Library) -> dict[str, Any]:
    _only(told, {"name", "code", "protocol", "brin", "mirror", "mirror_days", "card_days", "own_data"})
    kept = dict(told)
    _title(kept)
    if "code" in kept and (not _CODE.fullmatch(kept["code"]) or len(kept["code"]) > 60):
        raise Refused("code_wrong")
    if kept.get("brin") and not _BRIN.fullmatch(kept["brin"]):
        raise Refused("brin_wrong")
    _within(kept, "mirror_days", most=_MOST_DAYS)
    _within(kept, "card_days", most=_MOST_CARD_DAYS)
    if len(kept.get("own_data", "")) > _MOST_OWN_DATA:
        raise Refused("name_long", field="openbare gegevens van de school", most=_MOST_OWN_DATA)
    if "protocol" in kept:
        _known(kept["protocol"], library)
    return kept


def _known(protocol: str, library: Library) -> None:
    known = library.ids()
    if protocol not in known:
        raise UnknownProtocol(protocol, known, ())


def _title(kept: dict[str, Any]) -> None:
    if "name" in kept:
        kept["name"] = clean(kept["name"], field="name", institution=True)
        if not kept["name"]:
            raise Refused("name_missing")


def _within(kept: Mapping[str, Any], field: str, *, most: int) -> None:
    if field in kept and not 1 <= int(kept[field]) <= most:
        raise Refused("number_wrong", most=most)


def _only(told: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(told) - known)
    if unknown:
        raise Refused("field_unknown", field=unknown[0])
